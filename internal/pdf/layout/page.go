package layout

import (
	"cmp"
	"slices"

	"imr"
)

// Glyph is a letter, a ligature or a whole word as it stands on the page.
type Glyph struct {
	Text       string
	X, Y       float64 // the start of its baseline
	DX, DY     float64 // from there to the baseline's end
	Size       float64 // the height of its line in points
	Field      int32   // the number of the form field that draws it, from 1; 0 for what no field draws
	Whole      bool    // a word by itself
	Confidence float64 // percent, of a word that text recognition reports
}

// Page gathers the glyphs of one page in the order in which they are drawn. It can be used for page after page, which saves memory.
type Page struct {
	frames []*frame
	setter setter
}

// Add puts a glyph on the page.
func (p *Page) Add(g *Glyph) {
	f := p.frameOf(g)
	x0, base := f.turn(g.X, g.Y)
	x1, _ := f.turn(g.X+g.DX, g.Y+g.DY)
	f.letters = append(f.letters, letter{text: g.Text, x0: x0, x1: x1, base: base, size: g.Size, field: g.Field, whole: g.Whole, confidence: g.Confidence})
}

// Steps returns how much work the layout was so far, in comparisons of one thing with many others: few unless a page is made to be slow.
func (p *Page) Steps() int { return p.setter.steps + p.setter.seen.steps }

// Lines lays out what was added and clears the page: text of the page's main direction first, then text that runs another way, as along
// the margin. Rules are vertical lines of the page; they part the cells of text that runs to the right.
func (p *Page) Lines(rules []Rule) []imr.Line {
	frames := slices.DeleteFunc(slices.Clone(p.frames), func(f *frame) bool { return len(f.letters) == 0 })
	slices.SortStableFunc(frames, func(a, b *frame) int {
		return cmp.Or(cmp.Compare(len(b.letters), len(a.letters)), cmp.Compare(a.angle, b.angle))
	})
	var out []imr.Line
	for _, f := range frames {
		var own []Rule
		if f.angle == 0 {
			own = rules
		}
		out = p.setter.append(out, f, own)
		f.letters = f.letters[:0]
	}
	return out
}
