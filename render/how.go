package render

import (
	"slices"
	"strings"

	"imr"
)

// how is the first section of a proposal: what made it, and to whom it is put. It claims no reviewer's work.
func (c *composer) how() imr.Section {
	heading, config := c.form(formHowHeading), c.d.Letter.Config
	var body []imr.Sentence
	for _, f := range formHow {
		body = append(body, c.form(f))
	}
	blocks := []imr.Block{paragraph(nil, append(body, c.guide()...)...)}
	return imr.Section{Heading: &heading, Blocks: append(blocks, c.credentials(formCredentials, config.Licensure, config.Specialty)...)}
}

// guide says how to read the letter: quotations, numbers in brackets, and in a public copy the mark of what was taken out.
func (c *composer) guide() []imr.Sentence {
	out := []imr.Sentence{c.form(formQuotations), c.form(formSources)}
	says := func(r imr.Reason) bool { return strings.Contains(r.Sentence, withheld) }
	marked := slices.ContainsFunc(c.d.Items, func(i imr.ItemResult) bool {
		return slices.ContainsFunc(i.Reasons, says) || strings.Contains(i.Text, withheld)
	}) ||
		slices.ContainsFunc(c.d.Letter.Summary, func(n imr.Note) bool { return strings.Contains(n.Value, withheld) })
	if marked {
		out = append(out, c.form(formWithheld))
	}
	return out
}

// credentials are the lines on the reviewer, where one was described.
func (c *composer) credentials(intro form, licensure, specialty []string) []imr.Block {
	if len(licensure)+len(specialty) == 0 {
		return nil
	}
	lines := imr.Block{Kind: imr.List}
	add := func(s imr.Sentence) {
		lines.Entries = append(lines.Entries, imr.Entry{Sentences: []imr.Sentence{s}})
	}
	add(c.form(intro))
	if len(licensure) > 0 {
		add(c.credential(formLicensure, licensure))
	}
	if len(specialty) > 0 {
		add(c.credential(formSpecialty, specialty))
	}
	return []imr.Block{lines}
}

func (c *composer) credential(f form, values []string) imr.Sentence {
	return c.configured(strings.Replace(f.text, "%s", strings.Join(values, ", "), 1), f.name)
}

// notice is the first section where there is no determination: that there is none, why, and what would settle it.
func (c *composer) notice() imr.Section {
	heading, config := c.form(formNoticeHeading), c.d.Letter.Config
	status := formNoticeReferred
	if c.d.Status == imr.Ineligible {
		status = formNoticeIneligible
	}
	blocks := []imr.Block{paragraph(nil, append([]imr.Sentence{c.form(status)}, c.guide()...)...)}
	blocks = append(blocks, c.under(formNoticeWhy, c.flagSentences(c.stops))...)
	blocks = append(blocks, c.under(formQuestions, c.stoppedQuestions())...)
	return imr.Section{Heading: &heading, Blocks: append(blocks, c.credentials(formNoticePut, config.Licensure, config.Specialty)...)}
}

// flags are told to the reviewer after the items, but for those that a notice has given as its reason. A final letter has none: the
// reviewer has read them.
func (c *composer) flags() imr.Section {
	if c.d.Status == imr.Adopted {
		return imr.Section{}
	}
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
