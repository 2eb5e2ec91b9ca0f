package decide

import (
	"encoding/json"
	"slices"
	"strings"

	"imr"
	"imr/internal/law"
)

// Ruling is what the table answers for one item: its outcome and the rules that gave it.
type Ruling struct {
	Outcome imr.Outcome `json:"outcome"`
	Rules   []string    `json:"rules"`
}

// Under answers the items of a stored decision by another pack, as Decide would: the gates first, with the pack's texts. What a reviewer
// decided stays. An error says what of the decision cannot be read.
func Under(d imr.Decision, p Pack) ([]Ruling, error) {
	c, err := caseOfDecision(d)
	if err != nil {
		return nil, err
	}
	out := byGates(c, p.Law)
	if out == nil {
		for _, v := range verdicts(c, p) {
			out = append(out, Ruling{v.outcome, ids(v.rules)})
		}
	}
	for i, it := range d.Items {
		if slices.Contains(it.Rules, ByReviewer) {
			out[i] = Ruling{it.Outcome, it.Rules}
		}
	}
	return out, nil
}

// byGates refers every item where a gate stops the case; nil where none does.
func byGates(c imr.Case, book *law.Book) []Ruling {
	var codes []string
	for _, g := range stopping(gates(c, book)) {
		codes = append(codes, gateRule(g))
	}
	if _, haveLaw := textsOn(book, c.Facts.GoverningDate); haveLaw && codes == nil {
		return nil
	}
	out := []Ruling{}
	for range c.Items {
		out = append(out, Ruling{imr.Refer, codes})
	}
	return out
}

// Material is what the rules look at of an item, in one form: two items with the same material facts must have the same outcome.
func Material(d imr.Decision, n int) string {
	parts := []string{string(resultOf(d, n).Service)}
	for _, f := range d.Facts {
		if f.Item != nil && *f.Item == n && slices.Contains(factsAsked[:], f.Name) {
			parts = append(parts, f.Name+"="+material(f))
		}
	}
	slices.Sort(parts[1:])
	return strings.Join(parts, "; ")
}

// material is a fact's value, or its state and, where places disagree, their readings.
func material(f imr.StatedFact) string {
	if f.Status == imr.Known {
		value, err := json.Marshal(f.Value)
		if err != nil {
			return err.Error()
		}
		return string(value)
	}
	var readings []string
	for _, e := range f.Evidence {
		if e.Reading != "" && !slices.Contains(readings, e.Reading) {
			readings = append(readings, e.Reading)
		}
	}
	slices.Sort(readings)
	return string(f.Status) + strings.Join(readings, "|")
}
