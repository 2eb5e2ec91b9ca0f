package grade

import (
	"encoding/json"
	"slices"
	"strings"

	"imr"
	"imr/internal/exam/facts"
)

func checks(want facts.Item, got *imr.ItemResult, d *imr.Decision) []Check {
	if got == nil {
		return []Check{{Fact: "service", Meaning: "service", Want: []string{asJSON(want.Service)}, Got: null}}
	}
	out := []Check{check("service", "service", []any{want.Service}, string(got.Service))}
	for _, fact := range sorted(want.Facts) {
		out = append(out, check(fact, want.From[fact], want.Facts[fact], valueOf(d, fact, got.N)))
	}
	return out
}

func check(fact, meaning string, accepted []any, got any) Check {
	c := Check{Fact: fact, Meaning: meaning, Got: asJSON(got)}
	for _, a := range accepted {
		c.Want = append(c.Want, asJSON(a))
	}
	c.Passed = slices.Contains(c.Want, c.Got)
	return c
}

// valueOf finds a fact of a line, or with line 0 of the whole case.
func valueOf(d *imr.Decision, name string, line int) any {
	for _, f := range d.Facts {
		if f.Name == name && (f.Item == nil) == (line == 0) && (f.Item == nil || *f.Item == line) {
			return f.Value
		}
	}
	return nil
}

// asJSON writes a value in one form, whatever its type.
func asJSON(v any) string {
	var plain any
	text, err := json.Marshal(v)
	if err == nil {
		err = json.Unmarshal(text, &plain)
	}
	if err == nil {
		text, err = json.Marshal(plain)
	}
	if err != nil {
		return err.Error()
	}
	return string(text)
}

func sorted[V any](m map[string]V) []string {
	var names []string
	for name := range m {
		names = append(names, name)
	}
	slices.SortFunc(names, strings.Compare)
	return names
}
