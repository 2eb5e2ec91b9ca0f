package render

import (
	"fmt"

	"imr"
)

// receipt names what the decision was made from: files, texts of the law, program and rule table.
func (c *composer) receipt() imr.Section {
	heading := c.form(formReceiptHeading)
	b := imr.Block{Kind: imr.Notes}
	add := func(id, text string) {
		s := c.say(text, imr.Source{Kind: imr.FromFact, Facts: []string{id}})
		b.Entries = append(b.Entries, imr.Entry{Mark: "•", Sentences: []imr.Sentence{s}})
	}
	for i, in := range c.d.Inputs {
		add(pathOf("inputs", i), inputWords(in))
	}
	for i, v := range c.d.Law {
		add(pathOf("law", i), versionWords(v))
	}
	add("program", programWords(c.d.Program))
	return imr.Section{Heading: &heading, Blocks: []imr.Block{{Kind: imr.Notes, Entries: []imr.Entry{{Sentences: []imr.Sentence{c.form(formReceiptIntro)}}}}, b}}
}

func inputWords(in imr.Input) string {
	words := fmt.Sprintf("%s, %s", in.File, count(in.Pages, "page"))
	if in.PagesOCR > 0 {
		words += fmt.Sprintf(" (%d read by OCR)", in.PagesOCR)
	}
	if in.SHA256 != "" {
		words += ": " + in.SHA256
	}
	return words
}

func versionWords(v imr.LawVersion) string {
	words := fmt.Sprintf("8 CCR %s, version of %s", v.Section, v.From.US())
	if v.SHA256 != "" {
		words += ": " + v.SHA256
	}
	return words
}

func programWords(p imr.Program) string {
	words := "Program: imr " + p.Version
	if p.RulesSHA256 != "" {
		words += ", rule table: " + p.RulesSHA256
	}
	return words
}
