package layout

import (
	"cmp"
	"math"
	"slices"

	"imr"
)

// textLine is a line being laid out, in its frame.
type textLine struct {
	base        float64
	size        float64
	cells       []textCell
	first, last *run
	formRow     answer
}

// textCell is a stretch of words without a wide gap.
type textCell struct {
	words []word
	text  string
	box   imr.Box
	form  bool
}

type word struct {
	from, to   int // in the text of the setter
	box        imr.Box
	confidence float64
}

// joinRuns puts runs that share a baseline, or nearly, into lines.
func (s *setter) joinRuns(runs []run) []*textLine {
	const lookBack = 12 // lines above that a run may still belong to
	if cap(s.lines) < len(runs) {
		s.lines = make([]textLine, 0, len(runs))
	}
	s.lines = s.lines[:0]
	lines := make([]*textLine, 0, len(runs)/2+1)
	for _, r := range s.byBase(runs) {
		var best *textLine
		for i := len(lines) - 1; i >= max(0, len(lines)-lookBack); i-- {
			if l := lines[i]; s.shares(l, r) && (best == nil || math.Abs(l.base-r.base) < math.Abs(best.base-r.base)) {
				best = l
			}
		}
		if best == nil {
			s.lines = append(s.lines, textLine{base: r.base, size: r.size})
			best = &s.lines[len(s.lines)-1]
			lines = append(lines, best)
		}
		best.take(r)
	}
	return lines
}

func (s *setter) byBase(runs []run) []*run {
	s.order = s.order[:0]
	for i := range runs {
		s.order = append(s.order, &runs[i])
	}
	slices.SortStableFunc(s.order, func(a, b *run) int { return cmp.Compare(a.base, b.base) })
	return s.order
}

// take adds a run; the line's baseline is that of its largest type.
func (l *textLine) take(r *run) {
	if r.size > l.size || l.first == nil {
		l.base, l.size = r.base, r.size
	}
	if l.first == nil {
		l.first = r
	} else {
		l.last.next = r
	}
	l.last = r
}

// shares reports whether a run stands on a line: its baseline is near, and it does not overprint the line's letters. On the very same
// baseline short runs may overprint others, as accents do, and what is typed over a dotted line.
func (s *setter) shares(l *textLine, r *run) bool {
	const near, same, most = 0.38, 0.1, 200 // ems, ems, runs that are looked at
	distance := math.Abs(l.base - r.base)
	if distance > near*max(l.size, r.size) {
		return false
	}
	close := distance <= same*min(l.size, r.size)
	if close && !r.isText() {
		return true
	}
	for m, n := l.first, 0; m != nil && n < most; m, n = m.next, n+1 {
		s.steps++
		if overlap := min(m.ink[1], r.ink[1]) - max(m.ink[0], r.ink[0]); overlap > 0.3*min(m.ink[1]-m.ink[0], r.ink[1]-r.ink[0]) && overlap > 0 && (!close || m.isText()) {
			return false
		}
	}
	return true
}
