package ocr

import (
	"image"
	"slices"
)

// Lengths in inches. A rule is longer than any letter's stroke and thinner than a bar.
const (
	leastAcross = 0.75 // of a rule that runs across the page: longer than a dash, or the line on which a form is ticked
	leastDown   = 0.3  // of one that runs down: higher than a letter
	thickest    = 0.06 // of either
	leastBroken = 1.5  // of a broken one that runs across: longer than any word, whose feet nearly touch
	ruleGap     = 0.01
	brokenGap   = 0.03
	fullest     = 0.85  // share of a rule that is ink
	highest     = 0.75  // share of the page's height: what runs further down is a streak or a frame, and parts no cells
	ruleEdge    = 0.007 // grey beside a rule, which goes with it
)

// A dirty machine draws streaks along its own way, whereas a crooked page's rules are crooked: from some skew on, in degrees, a long line
// that is level with the picture is a streak.
const (
	streakSkew  = 0.75
	leastStreak = 2.5
)

// stroke is a long thin piece of ink in pixels: it runs from from to to, and takes the rows (or columns) first to last.
type stroke struct{ from, to, first, last int }

// way walks over a picture along or down: pixel a of line c has the index a*along + c*across.
type way struct{ along, across, length, lines int }

func across(m ink) way { return way{along: 1, across: m.w, length: m.w, lines: m.h} }
func down(m ink) way   { return way{along: m.w, across: 1, length: m.h, lines: m.w} }

// strokes finds straight strokes of at least some length.
func (m ink) strokes(w way, least, gap, thickest int) []stroke {
	var open, done []stroke
	for c := range w.lines {
		runs := m.runs(w, c, least, gap)
		open = slices.DeleteFunc(open, func(s stroke) bool {
			if s.last >= c-2 { // a row or two without a run is a flaw of the stroke
				return false
			}
			done = append(done, s)
			return true
		})
		for _, r := range runs {
			open = merge(open, r)
		}
	}
	done = append(done, open...)
	return slices.DeleteFunc(done, func(s stroke) bool { return s.last-s.first >= thickest })
}

// merge adds a run of one line to the strokes that it continues.
func merge(open []stroke, r stroke) []stroke {
	open = slices.DeleteFunc(open, func(s stroke) bool {
		if s.to < r.from || r.to < s.from {
			return false
		}
		r = stroke{min(s.from, r.from), max(s.to, r.to), s.first, r.last}
		return true
	})
	return append(open, r)
}

// runs returns the stretches of ink in one line that are long enough; short gaps do not end one, if there is little of them.
func (m ink) runs(w way, line, least, gap int) []stroke {
	var out []stroke
	from, last, dark := -1, 0, 0
	end := func() {
		if length := last + 1 - from; from >= 0 && length >= least && float64(dark) >= fullest*float64(length) {
			out = append(out, stroke{from, last + 1, line, line})
		}
	}
	for a := range w.length {
		if !m.dark[a*w.along+line*w.across] {
			continue
		}
		if from < 0 || a-last > gap+1 {
			end()
			from, dark = a, 0
		}
		last = a
		dark++
	}
	end()
	return out
}

// erase paints a stroke over with paper, but for places where a letter crosses it: there the ink goes on for some pixels beyond it.
func (m ink) erase(img *image.Gray, w way, s stroke, edge int) {
	first, last := max(0, s.first-edge), min(w.lines-1, s.last+edge)
	for a := max(0, s.from-edge); a < min(w.length, s.to+edge); a++ {
		if m.has(w, a, first-edge) || m.has(w, a, last+edge) {
			continue
		}
		for c := first; c <= last; c++ {
			i := a*w.along + c*w.across
			img.Pix[i], m.dark[i] = white, false
		}
	}
}

func (m ink) has(w way, a, line int) bool {
	return line >= 0 && line < w.lines && m.dark[a*w.along+line*w.across]
}

// unrule removes long straight lines from the picture and returns those that run down beside cells. A thin rule breaks where it runs from
// one row of pixels to the next; neighbouring rows are taken together to find it.
func unrule(img *image.Gray, dpi float64) []stroke {
	m := inkOf(img, middle)
	px := func(inches float64) int { return max(1, int(inches*dpi)) }
	downwards := m.thickened(down(m)).strokes(down(m), px(leastDown), px(brokenGap), px(thickest))
	level := m.strokes(across(m), px(leastAcross), px(ruleGap), px(thickest))
	level = append(level, m.thickened(across(m)).strokes(across(m), px(leastBroken), px(brokenGap), px(thickest))...)
	for _, s := range level {
		m.erase(img, across(m), s, px(ruleEdge))
	}
	for _, s := range downwards {
		m.erase(img, down(m), s, px(ruleEdge))
	}
	return slices.DeleteFunc(downwards, func(s stroke) bool { return float64(s.to-s.from) > highest*float64(m.h) })
}

// thickened returns the picture with each line of pixels joined with its neighbours.
func (m ink) thickened(w way) ink {
	out := ink{w: m.w, h: m.h, dark: slices.Clone(m.dark)}
	for i := w.across; i < len(m.dark)-w.across; i++ {
		out.dark[i] = m.dark[i] || m.dark[i-w.across] || m.dark[i+w.across]
	}
	return out
}

// unstreak removes the streaks of a crooked page from its picture as scanned.
func unstreak(picture *image.Gray, dpi float64) *image.Gray {
	img := copied(picture)
	m := inkOf(img, middle)
	px := func(inches float64) int { return max(1, int(inches*dpi)) }
	for _, w := range []way{across(m), down(m)} {
		for _, s := range m.strokes(w, px(leastStreak), px(brokenGap), px(thickest)) {
			m.erase(img, w, s, px(ruleEdge))
		}
	}
	return img
}
