// Package compare finds where a sentence sets a measure before beside the same measure after: "from 20 to 45 minutes", "25 lbs now,
// 10 before", "one tablet instead of three". What was measured, and whether more is better, is for the caller to say.
package compare

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Comparison is a measure before and after, in the smallest unit of its kind.
type Comparison struct {
	Kind          string // "time", "weight", "distance", "climb", "motion", "doses", "strength"; "" for numbers without a unit
	Before, After float64
	Start, End    int // bytes in the text
}

// In returns the comparisons of a sentence in lower case.
func In(text string) []Comparison {
	ts := tokensOf(text)
	var qs []*quantity
	for i := range ts {
		if ts[i].quantity != nil && (len(qs) == 0 || qs[len(qs)-1].to <= i) {
			qs = append(qs, ts[i].quantity)
		}
	}
	var out []Comparison
	for i := 0; i < len(qs); i++ {
		if i+1 < len(qs) {
			if c, ok := pair(ts, qs[i], qs[i+1]); ok {
				out = append(out, c)
				i++
				continue
			}
		}
		if c, ok := gain(ts, qs[i]); ok {
			out = append(out, c)
		}
	}
	return out
}

// pair compares two neighbouring numbers.
func pair(ts []token, a, b *quantity) (Comparison, bool) {
	kind, ok := commonKind(a, b)
	if !ok || b.from-a.to > 14 {
		return Comparison{}, false
	}
	c := Comparison{Kind: kind, Before: a.value, After: b.value, Start: leadOf(ts, a), End: b.end}
	switch order(ts, a, b) {
	case 1:
		return c, true
	case -1:
		c.Before, c.After = b.value, a.value
		return c, true
	}
	return c, false
}

// leadOf is where the words begin that belong to a number: "could sit 15", "down to 10". They are no wish and no plan.
func leadOf(ts []token, q *quantity) int {
	for k := q.from - 1; k >= 0 && k >= q.from-3; k-- {
		if ts[k].text == "could" || k+1 < q.from && ts[k+1].text == "to" && cueAt(ts, k, "change") > 0 {
			return ts[k].start
		}
	}
	return q.start
}

// commonKind is the kind of two numbers; one of them may leave out its unit, or be none.
func commonKind(a, b *quantity) (string, bool) {
	switch {
	case a.kind == "other" || b.kind == "other":
		return "", false
	case a.kind == b.kind:
		return a.kind, a.kind != ""
	case a.kind == "":
		a.value *= b.times
		return b.kind, true
	case b.kind == "":
		b.value *= a.times
		return a.kind, true
	}
	return "", false
}

// order tells which of two numbers is the earlier: 1 the first, -1 the second, 0 not known.
func order(ts []token, a, b *quantity) int {
	between := ts[a.to:b.from]
	switch {
	case has(between, "arrow"):
		return 1
	case has(between, "than") || has(between, "back") && !has(between, "to"):
		return -1
	case has(between, "to") && (changed(ts, a.from) || has(between, "change") || measuredTwice(a, b)):
		return 1
	}
	first, second := clauseOf(ts, a), clauseOf(ts, b)
	if (adjoin(between) || first == second && has(between, "then")) && has(between, "now") && !has(ts[b.to:second.to], "then") {
		return 1
	}
	if first == second {
		return 0
	}
	before, after := has(ts[first.from:first.to], "then"), has(ts[second.from:second.to], "then")
	switch {
	case before && !after:
		return 1
	case after && !before:
		return -1
	}
	return 0
}

// linkWords may stand between a measure and the same measure now: "10 min; he can now do 30".
var linkWords = map[string]bool{"is": true, "it": true, "its": true, "was": true, "but": true, "and": true, "he": true, "she": true, "can": true, "do": true, "up": true, "to": true, "about": true, "for": true, "at": true, "the": true, "patient": true, "they": true}

// adjoin reports whether no word of something else stands between two numbers: "10 min; at present 30 min".
func adjoin(between []token) bool {
	for i := 0; i < len(between); i++ {
		if k := cueAt(between, i, "now"); k > 0 {
			i += k - 1
			continue
		}
		if r, _ := utf8.DecodeRuneInString(between[i].text); unicode.IsLetter(r) && !linkWords[between[i].text] {
			return false
		}
	}
	return true
}

// changed reports whether the words before a number speak of a change, or the sentence of what acupuncture brought.
func changed(ts []token, i int) bool { return has(ts[max(0, i-7):i], "change") || sinceCourse(ts) }

// sinceCourse reports whether a sentence measures from the acupuncture on: "since acu", "with the acupuncture".
func sinceCourse(ts []token) bool {
	course := false
	for _, t := range ts {
		course = course || strings.HasPrefix(t.text, "acu") || strings.HasPrefix(t.text, "electroacu")
	}
	return course && has(ts, "since")
}

// measuredTwice reports whether both numbers have a unit, as a range seldom has: "20 min to 45 min".
func measuredTwice(a, b *quantity) bool {
	return a.kind != "" && b.kind != "" && a.to-a.from > 1 && b.to-b.from > 1
}

func has(ts []token, cue string) bool {
	for i := range ts {
		if cueAt(ts, i, cue) > 0 {
			return true
		}
	}
	return false
}

// gain reads a change that is given by itself: "increased by 20 minutes".
func gain(ts []token, q *quantity) (Comparison, bool) {
	if q.kind == "" || q.kind == "other" || q.from < 2 || cueAt(ts, q.from-1, "by") == 0 || !changed(ts, q.from) {
		return Comparison{}, false
	}
	c := Comparison{Kind: q.kind, After: q.value, Start: ts[max(0, q.from-3)].start, End: q.end}
	if has(ts[max(0, q.from-7):q.from], "less") {
		c.Before, c.After = q.value, 0
	}
	return c, true
}

// part is a stretch of tokens between commas and the like.
type part struct{ from, to int }

// clauseOf is the part of the sentence that a number stands in.
func clauseOf(ts []token, q *quantity) part {
	p := part{q.from, q.to}
	for p.from > 0 && !parts(ts[p.from-1].text) {
		p.from--
	}
	for p.to < len(ts) && !parts(ts[p.to].text) {
		p.to++
	}
	return p
}

func parts(text string) bool {
	return strings.ContainsAny(text, ",;().") || text == "but" || text == "and" || text == "where" || text == "whereas" || text == "while" || text == "which"
}
