package decide

import (
	"math/bits"
	"slices"
)

// bitSet is a set of rows, conditions or facts of a table, a bit each.
type bitSet uint32

func (s bitSet) has(i int) bool    { return s&(1<<i) != 0 }
func (s bitSet) with(i int) bitSet { return s | 1<<i }

// only reports whether the set holds one member, and which.
func (s bitSet) only() (i int, yes bool) {
	return bits.TrailingZeros32(uint32(s)), bits.OnesCount32(uint32(s)) == 1
}

// mostOfAKind is how many rules, and how many conditions, a table may have: a bit each in a bitSet.
const mostOfAKind = 32

// readyTable is a table made ready for evaluation: each condition stands in it once, however many rules ask it.
type readyTable struct {
	rows       []row
	conditions []asked
}

type row struct {
	Rule
	asks    bitSet // conditions
	looksAt bitSet // facts
}

type asked struct {
	condition
	looksAt bitSet // facts
}

func ready(rules []Rule) *readyTable {
	t := &readyTable{}
	for _, r := range rules {
		out := row{Rule: r}
		for _, c := range r.when {
			i := t.place(c)
			out.asks = out.asks.with(i)
			out.looksAt |= t.conditions[i].looksAt
		}
		t.rows = append(t.rows, out)
	}
	return t
}

// place returns the number of a condition.
func (t *readyTable) place(c condition) int {
	if i := slices.IndexFunc(t.conditions, func(have asked) bool { return have.name == c.name }); i >= 0 {
		return i
	}
	var facts bitSet
	for _, f := range c.facts {
		facts |= bitOf(f)
	}
	t.conditions = append(t.conditions, asked{c, facts})
	return len(t.conditions) - 1
}

func bitOf(fact string) bitSet { return 1 << slices.Index(factsAsked[:], fact) }

// settle tries the conditions that look at nothing but facts that have a value, each once on the way.
func (t *readyTable) settle(s *filling) {
	open := bitSet(1<<len(t.conditions)-1) &^ (s.yes | s.no)
	for ; open != 0; open &= open - 1 {
		i := bits.TrailingZeros32(uint32(open))
		c := &t.conditions[i]
		switch {
		case c.looksAt&^s.set != 0:
		case c.holds(s.p):
			s.yes = s.yes.with(i)
		default:
			s.no = s.no.with(i)
		}
	}
}

// askedBy are the facts that rules look at.
func (t *readyTable) askedBy(rules bitSet) bitSet {
	var out bitSet
	for ; rules != 0; rules &= rules - 1 {
		out |= t.rows[bits.TrailingZeros32(uint32(rules))].looksAt
	}
	return out
}
