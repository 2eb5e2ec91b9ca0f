package visits

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"
)

//go:embed phrasings.txt
var phrasingsFile string

// wording is one line of phrasings.txt.
type wording struct {
	line    string
	section string // the heading it stands under
	name    string // where it may stand, or what other lines use it as
	pattern node
	starts  starts
	example string // "" where the line gives a second meaning of the wording before it
}

// grammar is phrasings.txt.
type grammar struct {
	lists    map[string]node      // {per}
	parts    map[string][]wording // amount, often, monthly, length
	phrases  []wording
	begins   map[string][]int // the phrases that may begin with a word, by their index; "" stands for any number
	needs    starts           // words of which a text with a phrase holds one, in the same way
	wordings []wording        // all, in the file's order
}

// places are where a phrase may stand; every other name is a part of phrases.
var placeNames = []string{"any", "acu", "after", "beside", "cell", "whole"}

// loadGrammar reads phrasings.txt once. A mistake in it is a mistake of the program and panics in the first test.
var loadGrammar = sync.OnceValue(func() grammar {
	g, err := parseGrammar(strings.Split(phrasingsFile, "\n"))
	if err != nil {
		panic(err)
	}
	return g
})

func parseGrammar(lines []string) (grammar, error) {
	g := grammar{lists: map[string]node{}, parts: map[string][]wording{}}
	section := ""
	for i, line := range lines {
		line = strings.TrimSpace(line)
		if heading, ok := strings.CutPrefix(line, "## "); ok {
			section = heading
			continue
		}
		if line == "" || line[0] == '#' {
			continue
		}
		if err := g.add(line, section); err != nil {
			return g, fmt.Errorf("phrasings.txt:%d: %w", i+1, err)
		}
	}
	g.findStarts()
	return g, nil
}

func (g *grammar) findStarts() {
	g.begins, g.needs = map[string][]int{}, starts{}
	for i := range g.phrases {
		w := &g.phrases[i]
		w.starts = starts{}
		g.firstsOf(w.pattern, w.starts)
		for word := range w.starts {
			g.begins[word] = append(g.begins[word], i)
		}
		for word := range g.needOf(w.pattern) {
			g.needs[word] = true
		}
	}
}

func (g *grammar) add(line, section string) error {
	if line[0] == '{' {
		name, body, _ := strings.Cut(line[1:], "} = ")
		n, err := parsePattern(body)
		g.lists[name] = n
		return err
	}
	name, rest, ok := strings.Cut(line, ": ")
	if !ok {
		return fmt.Errorf("want a place, a colon and a wording")
	}
	pattern, example, _ := strings.Cut(rest, " => ")
	n, err := parsePattern(pattern)
	w := wording{line: line, section: section, name: name, pattern: n, example: strings.TrimSpace(example)}
	g.wordings = append(g.wordings, w)
	if isPlace(name) {
		g.phrases = append(g.phrases, w)
	} else {
		g.parts[name] = append(g.parts[name], w)
	}
	return err
}

func isPlace(name string) bool {
	for _, p := range placeNames {
		if p == name {
			return true
		}
	}
	return false
}
