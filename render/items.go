package render

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"imr"
)

// issues is the section of the disputed items: line, guideline, rationale, and what would change the result.
func (c *composer) issues() imr.Section {
	if len(c.d.Items) == 0 {
		return imr.Section{}
	}
	heading := c.form(formNoticeIssues)
	intro, isDecided := map[string]form{imr.Proposed: formIssues, imr.Adopted: formFinalIssues}[c.d.Status]
	var blocks []imr.Block
	if isDecided {
		heading = c.form(formIssuesHeading)
		blocks = append(blocks, paragraph(nil, c.form(intro)))
	}
	for _, item := range c.d.Items {
		blocks = append(blocks, c.item(item)...)
	}
	if isDecided {
		blocks = append(blocks, paragraph(nil, c.form(formOutcomes)))
	}
	return imr.Section{Heading: &heading, Blocks: blocks}
}

func (c *composer) item(item imr.ItemResult) []imr.Block {
	blocks := c.itemLines(item)
	if cited := c.administrator(); len(cited) > 0 {
		blocks = append(blocks, paragraph(c.lead(formAdministrator), cited...))
	}
	if s, ok := c.guideline(item); ok {
		blocks = append(blocks, paragraph(c.lead(formGuideline), s))
	}
	blocks = append(blocks, c.rationale(item)...)
	if isStopped(item) || c.d.Status == imr.Adopted {
		return blocks
	}
	blocks = append(blocks, c.under(formChange, c.flips(item))...)
	return append(blocks, c.under(formQuestions, c.questions(item))...)
}

// under puts sentences under bold words: one beside them, several in a list below them.
func (c *composer) under(f form, sentences []imr.Sentence) []imr.Block {
	switch len(sentences) {
	case 0:
		return nil
	case 1:
		return []imr.Block{paragraph(c.lead(f), sentences...)}
	}
	return []imr.Block{paragraph(c.lead(f)), bullets(sentences...)}
}

// itemLine is the item, a colon and its outcome.
func (c *composer) itemLine(item imr.ItemResult) imr.Block {
	lead := c.say(c.itemWords(item), c.ofItem(item))
	return imr.Block{Kind: imr.ItemLine, Lead: &lead, Sentences: []imr.Sentence{c.outcome(item)}}
}

func (c *composer) outcome(item imr.ItemResult) imr.Sentence {
	f := formUndecided
	switch {
	case item.Outcome == imr.Upheld:
		f = formUpheld
	case item.Outcome == imr.Overturned:
		f = formOverturned
	case c.d.Status == imr.Ineligible:
		f = formNotReviewable
	}
	if item.Outcome == imr.Refer {
		return c.form(f)
	}
	return c.say(f.text, imr.Source{Kind: imr.FromRule, Rule: item.Rules[0]})
}

// ofItem is the source of an item's own words.
func (c *composer) ofItem(item imr.ItemResult) imr.Source {
	i := slices.IndexFunc(c.d.Items, func(o imr.ItemResult) bool { return o.N == item.N })
	return imr.Source{Kind: imr.FromFact, Facts: []string{pathOf("items", i)}}
}

// itemWords is the item as requested and a colon; with item_style "remaining", after a modification, the sentences that name
// the part which is still in dispute.
func (c *composer) itemWords(item imr.ItemResult) string {
	text := strings.TrimRight(clean(item.Text), ".:; ")
	modified := item.Authorized != nil && *item.Authorized > 0
	if c.d.Letter.Config.ItemStyle != remainingStyle || item.Outcome == imr.Refer || !modified {
		return text + ":"
	}
	authorized := visitsLike(text, item, *item.Authorized)
	if item.Disputed == nil {
		return fmt.Sprintf(formNotSubtracted.text, text, authorized, text)
	}
	return fmt.Sprintf(formRemainder.text, text, authorized, visitsLike(text, item, *item.Disputed))
}

// remainingStyle is the item_style that names the disputed remainder; any other names the whole request.
const remainingStyle = "remaining"

var digits = regexp.MustCompile(`\d+`)

// visitsLike is n visits in the words of the request, where its only number is the count of visits ("18 acupuncture sessions"),
// else in plain words.
func visitsLike(text string, item imr.ItemResult, n int) string {
	numbers := digits.FindAllString(text, -1)
	if item.Requested != nil && len(numbers) == 1 && numbers[0] == countWords(item.Requested.High) && n > 1 {
		return strings.Replace(text, numbers[0], fmt.Sprint(n), 1)
	}
	return count(n, string(item.Service)+" visit")
}
