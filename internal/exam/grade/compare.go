package grade

import (
	"slices"

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
	r.lines(want, d, needles, others)
	if want.Statuses[0] != imr.Ineligible { // whose lines are not in dispute
		r.Checks = append(r.Checks, check("lines", "lines", []any{len(want.Items)}, len(d.Items)))
	}
	return r
}

// lines holds each line against the next one of its kind.
func (r *Result) lines(want facts.Want, d *imr.Decision, needles, others []imr.ItemResult) {
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
