package extract

import (
	"slices"
	"strings"

	"imr"
	"imr/internal/pattern"
)

var (
	// patientLabel stands before the patient's name, at the beginning of a cell.
	patientLabel = pattern.New(`(?i)^\W*(?:\d{1,2}\.\s*)?(?:patient|employee|claimant|applicant|injured worker|worker|pt|name|re|regarding|member)(?:['’]s)?(?: name)?(?: ?\([^)]*\))?\s*(?:[:.]|\s|$)\s*`)
	// plainLabel is one that a reader would not take for the beginning of a sentence.
	plainLabel = pattern.New(`[:.]\s*$|^\W*[A-Z ]+\W*$|\S$`)
	// notName are words of other fields, and of companies.
	notName = pattern.New(`(?i)\d|\b(?:claim|date|acupuncture|request\w*|medical|review|utilization|treatment|insurance|company|mutual|fund|casualty|indemnity|authorization|compensation|signature|information|name|number|form|dear|dr|of|for)\b`)
	// personName is a name at the beginning of a text: "Roe, Ann", "Ann B. Roe", "Roe Ann".
	personName = pattern.New(`^([A-Z][\w'’-]+,\s?[A-Z][\w'’-]+|[A-Z][\w'’-]+(?: [A-Z]\.?)? [A-Z][\w'’-]+)(?:\W|$)`)
	title      = pattern.New(`^,? ?(?:MD|M\.D\.|DO|D\.O\.|DC|D\.C\.|L\.?Ac\.?|PT|DPT|NP|PA-C|PA|PhD|RN|DPM|OTR)\b|^ \w`)

	claimNumber = pattern.New(`(?i)\bclaim(?:\s?(?:no|number|#|num))?\s*[.#:]*\s*[:#]?\s*([A-Z]{0,6}[-/]?\d[\w/-]{4,})`)
	claimLabel  = pattern.New(`(?i)^\W*claim(?:\s?(?:no|number|#|num))?\W*$`)
	claimValue  = pattern.New(`^[A-Z]{0,6}[-/]?\d[\w/-]{4,}$`)
)

// patientMentions returns whose page it is: the name and the claim number, which stand after their labels, in the cell beside or below.
func (s *scan) patientMentions(p imr.Page) []imr.Mention {
	var out []imr.Mention
	for i, line := range p.Lines {
		text, at := line.Text(), s.linePlace(p, line)
		for k, c := range line.Cells {
			if label := patientLabel.FindString(c.Text); label != "" {
				if name := nameIn(filledFor(p, i, k, c.Text[len(label):])); name != "" && (plainLabel.MatchString(label) || strings.Contains(name, ",")) {
					out = append(out, s.mention("patient", "", nameKey(name), text, at))
				}
			}
			if v := filledFor(p, i, k, ""); claimLabel.MatchString(c.Text) && claimValue.MatchString(v) {
				out = append(out, s.mention("claim", "", strings.ToUpper(v), text, at))
			}
		}
		for _, m := range claimNumber.FindAllStringSubmatch(text, -1) {
			out = append(out, s.mention("claim", "", strings.ToUpper(m[1]), text, at))
		}
	}
	return out
}

// filledFor is what is filled in for the label of a cell: the rest of the cell, else the cell beside it, else the one below.
func filledFor(p imr.Page, i, k int, rest string) string {
	cells := p.Lines[i].Cells
	switch {
	case strings.TrimSpace(rest) != "":
		return strings.TrimSpace(rest)
	case k+1 < len(cells) && !endsInLabel(cells[k+1].Text):
		return strings.TrimSpace(cells[k+1].Text)
	case i+1 < len(p.Lines):
		for _, c := range p.Lines[i+1].Cells {
			if c.Box[0] < cells[k].Box[2] && c.Box[2] > cells[k].Box[0] {
				return strings.TrimSpace(c.Text)
			}
		}
	}
	return ""
}

// fieldName is the name of a field with nothing filled in.
var fieldName = pattern.New(`(?i)^(?:date|claim|employer|specialty|contact|EAMS|adjuster|DOB|DOI|phone|address|number)\b[^\d]*$`)

func endsInLabel(text string) bool {
	text = strings.TrimSpace(text)
	return strings.HasSuffix(text, ":") || fieldName.MatchString(text)
}

// nameIn is the name at the beginning of a text, "" where it is a physician's, a company's or none.
func nameIn(text string) string {
	m := personName.FindStringSubmatch(text)
	if m == nil || title.MatchString(text[len(m[1]):]) || notName.MatchString(m[1]) {
		return ""
	}
	return m[1]
}

// nameKey returns a name in one form for comparison, however its parts are ordered: lower case, without initials.
func nameKey(name string) string {
	words := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return r == ' ' || r == ',' || r == '.' })
	words = slices.DeleteFunc(words, func(w string) bool { return len(w) == 1 })
	slices.Sort(words)
	return strings.Join(words, " ")
}
