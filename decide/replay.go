package decide

import (
	"encoding/json"
	"slices"
	"strings"

	"imr"
)

// Ruling is what the table answers for one item: its outcome and the rules that gave it.
type Ruling struct {
	Outcome imr.Outcome `json:"outcome"`
	Rules   []string    `json:"rules"`
}

// Under answers the items of a stored decision under other limits than the law's. A case that a gate stopped stays as it is. An error
// says what of the decision cannot be read.
func Under(d imr.Decision, limits Limits) ([]Ruling, error) {
	c, err := caseOfDecision(d)
	if err != nil {
		return nil, err
	}
	var out []Ruling
	for i, it := range c.Items {
		was := d.Items[i]
		if len(d.Law) == 0 || slices.Contains(was.Rules, "adjunct-follows") {
			out = append(out, Ruling{was.Outcome, was.Rules})
			continue
		}
		set := settingOf(c, it)
		set.limits = limits
		ans := evaluate(it, set)
		out = append(out, Ruling{ans.outcome, ids(ans.rules)})
	}
	return out, nil
}

// Material is what the rules look at of an item, in one form: two items with the same material facts must have the same outcome.
func Material(d imr.Decision, n int) string {
	parts := []string{string(resultOf(d, n).Service)}
	for _, f := range d.Facts {
		if f.Item != nil && *f.Item == n && slices.Contains(factsAsked, f.Name) {
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
