package visits

import (
	"fmt"

	"imr"
)

// facts are what one reading of a wording states.
type facts struct {
	visits *imr.Range
	often  *imr.Range // visits a week
	weeks  *imr.Range
	exact  *imr.Range // visits of a count a month for so many months

	done, whole      int // "4 of 6"
	open, left, unit bool
}

// factsOf returns the readings of a state: more than one where a number is said twice and differs.
func factsOf(s state) []facts {
	sets := []map[string]imr.Range{{}}
	for _, b := range s.says {
		var next []map[string]imr.Range
		for _, set := range sets {
			for _, v := range b.values {
				next = append(next, with(set, b.name, v))
			}
		}
		sets = next
	}
	var out []facts
	for _, set := range sets {
		if f, ok := factsFrom(set); ok {
			out = append(out, f)
		}
	}
	return out
}

func with(set map[string]imr.Range, name string, v imr.Range) map[string]imr.Range {
	out := map[string]imr.Range{name: v}
	for k, r := range set {
		if k != name {
			out[k] = r
		}
	}
	return out
}

// What a number may be: more visits than mostVisits, or more weeks than mostWeeks, are another number.
const (
	mostVisits = 120
	mostWeeks  = 104
	mostAWeek  = 31
	mostByX    = 7 // 2x6 counts visits a week by weeks; 10x3 is something else
)

// factsFrom reads a set of values. It is not taken where a number cannot be what the wording makes it.
func factsFrom(set map[string]imr.Range) (facts, bool) {
	var f facts
	for name, r := range set {
		switch name {
		case "visits":
			f.visits = &r
		case "done":
			f.done = int(r.Low)
		case "whole":
			f.whole = int(r.High)
		case "open":
			f.open = true
		case "left":
			f.left = true
		case "units":
			f.unit = true
		}
	}
	f.rate(set)
	f.length(set)
	return f, f.possible(set)
}

// possible reports whether the numbers can be what the wording makes them.
func (f facts) possible(set map[string]imr.Range) bool {
	for _, name := range []string{"visits", "done", "whole"} {
		if r, ok := set[name]; ok && !(whole(r) && r.Low >= 1 && r.High <= mostVisits) {
			return false
		}
	}
	if e, ok := set["every"]; ok && (e.Low < 1 || e.High > 8) {
		return false
	}
	_, crossed := set["crossed"]
	switch {
	case f.whole > 0 && (f.done > f.whole || f.whole > 60):
		return false
	case f.often != nil && (f.often.Low <= 0 || f.often.High > mostAWeek || crossed && f.often.High > mostByX):
		return false
	case f.weeks != nil && (f.weeks.Low <= 0 || f.weeks.High > mostWeeks):
		return false
	case crossed && f.weeks != nil && (!whole(*f.weeks) && set["months"] == imr.Range{} || f.weeks.High > 52):
		return false
	}
	return true
}

// String serves to tell readings apart.
func (f facts) String() string {
	show := func(r *imr.Range) string {
		if r == nil {
			return "-"
		}
		return fmt.Sprint(*r)
	}
	return fmt.Sprint(show(f.visits), show(f.often), show(f.weeks), show(f.exact), f.done, f.whole, f.open, f.left, f.unit)
}
