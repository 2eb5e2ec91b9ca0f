package layout

import (
	"cmp"
	"slices"
	"strings"

	"imr"
)

// Gaps in ems, unless said otherwise. A word space is about 0.25 and grows in justified text; a table's columns stand
// further apart.
const (
	wordGap       = 0.14
	drawnWordGap  = 0.06 // with a drawn space; producers squeeze spaces to nothing where they kern
	cellGap       = 1.5
	justifiedGap  = 1.9 // between letters with one drawn space between them
	formCellGap   = 0.3 // at the edge of a form field
	ruledGap      = 0.1 // where a vertical rule stands in it
	narrowGap     = 3.0 // within a ruled table's narrow column, where justified text has wide gaps
	narrowColumn  = 200 // points
	letterAscent  = 0.76
	letterDescent = 0.22
)

// splitCells sorts a line's letters, drops white space and cuts the line into words and cells.
func (s *setter) splitCells(line *textLine, rules *ruled) []textCell {
	letters := s.lettersOf(line)
	b := cellBuilder{setter: s, firstCell: len(s.cells), firstWord: len(s.words)}
	apart := letterSpace(letters)
	spaces, last := 0, -1
	for i := range letters {
		l := &letters[i]
		if isBlank(l.text) {
			spaces++
			continue
		}
		l.spaces, spaces = spaces, 0
		if last >= 0 {
			switch before := &letters[last]; {
			case endsCell(before, l, rules):
				b.finishCell(before)
			case endsWord(before, l, apart):
				b.finishWord(before)
			}
		}
		b.add(l)
		last = i
	}
	if last >= 0 {
		b.finishCell(&letters[last])
	}
	return s.cells[b.firstCell:len(s.cells):len(s.cells)]
}

// lettersOf gathers the letters of a line's runs from left to right.
func (s *setter) lettersOf(line *textLine) []letter {
	s.letters = s.letters[:0]
	for r := line.first; r != nil; r = r.next {
		s.letters = append(s.letters, r.letters...)
	}
	for i := 1; i < len(s.letters); i++ {
		if s.letters[i].x0 < s.letters[i-1].x0 {
			slices.SortStableFunc(s.letters, func(a, b letter) int { return cmp.Compare(a.x0, b.x0) })
			break
		}
	}
	return s.letters
}

// cellBuilder puts letters together to words and cells. Words and cells of a line stand one after the other in the setter's memory.
type cellBuilder struct {
	setter    *setter
	firstCell int // of the line
	firstWord int // of the cell being read
	start     int // of the word being read, in the text
	box       imr.Box
	open      bool
}

func (b *cellBuilder) add(l *letter) {
	box := imr.Box{min(l.x0, l.x1), l.base - letterAscent*l.size, max(l.x0, l.x1), l.base + letterDescent*l.size}
	if !b.open {
		if len(b.setter.words) > b.firstWord {
			b.setter.text = append(b.setter.text, ' ')
		}
		b.open, b.start, b.box = true, len(b.setter.text), box
	}
	b.box = b.box.Union(box)
	if len(l.text) == 1 {
		b.setter.text = append(b.setter.text, l.text[0])
		return
	}
	b.setter.text = append(b.setter.text, strings.TrimSpace(l.text)...)
}

func (b *cellBuilder) finishWord(last *letter) {
	b.setter.words = append(b.setter.words, word{b.start, len(b.setter.text), b.box, last.confidence})
	b.open = false
}

func (b *cellBuilder) finishCell(last *letter) {
	b.finishWord(last)
	words := b.setter.words[b.firstWord:len(b.setter.words):len(b.setter.words)]
	b.setter.cells = append(b.setter.cells, newCell(words, last.field > 0))
	b.firstWord = len(b.setter.words)
}

func newCell(words []word, form bool) textCell {
	c := textCell{words: words, box: words[0].box, form: form}
	for i := range words {
		c.box = c.box.Union(words[i].box)
	}
	return c
}

// endsCell reports whether a wide gap or a vertical rule parts a letter from the cell of the one before.
func endsCell(last, next *letter, rules *ruled) bool {
	em, gap := max(last.size, next.size), next.x0-last.x1
	limit := cellGap
	if next.spaces == 1 {
		limit = justifiedGap
	}
	if last.field != next.field && gap > formCellGap*em {
		return true
	}
	if gap <= ruledGap*em {
		return false
	}
	left, right, between := rules.around(last.x1, next.x0, next.base-0.3*em)
	if right-left < narrowColumn {
		limit = narrowGap
	}
	return between || gap > limit*em
}

// endsWord reports whether a letter starts a new word. apart is how far, in ems, the letters of a word stand apart on the line.
func endsWord(last, next *letter, apart float64) bool {
	limit := wordGap + apart
	if next.spaces > 0 {
		limit = drawnWordGap
	}
	return last.whole || next.whole || next.x0-last.x1 > limit*min(last.size, next.size)
}
