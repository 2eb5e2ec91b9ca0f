package paper

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"imr/internal/exam/facts"
)

// said returns, in the style's words and in any order, what a paper must say of some facts.
func (k *composer) said(w *writer, kind string, names []string) string {
	var out []string
	for i, s := range k.c.Sayings {
		if k.place[i] != kind || !slices.Contains(names, s.Fact) {
			continue
		}
		out = append(out, k.phrase(w, s))
	}
	k.Shuffle(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
	return strings.Join(out, " ")
}

// phrase says one thing. A style that lacks the words is found by a test, so here the group's name stands in for them.
func (k *composer) phrase(w *writer, s facts.Saying) string {
	p, err := w.pick(s.Meaning)
	if err != nil {
		return "{pick " + s.Meaning + "}"
	}
	own := *w
	own.slots = maps.Clone(w.slots)
	for name, n := range s.Numbers {
		own.slots[name] = strconv.Itoa(n)
	}
	for name, word := range s.Words {
		own.slots[name] = k.partName(&own, word)
	}
	text, err := own.fill(p.text)
	if err != nil {
		return "{" + s.Meaning + ": " + err.Error() + "}"
	}
	if k.errors {
		text = k.damaged(text)
	}
	return mark(factsOf(s.Fact), s.Meaning, picked{text, p.from})
}

// factsOf names the program's facts that a saying is about.
func factsOf(fact string) string {
	switch fact {
	case "prior":
		return "prior_visits course"
	case "function":
		return "improvement_function"
	case "dependency":
		return "improvement_dependency"
	}
	return fact
}

func (k *composer) partName(w *writer, part string) string {
	p, err := w.pick("part." + part)
	if err != nil {
		return part
	}
	text, err := w.fill(p.text)
	if err != nil {
		return part
	}
	return text
}
