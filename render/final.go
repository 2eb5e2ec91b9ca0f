package render

import (
	"fmt"

	"imr"
)

// FinalLetter is the kind of a letter that a reviewer has adopted.
const FinalLetter imr.LetterKind = "final"

// reviewed is the first section of a final letter: who examined the case, in the reviewer's own words, with what credentials, and which
// facts the reviewer corrected.
func (c *composer) reviewed() imr.Section {
	heading, by := c.form(formHowHeading), c.d.Adoption.Reviewer
	body := []imr.Sentence{c.form(formFinal)}
	if words := clean(by.Statement); words != "" {
		body = append(body, c.configured(ended(words), "adoption.reviewer.statement"))
	}
	body = append(append(body, c.form(formFinalProgram)), c.guide()...)
	blocks := append([]imr.Block{paragraph(nil, body...)}, c.credentials(formFinalCredentials, by.Licensure, by.Specialty)...)
	return imr.Section{Heading: &heading, Blocks: append(blocks, c.corrections()...)}
}

// signature leaves the organization a place to sign, where it is configured: in the parties' final letter only, since nothing else is
// final and a public copy is not what was signed.
func (c *composer) signature() imr.Section {
	config := c.d.Letter.Config
	if !config.Signature || c.d.Status != imr.Adopted || c.d.Letter.Public {
		return imr.Section{}
	}
	name := clean(config.Organization)
	if name == "" {
		name = formOrganization.text
	}
	label := c.form(formSignature, name)
	return imr.Section{Blocks: []imr.Block{{Kind: imr.Signature, Lead: &label}}}
}

// corrections are the facts that the reviewer read otherwise, each with its place and its reason.
func (c *composer) corrections() []imr.Block {
	var told []imr.Sentence
	for i, k := range c.d.Adoption.Corrections {
		words := fmt.Sprintf("%s: %s (%s). %s", capital(factName(k.Fact)), valueWords(k.Value), filePages(k.File, []int{k.Page}), ended(clean(k.Reason)))
		told = append(told, c.configured(words, pathOf("adoption.corrections", i)))
	}
	return c.under(formCorrections, told)
}

// reviewersGuideline is what the reviewer based an outcome of his or her own on.
func (c *composer) reviewersGuideline(item imr.ItemResult) (imr.Sentence, bool) {
	if c.d.Adoption == nil {
		return imr.Sentence{}, false
	}
	for i, o := range c.d.Adoption.Overrides {
		if o.Item == item.N {
			return c.configured(ended(fmt.Sprintf(formByReviewer.text, clean(o.Guideline))), pathOf("adoption.overrides", i)), true
		}
	}
	for i, s := range c.d.Adoption.Splits {
		if s.Item == item.N {
			return c.configured(ended(fmt.Sprintf(formByReviewer.text, clean(s.Guideline))), pathOf("adoption.splits", i)), true
		}
	}
	return imr.Sentence{}, false
}

// itemLines are an item's line, or of an item that the reviewer split a line for each part.
func (c *composer) itemLines(item imr.ItemResult) []imr.Block {
	if item.Split == nil || item.Requested == nil {
		return []imr.Block{c.itemLine(item)}
	}
	rest := int(item.Requested.High) - *item.Split
	necessary, other := item, item
	necessary.Text = visitsLike(clean(item.Text), item, *item.Split)
	other.Text, other.Outcome = visitsLike(clean(item.Text), item, rest), imr.Upheld
	necessary.Authorized, other.Authorized = nil, nil // the lines name the parts themselves
	return []imr.Block{c.itemLine(necessary), c.itemLine(other)}
}

// The marks of what is a reviewer's: the rule of a reason, and how a corrected fact was read.
const (
	reviewerRule = "reviewer"
	byReviewer   = "reviewer"
)
