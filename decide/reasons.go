package decide

import (
	"fmt"

	"imr"
	"imr/internal/law"
)

// texts are the sections in force on the governing date that reasons quote from.
type texts struct {
	guideline  law.Text
	definition law.Text
}

func textsOn(book *law.Book, f imr.Fact[imr.Date]) (texts, bool) {
	days := domain(f, nil, nil)
	if len(days) == 0 {
		return texts{}, false
	}
	guideline, ok := book.InForce(guidelineSection, days[0])
	if !ok {
		return texts{}, false
	}
	definition, ok := book.InForce("9792.20", days[0])
	for _, d := range days[1:] { // days in more than one version: cite only the words that they share
		if other, _ := book.InForce("9792.20", d); other.From != definition.From {
			definition, ok = book.InForce("9792.20", "2015-06-30")
		}
	}
	return texts{guideline, definition}, ok
}

// author writes the reasons of one item, each with the rule, the law and the facts that it rests on.
type author struct {
	item  imr.Item
	sheet *sheet
	texts texts
	facts *walker         // the item's facts, for what they leave open
	met   map[string]bool // ids of the rules that completions of them meet
	out   []imr.Reason
}

// say adds a sentence that rests on facts.
func (a *author) say(rule, sentence string, facts ...string) {
	a.out = append(a.out, imr.Reason{Sentence: sentence, Rule: rule, Law: []imr.LawQuote{}, Facts: a.sheet.ids(a.item.N, facts...)})
}

// cite adds a sentence that quotes a paragraph: the words stand in its place %s, in quotation marks.
func (a *author) cite(rule string, t law.Text, label, words, sentence string) {
	q, err := t.Quote(label, words)
	if err != nil {
		return // a test holds every quotation of this package against the texts
	}
	a.out = append(a.out, imr.Reason{Sentence: fmt.Sprintf(sentence, quoted(words)), Rule: rule, Law: []imr.LawQuote{q}, Facts: []string{}})
}

// reasonsFor tells the request, what utilization review did, the course, the law, how it applies, and what stays authorized.
func reasonsFor(it imr.Item, s *sheet, t texts, by verdict) []imr.Reason {
	a, ans := &author{item: it, sheet: s, texts: t, facts: start(it, by.setting), met: map[string]bool{}}, by.answer
	for _, r := range ans.rules {
		a.met[r.ID] = true
	}
	a.request()
	a.course()
	for _, r := range ans.rules {
		a.rule(r)
	}
	a.remains(ans)
	a.conclude(ans)
	return a.out
}

// request says what was asked and what utilization review did with it.
func (a *author) request() {
	it := a.item
	asked := fmt.Sprintf("The request reads “%s”.", it.Text)
	if q := it.RequestedVisits; q.Status == imr.Known {
		asked = fmt.Sprintf("The request, “%s”, is for %s.", it.Text, visitsOf(q.Value))
		if it.Text == visitsOf(q.Value) {
			asked = "The request is for " + it.Text + "."
		}
	}
	a.say("request", asked, "requested_visits", requestFact)
	if q := it.RequestedVisits; q.Status == imr.Contradictory {
		var each []string
		for _, v := range distinct(q) {
			each = append(each, visitsOf(v))
		}
		a.say("request", "The record gives more than one number for it: "+join(each)+".", "requested_visits")
	}
	if text := reviewed(it); text != "" {
		a.say("request", text, "ur_outcome", "authorized_visits")
	}
}

// reviewed tells what utilization review did, as far as the record says.
func reviewed(it imr.Item) string {
	if it.UROutcome.Status != imr.Known {
		return ""
	}
	n := it.AuthorizedVisits
	switch {
	case it.UROutcome.Value == imr.URDenied:
		return "Utilization review denied it in full."
	case it.UROutcome.Value == imr.URModified && n.Status == imr.Known:
		return fmt.Sprintf("Utilization review certified %s and refused the rest.", visits(float64(n.Value)))
	case it.UROutcome.Value == imr.URModified:
		return "Utilization review modified it."
	}
	return ""
}

func distinct(f imr.Fact[imr.Range]) []imr.Range {
	var out []imr.Range
	seen := map[imr.Range]bool{}
	for _, r := range f.Readings {
		if !seen[r.Value] {
			seen[r.Value] = true
			out = append(out, r.Value)
		}
	}
	return out
}

// course says whether this is a first course, and why.
func (a *author) course() {
	it := a.item
	if it.Service == imr.OtherService {
		return
	}
	prior, course := it.PriorVisits, it.Course
	switch {
	case course.Status == imr.Known && course.Value == imr.InitialCourse && prior.Status == imr.Known:
		a.say("course", "The record says that there was no acupuncture before this request, so this is a first course.", "course", "prior_visits")
	case course.Status == imr.Known && course.Value == imr.InitialCourse:
		a.say("course", "The request itself speaks of a first course, and no earlier acupuncture is on file.", "course", "prior_visits")
	case course.Status == imr.Known && prior.Status == imr.Known:
		verb := "were"
		if prior.Value == 1 {
			verb = "was"
		}
		a.say("course", fmt.Sprintf("Before this request, %s of acupuncture %s completed, so this is a continuation.", visits(float64(prior.Value)), verb), "course", "prior_visits")
	case course.Status == imr.Known:
		a.say("course", "There was acupuncture before this request, so this is a continuation; how many visits were completed is not clear.", "course", "prior_visits")
	case course.Status == imr.Contradictory:
		a.say("course", "The record contradicts itself on whether there was acupuncture before this request.", "course", "prior_visits")
	default:
		a.say("course", "The record does not settle whether there was acupuncture before this request.", "course", "prior_visits")
	}
}

// remains says that what utilization review certified is not taken away.
func (a *author) remains(ans answer) {
	n := a.item.AuthorizedVisits
	if n.Status != imr.Known || n.Value == 0 || a.item.Service == imr.OtherService || ans.outcome == imr.Overturned {
		return
	}
	if n.Value == 1 {
		a.say("authorized", "The 1 visit that utilization review certified remains authorized.", "authorized_visits")
		return
	}
	a.say("authorized", fmt.Sprintf("The %s that utilization review certified remain authorized.", visits(float64(n.Value))), "authorized_visits")
}

// conclude states the outcome in the words of Labor Code 4610.5. An item that is referred has none.
func (a *author) conclude(ans answer) {
	rule := ""
	if len(ans.rules) > 0 {
		rule = ans.rules[0].ID
	}
	switch ans.outcome {
	case imr.Upheld:
		a.say(rule, "Under this guideline the request is not medically necessary.")
	case imr.Overturned:
		a.say(rule, "Under this guideline the request is medically necessary.")
	}
}
