package decided

import (
	_ "embed"
	"strings"
	"sync"

	"imr/internal/pattern"
)

//go:embed words.txt
var wordsFile string

// entry is one line of words.txt.
type entry struct {
	sense  string
	words  []string
	prefix bool // the last word is the beginning of a word
}

// loadWords reads words.txt once, by first word; a mistake in it is a mistake of the program and panics in the first test.
var loadWords = sync.OnceValue(func() map[string][]entry {
	out := map[string][]entry{}
	for _, r := range pattern.Table("words.txt", wordsFile, 1, "a sense and a word") {
		e := entry{sense: r.Columns[0], words: strings.Fields(r.Rest)}
		last := len(e.words) - 1
		e.words[last], e.prefix = strings.CutSuffix(e.words[last], "*")
		key := e.words[0]
		if last == 0 && e.prefix {
			key = key[:min(len(key), keyLength)] + "*"
		}
		out[key] = append(out[key], e)
	}
	return out
})

// keyLength is how many letters of a word's beginning its entries are kept by.
const keyLength = 4

// matches reports whether an entry stands at the head of pieces.
func (e entry) matches(raw []element) bool {
	if len(raw) < len(e.words) {
		return false
	}
	for i, w := range e.words {
		last := i == len(e.words)-1
		if raw[i].sense == "mark" || raw[i].text != w && !(last && e.prefix && strings.HasPrefix(raw[i].text, w)) {
			return false
		}
	}
	return true
}

// senseAt returns the sense of the longest phrase at the head of pieces, and how many of them it takes; "" and 1 for any other word.
// A whole word goes before the beginning of one.
func senseAt(raw []element) (string, int) {
	first := raw[0].text
	best, sense, whole := 0, "", false
	for _, entries := range [][]entry{loadWords()[first], loadWords()[first[:min(len(first), keyLength)]+"*"]} {
		for _, e := range entries {
			n := len(e.words)
			if n < best || !e.matches(raw) {
				continue
			}
			if n > best || !whole && !e.prefix {
				best, sense, whole = n, e.sense, !e.prefix
			}
		}
	}
	return sense, max(best, 1)
}
