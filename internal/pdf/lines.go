package pdf

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"imr"
)

// direction is where text runs on the displayed page, in quarter turns clockwise.
type direction uint8

const (
	rightwards direction = iota
	downwards
	leftwards
	upwards
)

func (g *glyph) direction() direction {
	switch {
	case math.Abs(g.dx) >= math.Abs(g.dy) && g.dx >= 0:
		return rightwards
	case math.Abs(g.dx) >= math.Abs(g.dy):
		return leftwards
	case g.dy > 0:
		return downwards
	}
	return upwards
}

// letter is a glyph in a frame in which its text runs to the right and lines follow downwards.
type letter struct {
	text       string
	x0, x1     float64
	base       float64 // the baseline
	size       float64
	form       bool
	whole      bool
	confidence float64
	spaces     int // white space drawn before it
}

func (d direction) turn(x, y float64) (float64, float64) {
	switch d {
	case downwards:
		return y, -x
	case leftwards:
		return -x, -y
	case upwards:
		return -y, x
	}
	return x, y
}

// turnBack undoes turn for a box.
func (d direction) turnBack(b imr.Box) imr.Box {
	back := (4 - d) % 4
	x0, y0 := back.turn(b[0], b[1])
	x1, y1 := back.turn(b[2], b[3])
	return imr.Box{min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)}
}

func (d direction) letter(g *glyph) letter {
	x0, base := d.turn(g.x, g.y)
	x1, _ := d.turn(g.x+g.dx, g.y+g.dy)
	return letter{text: g.text, x0: x0, x1: x1, base: base, size: g.size, form: g.form, whole: g.whole, confidence: g.confidence}
}

// textLine is a line being laid out, in the frame of its direction.
type textLine struct {
	base    float64
	size    float64
	letters []letter
	cells   []textCell
}

// textCell is a stretch of words without a wide gap.
type textCell struct {
	words []word
	box   imr.Box
	form  bool
}

type word struct {
	text       string
	box        imr.Box
	confidence float64
}

func newCell(words []word, form bool) textCell {
	c := textCell{words: words, box: words[0].box, form: form}
	for _, w := range words[1:] {
		c.box = c.box.Union(w.box)
	}
	return c
}

func (c textCell) text() string {
	texts := make([]string, len(c.words))
	for i, w := range c.words {
		texts[i] = w.text
	}
	return strings.Join(texts, " ")
}

// confidence is that of the cell's least certain word; 0 where no reader stated one.
func (c textCell) confidence() float64 {
	least := c.words[0].confidence
	for _, w := range c.words[1:] {
		least = min(least, w.confidence)
	}
	return least
}

// run is a stretch of letters drawn one after the other on a baseline.
type run struct {
	letters []letter
	x0, x1  float64
	base    float64
	size    float64
}

// layLines gathers glyphs of one direction into lines from top to bottom, and cells from left to right.
func layLines(glyphs []glyph, d direction, rules []rule) []*textLine {
	lines := joinRuns(splitRuns(glyphs, d))
	for _, l := range lines {
		l.cells = splitCells(l.letters, rules)
	}
	lines = slices.DeleteFunc(lines, func(l *textLine) bool { return len(l.cells) == 0 })
	slices.SortStableFunc(lines, func(a, b *textLine) int { return cmp.Compare(a.base, b.base) })
	alignCells(lines)
	return lines
}

// splitRuns cuts the glyphs, in the order in which they were drawn, into runs. A letter drawn twice at one place, which
// makes it bold, counts once.
func splitRuns(glyphs []glyph, d direction) []*run {
	var runs []*run
	seen := duplicates{}
	for i := range glyphs {
		l := d.letter(&glyphs[i])
		if strings.TrimSpace(l.text) != "" && seen.has(l) {
			continue
		}
		if n := len(runs); n > 0 && runs[n-1].takes(l) {
			runs[n-1].add(l)
			continue
		}
		runs = append(runs, &run{letters: []letter{l}, x0: l.x0, x1: l.x1, base: l.base, size: l.size})
	}
	return runs
}

func (r *run) takes(l letter) bool {
	const near = 1 // em; wider jumps may lead to another column
	return math.Abs(l.base-r.base) < 0.05*r.size && l.x0 > r.x1-0.5*r.size && l.x0 < r.x1+near*r.size && math.Abs(l.size-r.size) < 0.2*r.size
}

func (r *run) add(l letter) {
	r.letters = append(r.letters, l)
	r.x1 = max(r.x1, l.x1)
}

// duplicates finds letters drawn twice. Letters are kept by text and a cell of a coarse grid.
type duplicates map[duplicateKey][]letter

type duplicateKey struct {
	text string
	x, y int
}

func (d duplicates) has(l letter) bool {
	const cell, near = 8, 0.1 // points, ems
	kx, ky := int(math.Floor(l.x0/cell)), int(math.Floor(l.base/cell))
	for x := kx - 1; x <= kx+1; x++ {
		for y := ky - 1; y <= ky+1; y++ {
			for _, o := range d[duplicateKey{l.text, x, y}] {
				if math.Abs(o.x0-l.x0) < near*l.size && math.Abs(o.base-l.base) < near*l.size {
					return true
				}
			}
		}
	}
	k := duplicateKey{l.text, kx, ky}
	d[k] = append(d[k], l)
	return false
}

// joinRuns puts runs that share a baseline, or nearly, into lines.
func joinRuns(runs []*run) []*textLine {
	slices.SortStableFunc(runs, func(a, b *run) int { return cmp.Compare(a.base, b.base) })
	var lines []*textLine
	members := map[*textLine][]*run{}
	for _, r := range runs {
		var best *textLine
		for i := len(lines) - 1; i >= max(0, len(lines)-12); i-- {
			if l := lines[i]; shares(l, members[l], r) && (best == nil || math.Abs(l.base-r.base) < math.Abs(best.base-r.base)) {
				best = l
			}
		}
		if best == nil {
			best = &textLine{base: r.base, size: r.size}
			lines = append(lines, best)
		}
		if r.size > best.size || len(members[best]) == 0 {
			best.base, best.size = r.base, r.size
		}
		members[best] = append(members[best], r)
		best.letters = append(best.letters, r.letters...)
	}
	return lines
}

// shares reports whether a run stands on a line: its baseline is near, and it does not overprint the line's letters.
func shares(l *textLine, members []*run, r *run) bool {
	const near, same = 0.38, 0.1 // ems
	distance := math.Abs(l.base - r.base)
	if distance > near*max(l.size, r.size) {
		return false
	}
	if distance <= same*min(l.size, r.size) {
		return true
	}
	for _, m := range members {
		if overlap := min(m.x1, r.x1) - max(m.x0, r.x0); overlap > 0.3*min(m.x1-m.x0, r.x1-r.x0) && overlap > 0 {
			return false
		}
	}
	return true
}
