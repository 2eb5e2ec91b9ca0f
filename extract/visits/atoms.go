package visits

import "imr"

// atomKind is what an atom states.
type atomKind int

const (
	total atomKind = iota
	frequency
	duration
	schedule
	doneOf
	units
)

// atom is a piece of a phrase: tokens[from:to] and what they state.
type atom struct {
	kind      atomKind
	from, to  int
	visits    imr.Range  // total; of doneOf: done … of
	freq      imr.Range  // frequency, schedule
	weeks     imr.Range  // duration, schedule
	exact     *imr.Range // visits of a count a month
	twice     *imr.Range // the second customary meaning, as visits
	other     float64    // the number in brackets where it differs from the word: "twelve (10)"
	remaining bool
	upTo      bool
}

// parser holds the tokens of a text.
type parser struct {
	tokens      []token
	cell        bool
	acupuncture bool // the text names acupuncture
}

func (p parser) is(i int, words ...string) bool {
	if i < 0 || i >= len(p.tokens) || p.tokens[i].isNum {
		return false
	}
	for _, w := range words {
		if p.tokens[i].text == w {
			return true
		}
	}
	return false
}

func (p parser) mentionsAcupuncture() bool {
	for i := range p.tokens {
		if p.is(i, "acupuncture") || needleCode(p.tokens[i]) {
			return true
		}
	}
	return false
}

// productions are tried in this order at each token; the first that fits is taken.
func (p parser) atomAt(i int) (atom, bool) {
	for _, production := range []func(int) (atom, bool){
		p.code, p.doneOfAtom, p.remainingAtom, p.weeksFirst, p.schedule, p.frequencyAtom, p.durationAtom, p.marked, p.counted, p.afterAcupuncture, p.bare,
	} {
		if a, ok := production(i); ok {
			a.from = i
			return a, true
		}
	}
	return atom{}, false
}

// number reads 12, twelve, twelve (12), 12 (twelve), 1 8 before a visit noun. other is the second number where they differ.
func (p parser) number(i int) (n, other float64, next int, ok bool) {
	if i >= len(p.tokens) || !p.tokens[i].isNum {
		return 0, 0, i, false
	}
	n, next = p.tokens[i].num, i+1
	if p.is(next, "(") && next+2 < len(p.tokens) && p.tokens[next+1].isNum && p.is(next+2, ")") {
		if m := p.tokens[next+1].num; m != n {
			other = m
		}
		return n, other, next + 3, true
	}
	if next+1 < len(p.tokens) && n < 10 && p.tokens[next].isNum && p.tokens[next].num < 10 && p.tokens[next].text[0] <= '9' && p.tokens[i].text[0] <= '9' && p.is(next+1, "visit") {
		return n*10 + p.tokens[next].num, 0, next + 1, true
	}
	return n, 0, next, true
}

// span reads a number or a range: 12, 3-6, 3 to 6, between 4 and 8, up to 12.
func (p parser) span(i int) (r imr.Range, other float64, upTo bool, next int, ok bool) {
	if p.is(i, "up") && p.is(i+1, "to") {
		i, upTo = i+2, true
	}
	between := p.is(i, "between")
	if between {
		i++
	}
	low, other, next, ok := p.number(i)
	if !ok {
		return r, 0, false, i, false
	}
	high := low
	if p.is(next, "-", "to", "or") || between && p.is(next, "and") {
		if n, _, after, ok := p.number(next + 1); ok && n >= low {
			high, next = n, after
		}
	}
	return imr.Range{Low: low, High: high}, other, upTo, next, true
}

// small reports whether a range can be a number of visits, or of weeks.
func small(r imr.Range) bool {
	whole := r.Low == float64(int(r.Low)) && r.High == float64(int(r.High))
	return whole && r.Low >= 1 && r.High <= 120
}
