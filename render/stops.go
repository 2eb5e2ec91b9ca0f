package render

import (
	"slices"
	"strings"

	"imr"
)

// gate begins the id of a rule that stops a case; the code of its flag follows. Such a rule is one of every item.
const gate = "gate-"

func isStopped(item imr.ItemResult) bool {
	return slices.ContainsFunc(item.Rules, func(rule string) bool { return strings.HasPrefix(rule, gate) })
}

// stops reports whether a flag is why there is no determination. Where no item could be read, every flag may be.
func (c *composer) stops(f imr.Flag) bool {
	if len(c.d.Items) == 0 {
		return true
	}
	return slices.ContainsFunc(c.d.Items, func(i imr.ItemResult) bool { return slices.Contains(i.Rules, gate+f.Code) })
}

// stoppedQuestions are what would settle a stopped case, each once: its items all wait for the same answers.
func (c *composer) stoppedQuestions() []imr.Sentence {
	var out []imr.Sentence
	for _, item := range c.d.Items {
		if !isStopped(item) {
			continue
		}
		for _, s := range c.questions(item) {
			if !slices.ContainsFunc(out, func(o imr.Sentence) bool { return o.Text() == s.Text() }) {
				out = append(out, s)
			}
		}
	}
	return out
}
