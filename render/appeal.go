package render

import (
	"fmt"

	"imr"
	"imr/internal/law"
)

// The last page of the parties' final letter. What the law gives is printed from internal/law.
var (
	formAppealHeading = form{"appeal.heading", "HOW TO APPEAL THIS DETERMINATION"}
	formAppealBinding = form{"appeal.binding", "By law this determination “%s” (Labor Code 4610.6(g))."}
	formAppealGrounds = form{"appeal.grounds", "There are five grounds, and no others (Labor Code 4610.6(h)):"}
	formAppealFacts   = form{"appeal.facts", "Whoever looks for a mistake of fact finds above, under “Where the facts stand”, the page of the record on which each fact was read."}
	formAppealNoMore  = form{"appeal.no_more", "This page tells what the law says of an appeal. It takes nothing back and advises nobody."}
)

// binding are the words of Labor Code 4610.6(g) that an appeal is about.
const binding = "shall be deemed to be the determination of the administrative director and shall be binding on all parties"

// appeal tells the parties how a final determination is appealed. The public copy has no such page, and neither has a letter of a day on
// which the law of appeals was not yet in force.
func (c *composer) appeal() imr.Section {
	if c.d.Status != imr.Adopted || c.d.Letter.Public {
		return imr.Section{}
	}
	book, err := law.Load()
	if err != nil {
		c.fail(err)
		return imr.Section{}
	}
	day := c.d.Case.Decided
	if day == "" {
		day = c.d.Case.URDate
	}
	summary, known := book.InForce("4610.6(h)", day)
	statute, quotable := book.InForce("4610.6", day)
	if !known || !quotable {
		return imr.Section{}
	}
	return c.appealSection(summary, statute)
}

func (c *composer) appealSection(summary, statute law.Text) imr.Section {
	quote, err := statute.Quote("(g)", binding)
	if err != nil {
		c.fail(err)
		return imr.Section{}
	}
	byStatute := imr.Source{Kind: imr.FromLaw, Law: []imr.LawRef{{Section: quote.Section, Version: quote.Version}}}
	bySummary := imr.Source{Kind: imr.FromLaw, Law: []imr.LawRef{{Section: summary.Section, Version: string(summary.From)}}}
	opening := []imr.Sentence{c.say(fmt.Sprintf(formAppealBinding.text, quote.Quote), byStatute)}
	var closing []imr.Sentence
	grounds := imr.Block{Kind: imr.List}
	for _, p := range summary.Paragraphs {
		s := c.say(p.Words, bySummary)
		switch p.Label {
		case "":
			opening = append(opening, s)
		case "(i)":
			closing = append(closing, s)
		default:
			grounds.Entries = append(grounds.Entries, imr.Entry{Mark: p.Label, Sentences: []imr.Sentence{s}})
		}
	}
	heading := c.form(formAppealHeading)
	return imr.Section{Heading: &heading, NewPage: true, Blocks: []imr.Block{
		paragraph(nil, opening...), paragraph(nil, c.form(formAppealGrounds)), grounds,
		paragraph(nil, append(closing, c.form(formAppealFacts), c.form(formAppealNoMore))...),
	}}
}

// fail keeps the first error, which stops the letter.
func (c *composer) fail(err error) {
	if c.err == nil {
		c.err = err
	}
}
