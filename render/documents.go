package render

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"imr"
)

// documents lists what was in the file, as 8 CCR 9792.10.6(d) asks: kind, writer, day or days, pages; then what was not read.
func (c *composer) documents() []imr.Block {
	blocks := []imr.Block{paragraph(c.lead(formDocuments))}
	var entries []imr.Sentence
	for _, g := range groupDocuments(c.d.Letter.Documents) {
		entries = append(entries, c.say(g.words(c.pagesOf(g.first.File)), imr.Source{Kind: imr.FromFact, Facts: g.ids}))
	}
	if len(entries) == 0 {
		entries = append(entries, c.form(formNoDocuments))
	}
	blocks = append(blocks, bullets(entries...))
	if unread := c.unread(); len(unread) > 0 {
		blocks = append(blocks, paragraph(c.lead(formUnread)), bullets(unread...))
	}
	return blocks
}

func (c *composer) unread() []imr.Sentence {
	var out []imr.Sentence
	for i, in := range c.d.Inputs {
		for _, u := range in.Unread {
			words := in.File
			if u.Page > 0 {
				words += fmt.Sprintf(", page %d", u.Page)
			}
			if u.Reason != "" {
				words += ": " + u.Reason
			}
			out = append(out, c.say(words, imr.Source{Kind: imr.FromFact, Facts: []string{pathOf("inputs", i)}}))
		}
	}
	return out
}

// documentGroup is all documents of one kind by one writer in one file.
type documentGroup struct {
	first     imr.Reviewed
	from, to  imr.Date
	documents int
	pages     []int
	copies    map[string][]int // pages that are copies of these, by file
	ids       []string
}

func groupDocuments(documents []imr.Reviewed) []*documentGroup {
	var groups []*documentGroup
	for i, d := range documents {
		g := findGroup(groups, d)
		if g == nil {
			g = &documentGroup{first: d, from: d.Date, to: d.Date}
			groups = append(groups, g)
		}
		g.add(d, pathOf("letter.documents", i))
	}
	return groups
}

func findGroup(groups []*documentGroup, d imr.Reviewed) *documentGroup {
	for _, g := range groups {
		if g.first.Kind == d.Kind && g.first.Provider == d.Provider && g.first.File == d.File {
			return g
		}
	}
	return nil
}

func (g *documentGroup) add(d imr.Reviewed, id string) {
	g.documents++
	g.ids = append(g.ids, id)
	for p := d.First; p <= d.Last && p > 0; p++ {
		g.pages = append(g.pages, p)
	}
	for _, c := range d.Copies {
		if g.copies == nil {
			g.copies = map[string][]int{}
		}
		for p := c.First; p <= c.Last; p++ {
			g.copies[c.File] = append(g.copies[c.File], p)
		}
	}
	if !d.Date.Known() {
		return
	}
	if !g.from.Known() || d.Date < g.from {
		g.from = d.Date
	}
	g.to = max(g.to, d.Date)
}

// pagesOf is the number of pages of a file of the record.
func (c *composer) pagesOf(file string) int {
	for _, in := range c.d.Inputs {
		if in.File == file {
			return in.Pages
		}
	}
	return 0
}

// words are, for example, "Acupuncture treatment note, 3 documents, J. Lee, L.Ac., 07/01/2016 to 08/20/2016; file.pdf,
// pages 4–7." Of a document that is the whole file no pages are named.
func (g *documentGroup) words(of int) string {
	parts := []string{documentWords(g.first.Kind)}
	if g.documents > 1 {
		parts = append(parts, count(g.documents, "document"))
	}
	if g.first.Provider != "" {
		parts = append(parts, g.first.Provider)
	}
	if days := dayRange(g.from, g.to); days != "" {
		parts = append(parts, days)
	}
	pages := sortedSet(g.pages)
	if len(pages) == of {
		pages = nil
	}
	return strings.Join(parts, ", ") + "; " + filePages(g.first.File, pages) + g.again() + "."
}

// again tells where copies of the documents stand, for example "; again in fax.pdf, page 3".
func (g *documentGroup) again() string {
	var places []string
	for _, file := range slices.Sorted(maps.Keys(g.copies)) {
		places = append(places, filePages(file, g.copies[file]))
	}
	if len(places) == 0 {
		return ""
	}
	return "; again in " + strings.Join(places, " and ")
}

func dayRange(from, to imr.Date) string {
	if from == to || !from.Known() {
		return to.US()
	}
	return from.US() + " to " + to.US()
}
