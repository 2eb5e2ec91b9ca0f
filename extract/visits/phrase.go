package visits

import "imr"

// Kind tells what sort of quantity a phrase states.
type Kind int

// The kinds of phrases.
const (
	Quantity  Kind = iota // how many, how often, how long
	DoneOf                // so many done of so many authorized
	Remaining             // what is left of a larger number
	UnitsOnly             // units that are not visits
)

// Phrase is one expression of a quantity of treatment.
type Phrase struct {
	Start, End int    // byte offsets in the text
	Text       string // text[Start:End]
	Kind       Kind

	Total     *imr.Range // visits, where the words give a number
	Frequency *imr.Range // visits a week
	Duration  *imr.Range // weeks
	// Readings are the distinct numbers of visits that the words allow: one when they agree, more when a total and a schedule
	// disagree or an expression has two customary meanings, none when no number can be derived.
	Readings []imr.Range

	Done, Of   int  // "4 of 6"
	Additional bool // "more", "another", "continue"
	Trial      bool // "initial", "trial", "first course"
	UpTo       bool // "up to 12"
}

// Parse returns the expressions of a quantity in a sentence or line about acupuncture, in order, not overlapping.
func Parse(text string) []Phrase { return parse(text, false) }

// ParseCell is Parse for the quantity column of a form, where a bare number is a number of visits and "for 6 weeks" a duration.
func ParseCell(text string) []Phrase { return parse(text, true) }

func parse(text string, cell bool) []Phrase {
	if guideline.MatchString(text) {
		return nil
	}
	p := parser{tokens: tokenize(text), cell: cell}
	p.acupuncture = p.mentionsAcupuncture()
	var out []Phrase
	for _, group := range p.groups() {
		if ph, ok := meaning(group, p); ok {
			ph.Text = text[ph.Start:ph.End]
			out = append(out, ph)
		}
	}
	return out
}
