package visits

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"imr"
)

// writer draws a way to write a wording, and keeps what it says.
type writer struct {
	t     *rapid.T
	g     grammar
	words []string
	says  []bound
}

func (w *writer) write(n node) {
	switch n.kind {
	case wordNode:
		w.words = append(w.words, n.text)
	case fixedNode:
		w.says = append(w.says, bound{n.text, []imr.Range{n.fix}})
	case valueNode:
		w.value(n.text)
	case listNode:
		if l, ok := w.g.lists[n.text]; ok {
			w.write(l)
			return
		}
		w.write(rapid.SampledFrom(w.g.parts[n.text]).Draw(w.t, n.text).pattern)
	case allNode:
		for _, k := range n.kids {
			w.write(k)
		}
	case oneNode:
		w.write(rapid.SampledFrom(n.kids).Draw(w.t, "one of"))
	case maybeNode:
		if rapid.Bool().Draw(w.t, "said") {
			w.write(n.kids[0])
		}
	}
}

var spelled = strings.Fields("zero one two three four five six seven eight nine ten eleven twelve")

// value writes a number in digits, in words, or both ways.
func (w *writer) value(name string) {
	if name == "twice" {
		n := rapid.IntRange(1, 3).Draw(w.t, "times")
		w.words = append(w.words, []string{"once", "twice", "thrice"}[n-1])
		w.says = append(w.says, bound{"often", []imr.Range{exactly(float64(n))}})
		return
	}
	if name == "nth" {
		n := rapid.IntRange(2, 12).Draw(w.t, name)
		w.words = append(w.words, ordinals[n-1])
		w.says = append(w.says, bound{"done", []imr.Range{exactly(float64(n))}})
		return
	}
	low, high := 1, 12
	switch name {
	case "often", "every":
		high = 4
	case "weeks":
		low = 2 // one week is too short for a visit every other week
	case "days":
		low, high = 28, 60
	case "done":
		high = 3
	case "whole", "larger":
		low = 12
	}
	n := rapid.IntRange(low, high).Draw(w.t, name)
	text := fmt.Sprint(n)
	if n < len(spelled) {
		text = rapid.SampledFrom([]string{text, spelled[n], spelled[n] + " (" + text + ")"}).Draw(w.t, "written")
	}
	w.words = append(w.words, text)
	w.says = append(w.says, bound{name, []imr.Range{exactly(float64(n))}})
}

// TestEveryPhrasingParsesBack draws a wording that the grammar knows and what it says, writes it, and reads it back.
func TestEveryPhrasingParsesBack(t *testing.T) {
	g := loadGrammar()
	rapid.Check(t, func(t *rapid.T) {
		wd := rapid.SampledFrom(g.phrases).Draw(t, "wording")
		if wd.name == "beside" || isSecond(wd) {
			return
		}
		w := &writer{t: t, g: g}
		w.write(wd.pattern)
		all := factsOf(state{says: w.says})
		if len(all) == 0 {
			return
		}
		text := strings.Join(w.words, " ")
		read := ParseCell
		if !wd.inColumn() {
			text, read = "acupuncture "+text, Parse
		}
		want, _ := parser{g: g, tokens: make([]token, 1), cell: true}.meaning([]atom{{to: 1, readings: all}})
		got := read(text)
		for _, ph := range got {
			if ph.Kind == want.Kind && holds(ph.Frequency, want.Frequency) && holds(ph.Duration, want.Duration) && (len(want.Readings) == 0 || slices.Contains(ph.Readings, want.Readings[0])) {
				return
			}
		}
		t.Fatalf("%q (%s): read %q, want %q", text, wd.line, sayAll(got), say(want))
	})
}

// holds reports whether a range read holds the one that was written; both or neither must be there.
func holds(a, b *imr.Range) bool {
	return a == nil && b == nil || a != nil && b != nil && a.Low <= b.Low && b.High <= a.High
}
