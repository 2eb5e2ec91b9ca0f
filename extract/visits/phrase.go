package visits

import "imr"

// Kind tells what sort of quantity a phrase states.
type Kind int

// The kinds of phrases.
const (
	Quantity  Kind = iota // how many, how often, how long
	DoneOf                // so many done, of so many authorized where that is said
	Remaining             // what is left of a larger number
	UnitsOnly             // units that are not visits
	OpenEnded             // a least number only: "at least 6"
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

	Done, Of   int  // "4 of 6"; Of is 0 where only the number done is said
	Additional bool // "more", "another", "continue"
	Trial      bool // "initial", "trial", "first course"
}

// Parse returns the expressions of a quantity in a sentence or line about acupuncture, in order, not overlapping.
func Parse(text string) []Phrase { return parse(text, false) }

// ParseCell is Parse for the quantity column of a form, where a bare number is a number of visits and "6 weeks" a duration.
func ParseCell(text string) []Phrase { return parse(text, true) }

func parse(text string, cell bool) []Phrase {
	if quotesGuideline(text) {
		return nil
	}
	return parseWith(loadGrammar(), text, cell)
}

func parseWith(g grammar, text string, cell bool) []Phrase {
	p := parser{g: g, tokens: tokenize(text), known: map[reading][]state{}, cell: cell}
	p.acupuncture = p.namesAcupuncture()
	var out []Phrase
	for _, group := range p.groups() {
		ph, ok := p.meaning(group)
		if !ok {
			continue
		}
		if n := len(out); n > 0 && p.goesOn(out[n-1], ph) {
			out[n-1] = out[n-1].and(ph)
		} else {
			out = append(out, ph)
		}
	}
	return p.own(out, text)
}

// own leaves out what stands right after the name of another therapy, where something else is said of acupuncture or nothing was
// said of it before: "physical therapy 2x6, acupuncture 2x4".
func (p parser) own(all []Phrase, text string) []Phrase {
	var out []Phrase
	for _, ph := range all {
		ph.Text = text[ph.Start:ph.End]
		if !p.afterOther(ph.Start) || len(all) == 1 && p.acupuncture {
			out = append(out, ph)
		}
	}
	return out
}

func (p parser) namesAcupuncture() bool {
	for i := range p.tokens {
		if p.is(i, "acupuncture") || p.listed("code", i) {
			return true
		}
	}
	return false
}
