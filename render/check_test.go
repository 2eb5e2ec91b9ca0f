package render_test

import (
	"strings"
	"testing"

	"imr"
	"imr/render"
)

// A decision that contradicts itself gets no letter, and the error says where.
func TestComposeRefusesContradictions(t *testing.T) {
	cases := map[string]struct {
		change func(*imr.Decision)
		says   string
	}{
		"unreadable":        {func(d *imr.Decision) { d.Status = imr.Unreadable }, "nothing of it could be read"},
		"unknown status":    {func(d *imr.Decision) { d.Status = "approved" }, `status "approved"`},
		"adopted by nobody": {func(d *imr.Decision) { d.Status = imr.Adopted }, "no reviewer is told of"},
		"adopted in part": {func(d *imr.Decision) {
			d.Status, d.Adoption = imr.Adopted, &imr.Adoption{}
			d.Items = append(d.Items, referred().Items[0])
		}, "has no outcome"},
		"a proposal with a reviewer": {func(d *imr.Decision) { d.Adoption = &imr.Adoption{} }, "contradict"},
		"another schema":             {func(d *imr.Decision) { d.Schema = "imr.decision/9" }, "imr.decision/9"},
		"a notice that decides":      {func(d *imr.Decision) { d.Status = imr.Referred }, "contradict"},
		"a proposal of nothing":      {func(d *imr.Decision) { d.Items[0].Outcome = imr.Refer; d.Items[0].Flips = nil }, "contradict"},
		"an outcome turned round":    {func(d *imr.Decision) { d.Items[0].Outcome = imr.Overturned; d.Items[0].Flips = nil }, "concludes the contrary"},
		"a conclusion turned round": {func(d *imr.Decision) {
			d.Items[0].Reasons[4].Sentence = "The request for 18 acupuncture sessions is medically necessary."
		}, "concludes the contrary"},
		"an unknown outcome":   {func(d *imr.Decision) { d.Items[0].Outcome = "split" }, `"split"`},
		"no rule":              {func(d *imr.Decision) { d.Items[0].Rules = nil }, "without a rule"},
		"a misquoted law":      {func(d *imr.Decision) { d.Items[0].Reasons[0].Sentence = "The law says: “3 to 7 treatments.”" }, "9792.24.1(c)(1)"},
		"a law not listed":     {func(d *imr.Decision) { d.Items[0].Reasons[0].Law[0].Version = "2007-06-15" }, "2007-06-15"},
		"a fact not listed":    {func(d *imr.Decision) { d.Items[0].Reasons[1].Facts = []string{"f99"} }, `"f99"`},
		"an orphan reason":     {func(d *imr.Decision) { d.Items[0].Reasons[4].Rule = "" }, "no rule, no law and no fact"},
		"a wrong remainder":    {func(d *imr.Decision) { d.Items[0].Disputed = ptr(18) }, "18 requested less 6 authorized are 12"},
		"a request of nothing": {func(d *imr.Decision) { d.Items[0].Text = " \u200b " }, "no words"},
		"a flip to itself":     {func(d *imr.Decision) { d.Items[0].Flips[0].Outcome = imr.Upheld }, `from "upheld" to "upheld"`},
		"an empty reason":      {func(d *imr.Decision) { d.Items[0].Reasons[4].Sentence = "" }, "empty"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			d := eighteen()
			c.change(&d)
			l, err := render.Compose(d)
			if err == nil || !strings.Contains(err.Error(), c.says) {
				t.Errorf("error %v, want one that says %q", err, c.says)
			}
			if len(l.Sections) > 0 {
				t.Error("there is a letter all the same")
			}
		})
	}
}

// What others concluded, and an open question, are not the rationale's conclusion.
func TestConclusionIsTheRationalesOwn(t *testing.T) {
	for _, sentence := range []string{
		"Utilization review wrote: “18 visits are medically necessary.”",
		"It is open whether they are medically necessary.",
	} {
		d := eighteen()
		d.Items[0].Reasons = append(d.Items[0].Reasons, imr.Reason{Sentence: sentence, Rule: "first-course-limit"})
		if _, err := render.Compose(d); err != nil {
			t.Errorf("%q: %v", sentence, err)
		}
	}
}
