package decide

import (
	"fmt"
	"slices"
	"strings"

	"imr"
)

// WrittenRule is a rule as a pack's file holds it. Its conditions are named; the vocabulary is the program's, so a rule that asks
// something new needs a program that knows how to ask it.
type WrittenRule struct {
	ID        string      `toml:"id"`
	Paragraph string      `toml:"paragraph"`
	Text      string      `toml:"text"`
	Reading   string      `toml:"reading"`
	When      []string    `toml:"when"`
	Outcome   imr.Outcome `toml:"outcome"`
	Gate      bool        `toml:"gate"`
	Flag      string      `toml:"flag"`
}

// Written is the rule for a pack's file.
func (r Rule) Written() WrittenRule {
	w := WrittenRule{r.ID, r.Para, r.Text, r.Reading, nil, r.Outcome, r.gate, r.flag}
	for _, c := range r.when {
		w.When = append(w.When, c.name)
	}
	return w
}

// Rule is the rule that was written. An error names a condition that this program does not know.
func (w WrittenRule) Rule() (Rule, error) {
	r := Rule{ID: w.ID, Para: w.Paragraph, Text: w.Text, Reading: w.Reading, Outcome: w.Outcome, gate: w.Gate, flag: w.Flag}
	for _, name := range w.When {
		i := slices.IndexFunc(vocabularyOfRules, func(c condition) bool { return c.name == name })
		if i < 0 {
			return r, fmt.Errorf("the rule %s asks for the condition %q, which this program does not know; it knows %s", w.ID, name, strings.Join(conditionNames(), ", "))
		}
		r.when = append(r.when, vocabularyOfRules[i])
	}
	return r, nil
}

// Vocabulary lists what a rule may ask, each as "name: what it means".
func Vocabulary() []string {
	var out []string
	for _, c := range vocabularyOfRules {
		out = append(out, c.name+": "+c.words)
	}
	return out
}

func conditionNames() []string {
	var out []string
	for _, c := range vocabularyOfRules {
		out = append(out, c.name)
	}
	return out
}
