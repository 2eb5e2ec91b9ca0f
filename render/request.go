package render

import (
	"fmt"
	"slices"
	"strings"

	"imr"
)

// request tells on what days treatment was asked for and utilization review decided. What was asked for and decided, each item's
// rationale tells; where an item has none, this does.
func (c *composer) request() []imr.Sentence {
	var out []imr.Sentence
	if f, ok := c.known("rfa_date", nil); ok {
		out = append(out, c.tell(fmt.Sprintf("The request is dated %s.", valueWords(f.Value)), f.ID))
	}
	if f, ok := c.known("ur_date", nil); ok {
		out = append(out, c.tell(fmt.Sprintf("Utilization review decided on %s.", valueWords(f.Value)), f.ID))
	}
	untold := slices.DeleteFunc(slices.Clone(c.d.Items), func(i imr.ItemResult) bool { return len(i.Reasons) > 0 })
	if len(untold) > 0 {
		out = append(out, c.disputed(untold))
	}
	for _, item := range untold {
		if s, ok := c.utilizationReview(item); ok {
			out = append(out, s)
		}
	}
	return out
}

func (c *composer) disputed(items []imr.ItemResult) imr.Sentence {
	var texts, ids []string
	for _, item := range items {
		texts = append(texts, quoted(item.Text))
		if f, ok := c.known("requested_visits", &item.N); ok {
			ids = append(ids, f.ID)
		} else {
			ids = append(ids, c.ofItem(item).Facts...)
		}
	}
	start := "The disputed item is "
	if len(texts) > 1 {
		start = "The disputed items are "
	}
	return c.tell(start+enumerate(texts)+".", ids...)
}

// utilizationReview says what was decided on the item, where the record says so.
func (c *composer) utilizationReview(item imr.ItemResult) (imr.Sentence, bool) {
	outcome, ok := c.known("ur_outcome", &item.N)
	if !ok {
		outcome, ok = c.known("ur_outcome", nil)
	}
	verb, has := reviewVerbs[fmt.Sprint(plainValue(outcome.Value))]
	if !ok || !has {
		return imr.Sentence{}, false
	}
	ids := []string{outcome.ID}
	object := "the request"
	if len(c.d.Items) > 1 {
		object += " for " + quoted(item.Text)
	}
	words := strings.Replace(verb, "%s", object, 1)
	if f, ok := c.known("authorized_visits", &item.N); ok && item.Authorized != nil && *item.Authorized > 0 {
		words += fmt.Sprintf(" and authorized %s", count(*item.Authorized, "visit"))
		ids = append(ids, f.ID)
	}
	return c.tell(capital(words)+".", ids...), true
}

var reviewVerbs = map[string]string{
	imr.URApproved:    "utilization review approved %s",
	imr.URModified:    "utilization review modified %s",
	imr.URDenied:      "utilization review denied %s",
	imr.URConditional: "utilization review gave a conditional decision on %s",
	imr.URDeferred:    "utilization review deferred %s",
	imr.URWithdrawn:   "utilization review recorded the withdrawal of %s",
}

// contradictions tells the facts on which places of the record disagree, whether or not a reason rests on them.
func (c *composer) contradictions() []imr.Sentence {
	var out []imr.Sentence
	for _, f := range c.d.Facts {
		if f.Status != imr.Contradictory || c.toldAsURDate(f) {
			continue
		}
		words := "The record contradicts itself on the " + factName(f.Name)
		if f.Item != nil && len(c.d.Items) > 1 {
			words += fmt.Sprintf(" of item %d", *f.Item)
		}
		if readings := readingsOf(f); len(readings) > 1 {
			words += ": it reads " + enumerate(readings)
		}
		out = append(out, c.tell(words+".", f.ID))
	}
	return out
}

// toldAsURDate reports whether a fact is the governing date and disagrees as the date of the decision does, from which it follows.
func (c *composer) toldAsURDate(f imr.StatedFact) bool {
	return f.Name == "governing_date" && slices.ContainsFunc(c.d.Facts, func(o imr.StatedFact) bool {
		return o.Name == "ur_date" && o.Status == imr.Contradictory && slices.Equal(readingsOf(o), readingsOf(f))
	})
}

func readingsOf(f imr.StatedFact) []string {
	var out []string
	for _, e := range f.Evidence {
		if words := quoted(wordOrDay(e.Reading)); e.Reading != "" && !slices.Contains(out, words) {
			out = append(out, words)
		}
	}
	return out
}
