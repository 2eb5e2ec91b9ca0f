package render

import (
	"slices"
	"strings"

	"imr"
)

// how is the first section of a proposal: what made it, and to whom it is put. It claims no reviewer's work.
func (c *composer) how() imr.Section {
	heading := c.form(formHowHeading)
	var body []imr.Sentence
	for _, f := range formHow {
		body = append(body, c.form(f))
	}
	body = append(body, c.withholding()...)
	return imr.Section{Heading: &heading, Blocks: append([]imr.Block{paragraph(nil, body...)}, c.credentials()...)}
}

// withholding explains the mark of a public copy, where it stands in one.
func (c *composer) withholding() []imr.Sentence {
	marked := slices.ContainsFunc(c.d.Items, func(i imr.ItemResult) bool { return strings.Contains(i.Text, withheld) }) ||
		slices.ContainsFunc(c.d.Letter.Summary, func(n imr.Note) bool { return strings.Contains(n.Value, withheld) })
	if !marked {
		return nil
	}
	return []imr.Sentence{c.form(formWithheld)}
}

// credentials are the lines on the reviewer, where one was described.
func (c *composer) credentials() []imr.Block {
	config := c.d.Letter.Config
	lines := imr.Block{Kind: imr.List}
	add := func(s imr.Sentence) {
		lines.Entries = append(lines.Entries, imr.Entry{Sentences: []imr.Sentence{s}})
	}
	intro := formCredentials
	if c.d.Status != imr.Proposed {
		intro = formNoticePut
	}
	add(c.form(intro))
	if len(config.Licensure) > 0 {
		add(c.credential(formLicensure, config.Licensure))
	}
	if len(config.Specialty) > 0 {
		add(c.credential(formSpecialty, config.Specialty))
	}
	if len(lines.Entries) == 1 {
		return nil
	}
	return []imr.Block{lines}
}

func (c *composer) credential(f form, values []string) imr.Sentence {
	return c.configured(strings.Replace(f.text, "%s", strings.Join(values, ", "), 1), f.name)
}

// notice is the first section where there is no determination: that there is none, why, and what would settle it.
func (c *composer) notice() imr.Section {
	heading := c.form(formNoticeHeading)
	status := formNoticeReferred
	if c.d.Status == imr.Ineligible {
		status = formNoticeIneligible
	}
	body := append([]imr.Sentence{c.form(status), c.form(formNoticeQuotations), c.form(formNoticeRecords)}, c.withholding()...)
	blocks := []imr.Block{paragraph(nil, body...)}
	blocks = append(blocks, c.under(formNoticeWhy, c.flagSentences(c.stops))...)
	blocks = append(blocks, c.under(formQuestions, c.stoppedQuestions())...)
	return imr.Section{Heading: &heading, Blocks: append(blocks, c.credentials()...)}
}

// flags are told to the reviewer after the items, but for those that a notice has given as its reason.
func (c *composer) flags() imr.Section {
	told := c.flagSentences(func(f imr.Flag) bool { return c.d.Status == imr.Proposed || !c.stops(f) })
	if len(told) == 0 {
		return imr.Section{}
	}
	heading := c.form(formFlagsHeading)
	return imr.Section{Heading: &heading, Blocks: []imr.Block{bullets(told...)}}
}

// flagSentences tells each flag that is wanted; flags in the same words are one sentence with the places of all.
func (c *composer) flagSentences(wanted func(imr.Flag) bool) []imr.Sentence {
	var texts []string
	sources := map[string]*imr.Source{}
	for i, f := range c.d.Flags {
		if !wanted(f) {
			continue
		}
		if sources[f.Text] == nil {
			texts = append(texts, f.Text)
			sources[f.Text] = &imr.Source{Kind: imr.FromFact}
		}
		source, id := sources[f.Text], pathOf("flags", i)
		source.Facts = append(source.Facts, id)
		if len(f.Evidence) > 0 {
			source.Notes = append(source.Notes, c.number("", id, f.Evidence, see))
		}
	}
	var out []imr.Sentence
	for _, text := range texts {
		out = append(out, c.say(text, *sources[text]))
	}
	return out
}
