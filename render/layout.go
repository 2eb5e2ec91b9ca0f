package render

import (
	"imr"
	"imr/render/finish"
)

// Measures of the page in points: Letter paper with one inch on each side.
const (
	pageWidth  = 612.0
	pageHeight = 792.0
	margin     = 72.0
	bottom     = 738.0 // the lowest baseline; below it runs the footer
	textWidth  = pageWidth - 2*margin
)

// row is one line of text on its way to a page.
type row struct {
	words  []word
	mark   []word  // hangs before the line, in the indent
	indent float64 // from the left margin
	centre bool
	before float64         // space above it, dropped at the top of a page
	height float64         // from the baseline above it
	keep   bool            // not parted from the row after it
	top    bool            // begins a page
	part   *finish.Element // of the letter's structure
	label  *finish.Element // of the mark
	field  *finish.Element // an empty field fills the row
}

// Line heights, and the space above a block, in points.
const (
	bodyHeight    = 13.8
	smallHeight   = 9.6
	blockSpace    = 6.0
	listSpace     = 0.5
	noteSpace     = 1.0
	belowHeading  = 3.0
	headingSpace  = 12.0
	itemSpace     = 10.0
	signHeight    = 44.0 // of a place to sign
	bulletIndent  = 14.0
	noteIndent    = 22.0
	rowsKeptAlong = 2 // rows of a block that stay together at its start and at its end
)

// layout turns sections into rows. Letterhead and table have places of their own on the first page.
type layout struct {
	m    measure
	rows []row
	root *finish.Element
}

func (l *layout) section(s imr.Section) {
	first := len(l.rows)
	if s.Heading != nil {
		l.heading(*s.Heading)
	}
	item := -1 // where the rows of an item's line begin, until its rationale has come
	for i, b := range s.Blocks {
		space, start := blockSpace, len(l.rows)
		if i == 0 && s.Heading != nil {
			space = belowHeading
		}
		l.block(b, space)
		switch {
		case b.Kind == imr.ItemLine:
			item = start
		case item >= 0 && isRationale(b):
			keepAll(l.rows[item:min(start+rowsKeptAlong-1, len(l.rows)-1)])
			item = -1
		}
	}
	if s.NewPage && first < len(l.rows) {
		l.rows[first].top = true
	}
}

func (l *layout) heading(s imr.Sentence) {
	part := l.root.Add("H2")
	for i, line := range wrap(words(nil, []imr.Sentence{s}, heading, mark), textWidth, l.m) {
		r := row{words: line, centre: true, height: bodyHeight, keep: true, part: part}
		if i == 0 {
			r.before = headingSpace
		}
		l.rows = append(l.rows, r)
	}
}

func (l *layout) block(b imr.Block, space float64) {
	switch b.Kind {
	case imr.Paragraph:
		rows := l.lines(words(b.Lead, b.Sentences, body, mark), row{height: bodyHeight, part: l.root.Add("P")}, space)
		if introduces(b) {
			keepAll(rows)
		}
		l.rows = append(l.rows, rows...)
	case imr.ItemLine:
		rows := l.lines(itemWordsOf(b), row{height: bodyHeight, part: l.root.Add("H3")}, itemSpace)
		keepAll(rows)
		l.rows = append(l.rows, rows...)
	case imr.Signature:
		l.signature(b)
	case imr.List:
		l.entries(b.Entries, body, mark, row{height: bodyHeight, indent: bulletIndent}, listSpace)
	case imr.Notes:
		start := len(l.rows)
		l.entries(b.Entries, small, smallMark, row{height: smallHeight, indent: noteIndent}, noteSpace)
		if space == belowHeading && len(l.rows) > start {
			l.rows[start].before = space
		}
	}
}

// signature is a label and, below it on the same page, a field.
func (l *layout) signature(b imr.Block) {
	label := l.lines(words(b.Lead, nil, body, mark), row{height: bodyHeight, part: l.root.Add("P")}, itemSpace)
	keepAll(label)
	field := l.root.Add("Form")
	field.Field = &finish.Field{Name: "signature", Says: b.Lead.Text()}
	l.rows = append(append(l.rows, label...), row{height: signHeight, before: belowHeading, field: field})
}

func (l *layout) entries(entries []imr.Entry, text, marks style, like row, between float64) {
	list := l.root.Add("L")
	for i, e := range entries {
		r, space := like, between
		item := list.Add("LI")
		label := item.Add("Lbl")
		r.part = item.Add("LBody")
		if e.Mark == "" {
			r.indent = 0
			space = 0
			if i == 0 {
				space = blockSpace
			}
		}
		r.indent = l.indentFor(e.Mark, text, r.indent)
		rows := l.lines(words(nil, e.Sentences, text, marks), r, space)
		if len(rows) > 0 && e.Mark != "" {
			rows[0].mark, rows[0].label = []word{{text: e.Mark, style: text}}, label
		}
		l.rows = append(l.rows, rows...)
	}
}

// indentFor is the indent of an entry, wide enough for its mark and a space.
func (l *layout) indentFor(mark string, look style, indent float64) float64 {
	if mark == "" {
		return indent
	}
	return max(indent, l.m(mark+" ", look))
}

// lines wraps words into rows that keep their first and their last two together.
func (l *layout) lines(ws []word, like row, space float64) []row {
	var rows []row
	for _, line := range wrap(ws, textWidth-like.indent, l.m) {
		r := like
		r.words = line
		rows = append(rows, r)
	}
	if len(rows) == 0 {
		return nil
	}
	rows[0].before = space
	for i := range rows[:len(rows)-1] {
		rows[i].keep = i < rowsKeptAlong-1 || i >= len(rows)-rowsKeptAlong
	}
	return rows
}
