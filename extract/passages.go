package extract

import (
	"slices"
	"strings"

	"imr"
	"imr/extract/decided"
	"imr/internal/pattern"
)

// passage is a part of a letter that is read by itself: a paragraph, a field, an entry of a list, a row of a table.
type passage struct {
	text   string
	block  *block // where the text stands, for all but rows and boxes
	named  string // of a row, the cell that names the treatment
	zone   string // of zones.txt, by its heading
	number string // of an entry in a list: "1"
	row    bool
	line   int // its first
	lines  []imr.Line
}

var entryNumber = pattern.New(`(?i)^\W*(?:(?:item|request|treatment|service|procedure|line)\s*(?:no\.?|number|#)?\s*)?#?(\d{1,2})(?:[.):]|\s+-)\s*`)

// passages cuts a page into what it says, in reading order. Headings are taken out and tell the zones.
func (s *scan) passages(p imr.Page) []passage {
	zones := zonesOn(p)
	out, taken := s.rows(p)
	boxes, ticked := s.ticked(p, taken)
	out = append(out, boxes...)
	rest := imr.Page{Number: p.Number, Width: p.Width, Height: p.Height, How: p.How}
	for _, l := range p.Lines {
		if _, heading := zones.at[l.Number]; !heading && !taken[l.Number] && !ticked[l.Number] {
			rest.Lines = append(rest.Lines, l)
		}
	}
	for _, b := range blocks(rest) {
		if !b.isHeading {
			out = append(out, passage{text: b.text, block: &b, line: b.first})
		}
	}
	for i := range out {
		out[i].place(zones)
	}
	slices.SortStableFunc(out, func(a, b passage) int { return a.line - b.line })
	return out
}

// place tells a passage's zone and, of an entry in a list, its number.
func (ps *passage) place(zones zonesOf) {
	ps.zone = zones.over(ps.line)
	if ps.row {
		ps.zone = "decision"
	}
	if m := entryNumber.FindStringSubmatch(ps.text); m != nil && !ps.row {
		ps.number = m[1]
		ps.text = ps.text[:0] + strings.Repeat(" ", len(m[0])) + ps.text[len(m[0]):]
	}
}

// zonesOf are the headings on a page, by line.
type zonesOf struct {
	at    map[int]string
	lines []int
}

func zonesOn(p imr.Page) zonesOf {
	z := zonesOf{at: map[int]string{}}
	for i, l := range p.Lines {
		if kind, ok := headingZone(p, i); ok {
			z.at[l.Number] = kind
			z.lines = append(z.lines, l.Number)
		}
	}
	return z
}

// over is the zone of the last heading above a line.
func (z zonesOf) over(line int) string {
	zone := ""
	for _, n := range z.lines {
		if n < line {
			zone = z.at[n]
		}
	}
	return zone
}

// headingZone reads a line as a heading: short, without a sentence, a day or a treatment, and announcing a part of the letter.
func headingZone(p imr.Page, i int) (string, bool) {
	l := p.Lines[i]
	text := strings.TrimSuffix(strings.TrimSpace(l.Text()), ":")
	if len(l.Cells) > 1 || len(text) > 60 || notHeading.MatchString(text) || strings.Contains(text, ":") || serviceWord.MatchString(text) || len(strings.Fields(text)) > 7 {
		return "", false
	}
	if zone := zoneOf(text); zone != "" {
		return zone, zone == "title" || !decidesFirmly(text)
	}
	return "", headingOf(p, i, 0) != "" && !decidesFirmly(text)
}

// decidesFirmly reports whether a text states a decision in more than words of opinion.
func decidesFirmly(text string) bool {
	_, firm := decided.Firmly(text)
	return firm
}

var (
	anyBox = pattern.New(`\[[ xX✓]?\]|\([ xX✓]\)|[☐☒☑]|_+[xX✓]?_+`)
	tick   = pattern.New(`[xX✓☒☑]`)
)

// ticked reads lines of boxes: what is marked counts, and nothing else.
func (s *scan) ticked(p imr.Page, taken map[int]bool) ([]passage, map[int]bool) {
	var out []passage
	lines := map[int]bool{}
	for _, l := range p.Lines {
		text := l.Text()
		boxes := anyBox.FindAllStringIndex(text, -1)
		if len(boxes) == 0 || taken[l.Number] {
			continue
		}
		lines[l.Number] = true
		for i, at := range boxes {
			end := len(text)
			if i+1 < len(boxes) {
				end = boxes[i+1][0]
			}
			if label := strings.TrimSpace(text[at[1]:end]); tick.MatchString(text[at[0]:at[1]]) && decidesFirmly(label) {
				out = append(out, passage{text: label, row: true, named: strings.TrimSpace(text[:boxes[0][0]]), line: l.Number, lines: []imr.Line{l}})
			}
		}
	}
	return out, lines
}
