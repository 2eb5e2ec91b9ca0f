package main

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// wordless are scripts written without spaces between words.
var wordless = []*unicode.RangeTable{unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Thai}

// words counts the words of a text as the method says.
func words(text string) map[string]int {
	for _, mark := range []string{"[X]", "[ ]"} { // how imr writes boxes of a form, which are drawings to the tools
		text = strings.ReplaceAll(text, mark, " ")
	}
	text = strings.ToLower(norm.NFKC.String(text))
	count := map[string]int{}
	start := -1
	for i, r := range text + " " {
		single := unicode.In(r, wordless...)
		letter := !single && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r))
		switch {
		case letter && start < 0:
			start = i
		case !letter && start >= 0:
			count[text[start:i]]++
			start = -1
		}
		if single {
			count[string(r)]++
		}
	}
	return count
}

// score counts words: ours, theirs, and those that both have.
type score struct{ ours, theirs, both int }

func (s *score) add(o score) { s.ours += o.ours; s.theirs += o.theirs; s.both += o.both }

// recall is 1 where there is nothing to find, precision 1 where nothing was found.
func (s score) recall() float64 { return share(s.both, s.theirs) }

func (s score) precision() float64 { return share(s.both, s.ours) }

func (s score) f1() float64 { return share(2*s.both, s.ours+s.theirs) }

func share(part, whole int) float64 {
	if whole == 0 {
		return 1
	}
	return float64(part) / float64(whole)
}

// compare adds up the words of all pages but those set apart.
func compare(ours, theirs []map[string]int, apart map[int]bool) score {
	var s score
	for i := range max(len(ours), len(theirs)) {
		if !apart[i] {
			s.add(comparePage(at(ours, i), at(theirs, i)))
		}
	}
	return s
}

func at(pages []map[string]int, i int) map[string]int {
	if i < len(pages) {
		return pages[i]
	}
	return nil
}

func comparePage(ours, theirs map[string]int) score {
	var s score
	for w, n := range ours {
		s.ours += n
		s.both += min(n, theirs[w])
	}
	for _, n := range theirs {
		s.theirs += n
	}
	return s
}
