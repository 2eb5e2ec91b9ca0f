package render

import (
	"strings"

	"imr"
)

// style is how a word is set; plain text has but one look, and a PDF a font and a size for each.
type style int

const (
	body style = iota
	strong
	mark // the numbers of notes
	small
	smallMark
	heading
	organization
	address
	label
	value
	banner  // what a letter says of itself on every page
	running // page numbers
)

// word is a stretch of text that is not broken at a line's end.
type word struct {
	text  string
	style style
	space int  // spaces before it on the same line
	tied  bool // never parted from the word before it
}

// words are a block's lead and its sentences, each followed by the numbers of its notes.
func words(lead *imr.Sentence, sentences []imr.Sentence, text, notes style) []word {
	var out []word
	if lead != nil {
		out = appendWords(out, *lead, strong, notes)
	}
	for _, s := range sentences {
		out = appendWords(out, s, text, notes)
	}
	return out
}

func appendWords(out []word, s imr.Sentence, text, notes style) []word {
	for _, w := range strings.Fields(s.Text()) {
		out = append(out, word{text: w, style: text, space: 1})
	}
	if m := noteMark(s.Source().Notes); m != "" {
		out = append(out, word{text: m, style: notes, space: 1, tied: true})
	}
	return out
}

// noteMark is "[3]" or "[1–3,7]".
func noteMark(notes []int) string {
	if len(notes) == 0 {
		return ""
	}
	return "[" + strings.Join(numberRanges(sortedSet(notes)), ",") + "]"
}

// itemWordsOf are the words of an item's line: the outcome follows the colon after exactly two spaces, on the same line.
func itemWordsOf(b imr.Block) []word {
	out := words(b.Lead, nil, strong, mark)
	first := len(out)
	out = append(out, words(nil, b.Sentences, body, mark)...)
	out[first].space, out[first].tied = 2, true
	return out
}

// measure returns the width of a text in a style, in any unit.
type measure func(text string, s style) float64

// wrap breaks words into lines of at most the width. A word that is wider than a line is cut.
func wrap(words []word, width float64, m measure) [][]word {
	var lines [][]word
	var line []word
	used := 0.0
	for _, group := range groups(cutWide(words, width, m), width, m) {
		need := groupWidth(group, m)
		space := m(strings.Repeat(" ", group[0].space), group[0].style)
		if len(line) > 0 && used+space+need > width {
			lines, line, used = append(lines, line), nil, 0
		}
		if len(line) > 0 {
			used += space
		}
		line = append(line, group...)
		used += need
	}
	if len(line) > 0 {
		lines = append(lines, line)
	}
	return lines
}

// groups joins words that are tied to the word before them, as long as they fit on one line.
func groups(words []word, width float64, m measure) [][]word {
	var out [][]word
	for _, w := range words {
		last := len(out) - 1
		if w.tied && last >= 0 {
			if together := append(out[last], w); groupWidth(together, m) <= width {
				out[last] = together
				continue
			}
		}
		out = append(out, []word{w})
	}
	return out
}

// groupWidth is the width of words on one line without the space before the first.
func groupWidth(group []word, m measure) float64 {
	width := 0.0
	for i, w := range group {
		if i > 0 {
			width += m(strings.Repeat(" ", w.space), w.style)
		}
		width += m(w.text, w.style)
	}
	return width
}
