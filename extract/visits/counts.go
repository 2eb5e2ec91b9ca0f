package visits

import "imr"

// Count is a number in a text that decides on visits: how many, of how many, or for how many weeks.
type Count struct {
	Visits     int // 0 where the words give a length only
	Of         int // "6 of 18"; 0 where no larger number is said
	Weeks      imr.Range
	Named      bool // the words name visits, or how often and how long; false for a bare number
	Start, End int  // byte offsets in the text
}

// Counts returns the numbers of visits in a stretch of a decision, where a bare number may be one: "6 certified", "(5 of 9)".
func Counts(text string) []Count {
	p := parser{g: loadGrammar(), tokens: tokenize(text), known: map[reading][]state{}, cell: true}
	var out []Count
	next := 0 // the first token that no phrase holds
	for _, group := range p.groups() {
		first, last := group[0], group[len(group)-1]
		out = append(out, p.loosely(next, first.from)...)
		next = last.to
		if ph, ok := p.meaning(group); ok {
			if c, ok := countOf(ph); ok {
				out = append(out, c)
			}
		}
	}
	return append(out, p.loosely(next, len(p.tokens))...)
}

func countOf(ph Phrase) (Count, bool) {
	c := Count{Start: ph.Start, End: ph.End, Named: true}
	switch {
	case ph.Kind == DoneOf:
		c.Visits, c.Of = ph.Done, ph.Of
	case len(ph.Readings) == 1:
		c.Visits = int(ph.Readings[0].High)
	case len(ph.Readings) == 0 && ph.Duration != nil:
		c.Weeks = *ph.Duration
	default:
		return c, false
	}
	return c, true
}

// loosely reads bare numbers among tokens: 6, six, 5 of 9.
func (p parser) loosely(from, to int) []Count {
	var out []Count
	for i := from; i < to; i++ {
		if !p.loose(i) {
			continue
		}
		c := Count{Visits: int(p.tokens[i].num), Start: p.tokens[i].start, End: p.tokens[i].end}
		if _, next, _ := p.numberAt(i); next > i+1 {
			i = next - 1
			c.End = p.tokens[i].end
		}
		k := i + 1
		for p.is(k, "of", "out", "the", "/") {
			k++
		}
		if k > i+1 && k < to && p.number(k) && p.tokens[k].num >= float64(c.Visits) {
			c.Of, c.End = int(p.tokens[k].num), p.tokens[k].end
			i = k
		}
		out = append(out, c)
	}
	return out
}
