package render

import (
	"fmt"
	"slices"
	"strings"

	"imr"
)

// What stands before the pages that are named without a quotation.
const (
	see      = "See: "
	searched = "Searched: "
	readBy   = "As the reviewer reads " // of a fact that a reviewer corrected
)

// quotesShown is how many places of one fact are quoted; the pages of the others are named.
const quotesShown = 2

// evidenceWords lists the places of a fact. Places that disagree are all quoted; pages that were searched in vain are named.
func evidenceWords(evidence []imr.Evidence, lead string) string {
	var quotes, others []imr.Evidence
	for _, e := range evidence {
		if e.Reading != "" || e.Quote != "" && len(quotes) < quotesShown {
			quotes = append(quotes, e)
		} else {
			others = append(others, e)
		}
	}
	var parts []string
	for _, e := range quotes {
		parts = append(parts, quoteWords(e))
	}
	if len(quotes) > 0 && lead == see {
		lead = "See also: "
	}
	if len(others) > 0 {
		parts = append(parts, otherWords(others, lead))
	}
	return strings.Join(parts, " ")
}

// quoteWords is, for example, “No prior acupuncture.” (intake.pdf, page 4, line 12).
func quoteWords(e imr.Evidence) string {
	where := e.File
	if e.Page > 0 {
		where += fmt.Sprintf(", page %d", e.Page)
	}
	if e.Line > 0 {
		where += fmt.Sprintf(", line %d", e.Line)
	}
	if e.How == "ocr" {
		where += ", read by OCR"
	}
	if e.Reading != "" {
		where += ", which reads " + wordOrDay(e.Reading)
	}
	if e.Quote == "" {
		return where + "."
	}
	return quoted(e.Quote) + " (" + where + ")."
}

// unquoted are the places of a day without their words: a day's line often holds names, a birthday and a claim number, which
// prove nothing.
func unquoted(evidence []imr.Evidence) []imr.Evidence {
	out := slices.Clone(evidence)
	for i := range out {
		out[i].Quote = ""
	}
	return out
}

// filesShown is how many files are named of those that say the same; of pages that were searched, all are.
const filesShown = 3

func otherWords(places []imr.Evidence, lead string) string {
	var files []string
	pages := map[string][]int{}
	for _, e := range places {
		if !slices.Contains(files, e.File) {
			files = append(files, e.File)
		}
		if e.Page > 0 {
			pages[e.File] = append(pages[e.File], e.Page)
		}
	}
	more := ""
	if lead != searched && len(files) > filesShown {
		more = "; and " + count(len(files)-filesShown, "further file")
		files = files[:filesShown]
	}
	var words []string
	for _, f := range files {
		words = append(words, filePages(f, pages[f]))
	}
	return lead + strings.Join(words, "; ") + more + "."
}

// sources lists the numbered places.
func (c *composer) sources() imr.Section {
	if len(c.places) == 0 {
		return imr.Section{}
	}
	heading := c.form(formPlacesHeading)
	list := imr.Block{Kind: imr.Notes}
	for i, p := range c.places {
		s := c.say(p.words(), imr.Source{Kind: imr.FromFact, Facts: p.ids})
		list.Entries = append(list.Entries, imr.Entry{Mark: fmt.Sprintf("[%d]", i+1), Sentences: []imr.Sentence{s}})
	}
	return imr.Section{Heading: &heading, Blocks: []imr.Block{list}}
}
