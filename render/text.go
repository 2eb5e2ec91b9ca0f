package render

import (
	"strings"
	"unicode/utf8"

	"imr"
)

// textColumns is the widest line of a letter as plain text, in characters.
const textColumns = 95

// Text prints a letter as plain text in UTF-8: the words of the PDF, without page numbers.
func Text(l imr.Letter) []byte {
	var t textPrinter
	t.line(l.Banner.Text())
	for _, s := range l.Sections {
		t.section(s)
	}
	t.gap()
	t.line(l.Banner.Text())
	return []byte(t.out.String())
}

type textPrinter struct{ out strings.Builder }

func (t *textPrinter) section(s imr.Section) {
	if s.Heading != nil {
		t.gap()
		t.line(centred(s.Heading.Text()))
	}
	for i, b := range s.Blocks {
		if i > 0 || s.Heading != nil || b.Kind == imr.Letterhead {
			t.gap()
		}
		t.block(b)
	}
}

func (t *textPrinter) block(b imr.Block) {
	switch b.Kind {
	case imr.Letterhead:
		for _, s := range b.Sentences {
			t.wrapped("", words(nil, []imr.Sentence{s}, body, body))
		}
	case imr.Table:
		t.table(b)
	case imr.ItemLine:
		t.wrapped("", itemWordsOf(b))
	case imr.List, imr.Notes:
		for _, e := range b.Entries {
			t.wrapped(e.Mark, words(nil, e.Sentences, body, body))
		}
	default:
		t.wrapped("", words(b.Lead, b.Sentences, body, body))
	}
}

// table sets label and value in two columns of pairs.
func (t *textPrinter) table(b imr.Block) {
	widths := []int{17, 22, 23, 0}
	for _, row := range b.Rows {
		var line strings.Builder
		for i, f := range row {
			line.WriteString(padded(textOf(f.Label), widths[2*i]))
			line.WriteString(padded(textOf(f.Value), widths[2*i+1]))
		}
		t.line(line.String())
	}
}

func textOf(s *imr.Sentence) string {
	if s == nil {
		return ""
	}
	return s.Text()
}

func padded(s string, width int) string {
	return s + strings.Repeat(" ", max(width-utf8.RuneCountInString(s), 1))
}

// wrapped prints words behind a mark, later lines below the first.
func (t *textPrinter) wrapped(mark string, ws []word) {
	indent := 0
	if mark != "" {
		indent = max(utf8.RuneCountInString(mark)+1, 2)
	}
	for i, line := range wrap(ws, float64(textColumns-indent), columns) {
		start := strings.Repeat(" ", indent)
		if i == 0 {
			start = padded(mark, indent)
		}
		if indent == 0 {
			start = ""
		}
		t.line(start + joined(line))
	}
}

// columns measures text in characters.
func columns(text string, _ style) float64 { return float64(utf8.RuneCountInString(text)) }

// joined puts words on one line with the spaces between them.
func joined(line []word) string {
	var b strings.Builder
	for i, w := range line {
		if i > 0 {
			b.WriteString(strings.Repeat(" ", w.space))
		}
		b.WriteString(w.text)
	}
	return b.String()
}

func centred(s string) string {
	return strings.Repeat(" ", max((textColumns-utf8.RuneCountInString(s))/2, 0)) + s
}

func (t *textPrinter) gap() { t.out.WriteByte('\n') }

func (t *textPrinter) line(s string) {
	t.out.WriteString(strings.TrimRight(s, " "))
	t.out.WriteByte('\n')
}
