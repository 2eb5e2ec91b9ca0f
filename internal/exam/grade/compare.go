package grade

import (
	"encoding/json"
	"slices"
	"strings"

	"imr"
	"imr/internal/exam/facts"
	"imr/internal/exam/rules"
)

// Verdict is how an outcome compares with the one that must come out.
type Verdict int

// The verdicts. Wrong is what must never happen: the other outcome, or any outcome where a person must decide.
const (
	Right Verdict = iota
	Needless
	Wrong
)

// Check is one fact held against what must come out.
type Check struct {
	Fact    string
	Meaning string   // what the papers say of it
	Want    []string // accepted values as JSON
	Got     string
	Passed  bool
}

// known tells whether the fact has exactly one accepted value.
func (c Check) known() bool { return len(c.Want) == 1 && c.Want[0] != null }

const null = "null"

// Answer is one line's outcome held against what must come out.
type Answer struct {
	Want, Got string
	Verdict   Verdict
	Line      string // the meaning of the line, "needles" for the acupuncture
}

// Result is a case held against what must come out.
type Result struct {
	Checks   []Check
	Answers  []Answer
	StatusOK bool
	Status   string
}

// Worst is the worst verdict of a case's lines.
func (r Result) Worst() Verdict {
	worst := Right
	for _, a := range r.Answers {
		worst = max(worst, a.Verdict)
	}
	return worst
}

// Compare holds a decision against what must come out.
func Compare(want facts.Want, d *imr.Decision) Result {
	if d == nil {
		d = &imr.Decision{Status: "no decision"}
	}
	r := Result{Status: d.Status, StatusOK: slices.Contains(want.Statuses, d.Status)}
	needles, others := split(d.Items)
	for _, fact := range sorted(want.Facts) {
		r.Checks = append(r.Checks, check(fact, fact, want.Facts[fact], valueOf(d, fact, lineOf(fact, needles))))
	}
	r.Checks = append(r.Checks, gate(want, d))
	for _, item := range want.Items {
		if item.Service == string(imr.OtherService) {
			r.Answers = append(r.Answers, answer(item.From["outcome"], item.Outcome, next(&others)))
			continue
		}
		got := next(&needles)
		if got == nil && want.Statuses[0] == imr.Ineligible {
			continue // nothing is in dispute, so nothing is listed
		}
		r.Answers = append(r.Answers, answer("needles", item.Outcome, got))
		r.Checks = append(r.Checks, checks(item, got, d)...)
	}
	if want.Statuses[0] == imr.Ineligible {
		return r // whose lines are not in dispute
	}
	r.Checks = append(r.Checks, check("lines", "lines", []any{len(want.Items)}, len(d.Items)))
	return r
}

// gate tells whether what stands before the rules was found, and nothing else taken for it.
func gate(want facts.Want, d *imr.Decision) Check {
	if want.Gate != "" {
		accepted := make([]any, len(want.Statuses))
		for i, s := range want.Statuses {
			accepted[i] = s
		}
		return check("gate", want.Gate, accepted, d.Status)
	}
	return check("gate", "none", []any{imr.Proposed, imr.Referred}, d.Status)
}

// next takes the first of the lines.
func next(lines *[]imr.ItemResult) *imr.ItemResult {
	if len(*lines) == 0 {
		return nil
	}
	first := (*lines)[0]
	*lines = (*lines)[1:]
	return &first
}

// lineOf tells where the program keeps a fact of the whole case: the outcome of utilization review stands with the line.
func lineOf(fact string, needles []imr.ItemResult) int {
	if fact == "ur_outcome" && len(needles) > 0 {
		return needles[0].N
	}
	return 0
}

// split parts the lines of acupuncture from the others.
func split(items []imr.ItemResult) (needles, others []imr.ItemResult) {
	for _, it := range items {
		if it.Service == imr.OtherService {
			others = append(others, it)
		} else {
			needles = append(needles, it)
		}
	}
	return needles, others
}

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

func answer(line, want string, got *imr.ItemResult) Answer {
	a := Answer{Line: line, Want: want, Got: "missing"}
	if got != nil {
		a.Got = string(got.Outcome)
	}
	decided := a.Got == rules.Upheld || a.Got == rules.Overturned
	switch {
	case a.Got == want, want == rules.Refer && !decided:
		a.Verdict = Right
	case decided:
		a.Verdict = Wrong
	default:
		a.Verdict = Needless
	}
	return a
}

func sorted[V any](m map[string]V) []string {
	var names []string
	for name := range m {
		names = append(names, name)
	}
	slices.SortFunc(names, strings.Compare)
	return names
}
