package main

import (
	"fmt"
	"strings"

	"imr"
	"imr/decide"
)

// rules prints the table as it stands against one item: the rules that hold or may hold, condition by condition with the facts they
// rest on, and for each other rule the condition that keeps it out.
func (p *page) rules(d imr.Decision, n int) error {
	traces, err := decide.Trace(d, n)
	if err != nil {
		return err
	}
	p.line(2, "the rules, one by one")
	for _, t := range traces {
		if t.Truth == decide.False {
			p.line(4, "%s: does not hold; false: %s", t.Rule.ID, firstFalse(t))
			continue
		}
		p.line(4, "%s: %s", t.Rule.ID, truthWords[t.Truth])
		for _, c := range t.Conditions {
			p.line(6, "%s: %s%s", c.Truth, c.Words, p.restsOn(c.Facts))
		}
	}
	return nil
}

var truthWords = map[decide.Truth]string{
	decide.True:      "holds",
	decide.Undecided: "may hold; the facts do not settle it",
}

func firstFalse(t decide.RuleTrace) string {
	for _, c := range t.Conditions {
		if c.Truth == decide.False {
			return c.Words
		}
	}
	return ""
}

// restsOn names facts by their ids and values; the list of all facts has their places.
func (p *page) restsOn(ids []string) string {
	var out []string
	for _, id := range ids {
		f := p.facts[id]
		out = append(out, fmt.Sprintf("%s %s: %s", id, f.Name, stateOf(f)))
	}
	if len(out) == 0 {
		return ""
	}
	return " [" + strings.Join(out, "; ") + "]"
}

// stateOf is a fact's value, or its state where it has none.
func stateOf(f imr.StatedFact) string {
	if f.Status != imr.Known {
		return string(f.Status)
	}
	return value(f.Value)
}
