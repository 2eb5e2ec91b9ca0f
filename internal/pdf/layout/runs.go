package layout

import (
	"math"
	"strings"
)

// run is a stretch of letters drawn one after the other on a baseline.
type run struct {
	letters []letter
	x0, x1  float64
	ink     [2]float64 // as x0 and x1, white space at its ends left out; both 0 where nothing else stands in it
	base    float64
	size    float64
	next    *run // on the same line
}

// splitRuns cuts letters, in the order in which they were drawn, into runs. Letters drawn twice count once. The letters are moved
// together in place.
func (s *setter) splitRuns(letters []letter) []run {
	s.seen.reset(len(letters))
	kept, runs := letters[:0], s.runs[:0]
	for i := range letters {
		l := letters[i]
		blank := isBlank(l.text)
		if blank {
			s.seen.next = append(s.seen.next, 0) // no chain leads to it
		} else if s.seen.has(kept, &l) {
			continue
		} else {
			s.seen.add(&l)
		}
		kept = append(kept, l)
		if n := len(runs); n > 0 && runs[n-1].takes(&l) {
			r := &runs[n-1]
			r.letters = r.letters[:len(r.letters)+1]
			r.x1 = max(r.x1, l.x1)
		} else {
			runs = append(runs, run{letters: kept[len(kept)-1:], x0: l.x0, x1: l.x1, base: l.base, size: l.size})
		}
		if !blank {
			runs[len(runs)-1].print(&l)
		}
	}
	s.runs = runs
	return runs
}

// print notes where a letter that shows stands.
func (r *run) print(l *letter) {
	if r.ink == [2]float64{} {
		r.ink = [2]float64{l.x0, l.x1}
	}
	r.ink[1] = max(r.ink[1], l.x1)
}

// isText tells words from accents, and from the dots and lines that they are typed on.
func (r *run) isText() bool {
	const least = 3
	letters := 0
	for i := range r.letters {
		if text := r.letters[i].text; text != "" && text[0] >= '0' && text[0] != '_' {
			letters++
		}
	}
	return letters >= least
}

func isBlank(text string) bool {
	if len(text) == 1 && text[0] > ' ' { // nearly always
		return false
	}
	return strings.TrimSpace(text) == ""
}

func (r *run) takes(l *letter) bool {
	const near = 1 // em; wider jumps may lead to another column
	return math.Abs(l.base-r.base) < 0.05*r.size && l.x0 > r.x1-0.5*r.size && l.x0 < r.x1+near*r.size && math.Abs(l.size-r.size) < 0.2*r.size
}
