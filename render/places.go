package render

import (
	"fmt"
	"slices"
	"strings"

	"imr"
)

// place is an entry of the list of places: what is read there, and where that is.
type place struct {
	said  []string // with its value: "Visits requested: 18."
	named []string // whose value the quotation shows: "Age"
	ids   []string
	where string
}

// number returns the number of a place in the list at the letter's end, and enters it there at its first use. What is read in the same
// place shares a number. words that end in a colon name what the quotation shows.
func (c *composer) number(words, id string, evidence []imr.Evidence, others string) int {
	where := evidenceWords(evidence, others)
	key := where
	if key == "" {
		key = words
	}
	n, ok := c.numbers[key]
	if !ok {
		c.places = append(c.places, &place{where: where})
		n = len(c.places)
		c.numbers[key] = n
	}
	c.places[n-1].enter(strings.TrimSpace(words), id)
	return n
}

func (p *place) enter(words, id string) {
	list := &p.said
	if name, ok := strings.CutSuffix(words, ":"); ok {
		list, words = &p.named, name
	}
	if words != "" && !slices.Contains(*list, words) {
		*list = append(*list, words)
	}
	if !slices.Contains(p.ids, id) {
		p.ids = append(p.ids, id)
	}
}

// words are, for example, "Course of treatment: initial. Acupuncture: “Never had any.” (intake.pdf, page 4)."
func (p *place) words() string {
	parts := p.said
	if len(p.named) > 0 {
		parts = append(slices.Clip(parts), p.named[0]+lowered(p.named[1:])+":")
	}
	return strings.TrimSpace(strings.Join(append(slices.Clip(parts), p.where), " "))
}

func lowered(names []string) string {
	var b strings.Builder
	for _, n := range names {
		b.WriteString(", " + strings.ToLower(n))
	}
	return b.String()
}

// What stands before the pages that are named without a quotation.
const (
	see      = "See: "
	searched = "Searched: "
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
