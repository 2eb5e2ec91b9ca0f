package render

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"imr"
)

// The request for records that are missing or could not be read (8 CCR 9792.10.5(a)(1)).
var (
	formMissingHeading = form{"missing.heading", "RECORDS REQUESTED"}
	formMissingIntro   = form{"missing.intro", "These papers belong in the case file (8 CCR 9792.10.5(a)(1)) and are not in it, or could not be read. Please send them:"}
	formMissingPages   = form{"missing.pages", "A readable copy of %s."}
	formMissingPDF     = form{"missing.pdf", "%s as a PDF file."}
	formMissingReports = form{"missing.reports", "The physician’s reports on the condition, %s."}
)

// asked are the kinds of document that a case file must hold, and how a letter asks for them. Of a day that is known the words say so.
var asked = []struct {
	form form
	fact string // the day of the document
	kind string
}{
	{form{"missing.application", "The application for independent medical review (DWC Form IMR)"}, "", "application"},
	{form{"missing.ur", "The decision of utilization review"}, "ur_date", "ur"},
	{form{"missing.rfa", "The request for authorization (DWC Form RFA)"}, "rfa_date", "rfa"},
}

// clinicalKinds are documents in which somebody tells what was found and done.
var clinicalKinds = []string{"pr2", "first_report", "acupuncture", "therapy", "operative", "qme", "work_status", "pharmacy", "intake"}

// missing asks for records: in a notice for those that a case file must hold and that are not in it, in any letter with an undecided item
// for those that could not be read. Where nothing is left to review, nothing is asked for.
func (c *composer) missing() imr.Section {
	open := slices.ContainsFunc(c.d.Items, func(i imr.ItemResult) bool { return i.Outcome == imr.Refer })
	noDecision := slices.ContainsFunc(c.d.Flags, func(f imr.Flag) bool { return f.Code == "no-ur-decision" })
	var wanted []imr.Sentence
	if c.d.Status == imr.Referred || c.d.Status == imr.Ineligible && noDecision {
		wanted = append(c.notOnFile(), c.unreadable()...)
	} else if c.d.Status == imr.Proposed && open {
		wanted = c.unreadable()
	}
	if len(wanted) == 0 {
		return imr.Section{}
	}
	heading := c.form(formMissingHeading)
	return imr.Section{Heading: &heading, Blocks: []imr.Block{paragraph(nil, c.form(formMissingIntro)), bullets(wanted...)}}
}

func (c *composer) onFile(kinds ...string) bool {
	return slices.ContainsFunc(c.d.Letter.Documents, func(r imr.Reviewed) bool { return slices.Contains(kinds, r.Kind) })
}

// notOnFile are the documents of which the file holds none.
func (c *composer) notOnFile() []imr.Sentence {
	var out []imr.Sentence
	for _, a := range asked {
		if c.onFile(a.kind) {
			continue
		}
		words, source := a.form.text, imr.Source{Kind: imr.FromForm, Form: a.form.name}
		if f, ok := c.known(a.fact, nil); ok {
			words += " of " + valueWords(f.Value)
			source.Facts = []string{f.ID}
		}
		out = append(out, c.say(words+".", source))
	}
	if !c.onFile(clinicalKinds...) {
		out = append(out, c.reports())
	}
	return out
}

// reports asks for the reports of the six months before the request.
func (c *composer) reports() imr.Sentence {
	source := imr.Source{Kind: imr.FromForm, Form: formMissingReports.name}
	when := "of the six months before the request"
	if f, ok := c.known("rfa_date", nil); ok {
		to := imr.Date(fmt.Sprint(plainValue(f.Value)))
		if from := monthsBefore(to, 6); from.Known() {
			when = fmt.Sprintf("from %s to %s", from.US(), to.US())
			source.Facts = []string{f.ID}
		}
	}
	return c.say(fmt.Sprintf(formMissingReports.text, when), source)
}

// monthsBefore is the same day of an earlier month, or that month's last day.
func monthsBefore(d imr.Date, months int) imr.Date {
	t, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		return ""
	}
	back := t.AddDate(0, -months, 0)
	if back.Day() != t.Day() { // a day that the month lacks runs into the next one
		back = back.AddDate(0, 0, -back.Day())
	}
	return imr.Date(back.Format(time.DateOnly))
}

// unreadable are the pages and files that could not be read.
func (c *composer) unreadable() []imr.Sentence {
	var out []imr.Sentence
	for i, in := range c.d.Inputs {
		var pages []int
		whole := false
		for _, u := range in.Unread {
			pages, whole = append(pages, u.Page), whole || u.Page == 0
		}
		source := imr.Source{Kind: imr.FromFact, Facts: []string{pathOf("inputs", i)}}
		switch {
		case whole && strings.HasSuffix(strings.ToLower(in.File), ".pdf"):
			out = append(out, c.say(fmt.Sprintf(formMissingPages.text, in.File), source))
		case whole:
			out = append(out, c.say(fmt.Sprintf(formMissingPDF.text, in.File), source))
		case len(pages) > 0:
			out = append(out, c.say(fmt.Sprintf(formMissingPages.text, filePages(in.File, pages)), source))
		}
	}
	return out
}
