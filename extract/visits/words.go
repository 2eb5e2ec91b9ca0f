package visits

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"
)

//go:embed words.txt
var wordsFile string

// loadWords reads words.txt once: for each spelling the words that it stands for. A mistake in it is a mistake of the program and
// panics in the first test.
var loadWords = sync.OnceValue(func() map[string][]string {
	out := map[string][]string{}
	for i, line := range strings.Split(wordsFile, "\n") {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		form, spellings, ok := strings.Cut(line, " = ")
		if !ok {
			panic(fmt.Sprintf("words.txt:%d: want a form, =, and its spellings", i+1))
		}
		for _, s := range strings.Fields(spellings) {
			out[s] = strings.Fields(form)
		}
	}
	return out
})

// forgiven are the long words in which one wrong letter is a slip of a scanner or a typist and not another word.
var forgiven = []string{"acupuncture", "treatment", "treatments", "session", "sessions", "visits", "weekly", "weeks", "times", "twice", "months", "additional", "frequency", "duration", "quantity"}

// confusions are letters that scanners take for others.
var confusions = strings.NewReplacer("vv", "w", "rn", "m", "0", "o")

// formsOf brings a word in lower case to the form that the wordings use.
func formsOf(word string) []string {
	words := loadWords()
	if f, ok := words[word]; ok {
		return f
	}
	clear := word
	if strings.Contains(word, "vv") || strings.Contains(word, "rn") || strings.Contains(word, "0") {
		if clear = confusions.Replace(word); words[clear] != nil {
			return words[clear]
		}
	}
	for _, long := range forgiven {
		if clear == long || oneLetterOff(clear, long) {
			if f, ok := words[long]; ok {
				return f
			}
			return []string{long}
		}
	}
	return []string{word}
}

// oneLetterOff reports whether two words of the same length differ in one letter that is not the first.
func oneLetterOff(a, b string) bool {
	if len(a) != len(b) || a[0] != b[0] {
		return false
	}
	wrong := 0
	for i := range len(a) {
		if a[i] != b[i] {
			wrong++
		}
	}
	return wrong == 1
}
