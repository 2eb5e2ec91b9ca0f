package visits

import "imr"

// Unexplained reports whether a text about the quantity of treatment holds a number, or what may be a damaged one, that no wording
// explains: "2x/week for S weeks", "once weekly, 6". Then no number of visits was read, and one may be stated.
func Unexplained(text string) bool {
	p := parser{g: loadGrammar(), tokens: tokenize(text), known: map[reading][]state{}, cell: true}
	explained := map[int]bool{}
	for _, group := range p.groups() {
		for _, a := range group {
			for i := a.from; i < a.to; i++ {
				explained[i] = true
			}
		}
	}
	for i := range p.tokens {
		if !explained[i] && (p.loose(i) || p.damaged(i)) {
			return true
		}
	}
	return false
}

// loose reports whether a token is a number that may count visits or weeks.
func (p parser) loose(i int) bool {
	return p.number(i) && likely(p.tokens[i].num) && (!p.listed("unit-noun", i+1) || p.is(i+1, "hour")) && !(p.is(i+1, "/") && p.number(i+2)) && !(p.is(i-1, "/") && p.number(i-2))
}

func likely(n float64) bool { return whole(imr.Range{Low: n, High: n}) && n >= 1 && n <= mostVisits }

// damaged reports whether a single letter stands where a number belongs: "S visits", "G weeks".
func (p parser) damaged(i int) bool {
	t := p.tokens[i]
	return len(t.text) == 1 && t.text[0] >= 'a' && t.text[0] <= 'z' && t.text != "a" && t.text != "x" && p.is(i+1, "visit", "week", "month")
}
