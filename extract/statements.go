package extract

import (
	"regexp"
	"slices"

	"imr"
	"imr/extract/verdict"
)

// statement is a stretch of a page that may ask for treatment or decide on it: a sentence, or a row of a table.
type statement struct {
	text    string // of a row, the cells besides the one that names the treatment
	subject string // of a row, the cell that names the treatment
	label   string // "Determination" of "Determination: denied"
	zone    string // of zones.txt, by its label or its heading
	number  string // of an entry in a list: "1"
	at      imr.Evidence
}

var (
	entryNumber = regexp.MustCompile(`(?i)^\W*(?:(?:item|request|treatment|service|procedure)\s*(?:no\.?|number|#)?\s*)?#?(\d{1,2})(?:[.):]|\s+-)`)
	statedLabel = regexp.MustCompile(`^\W*(?:\d{1,2}[.)]\s*)?([A-Z][A-Za-z /#&-]{1,40}?)\s*(?:#?\d{1,2})?\s*:\s*`)
	checkbox    = regexp.MustCompile(`^\W*(?:\[[ xX]?\]|\([ xX]?\)|☐|☒|☑|_+[xX]?_*\s)`)
)

// statements cuts a page into what it says, in reading order.
func (s *scan) statements(p imr.Page, bs []block) []statement {
	out, taken := s.rowStatements(p)
	for _, b := range bs {
		if !taken[b.first] {
			out = append(out, s.blockStatements(p, b)...)
		}
	}
	slices.SortStableFunc(out, func(a, b statement) int { return a.at.Line - b.at.Line })
	return out
}

// blockStatements returns the sentences of a block.
func (s *scan) blockStatements(p imr.Page, b block) []statement {
	if b.isHeading || zoneOf(b.text) != "" && len(b.text) < 50 && verdict.Of(b.text).Outcome == "" || checkbox.MatchString(b.text) {
		return nil
	}
	var out []statement
	zone := zoneOf(b.heading)
	for _, sent := range sentences(b.text) {
		st := statement{text: b.text[sent.start:sent.end], zone: zone, at: b.place(s.file, p, sent.start, sent.end)}
		if m := entryNumber.FindStringSubmatch(st.text); m != nil {
			st.number = m[1]
		}
		if m := statedLabel.FindStringSubmatch(st.text); m != nil {
			st.label = m[1]
			if z := zoneOf(m[1]); z != "" {
				st.zone = z
			}
		}
		out = append(out, st)
	}
	return out
}

// joined is the place of two stretches of one page.
func joined(a, b imr.Evidence) imr.Evidence {
	if a.Box != nil && b.Box != nil {
		u := a.Box.Union(*b.Box)
		a.Box = &u
	}
	a.Quote += " " + b.Quote
	return a
}
