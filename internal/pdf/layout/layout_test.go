package layout

import (
	"fmt"
	"strings"
	"testing"

	"imr"
)

// set puts a text on the page letter by letter, each half an em wide. The angle is that of its baseline.
func (p *Page) set(text string, x, y, size float64, angle int) {
	f := newFrame(angle)
	for _, r := range text {
		dx, dy := 0.5*size*f.cos, 0.5*size*f.sin
		p.Add(&Glyph{Text: string(r), X: x, Y: y, DX: dx, DY: dy, Size: size})
		x, y = x+dx, y+dy
	}
}

// spread sets a text with so much between its letters.
func (p *Page) spread(text string, x, y, size, apart float64) {
	for _, r := range text {
		p.Add(&Glyph{Text: string(r), X: x, Y: y, DX: 0.5 * size, Size: size})
		x += 0.5*size + apart
	}
}

// field sets a text in a form field of that number, in small type.
func (p *Page) field(text string, x, y float64, number int32) {
	for _, r := range text {
		p.Add(&Glyph{Text: string(r), X: x, Y: y, DX: 5, Size: 10, Field: number})
		x += 5
	}
}

func printed(lines []imr.Line) string {
	var out []string
	for _, l := range lines {
		var cells []string
		for _, c := range l.Cells {
			cells = append(cells, c.Text)
		}
		out = append(out, strings.Join(cells, " | "))
	}
	return strings.Join(out, "\n")
}

func TestLettersAreLaidOut(t *testing.T) {
	tests := []struct {
		name  string
		set   func(*Page)
		rules []Rule
		want  string
	}{
		{"lines from top to bottom, whatever the order", func(p *Page) { p.set("second", 10, 40, 10, 0); p.set("first", 10, 20, 10, 0) }, nil, "first\nsecond"},
		{"words by drawn spaces and by gaps", func(p *Page) { p.set("a b", 10, 20, 10, 0); p.set("c", 27, 20, 10, 0); p.set("d", 32.5, 20, 10, 0) }, nil, "a b cd"},
		{"cells by wide gaps", func(p *Page) { p.set("a", 10, 20, 10, 0); p.set("b", 40, 20, 10, 0) }, nil, "a | b"},
		{"cells by rules", func(p *Page) { p.set("a", 10, 20, 10, 0); p.set("b", 18, 20, 10, 0) }, []Rule{{16.5, 0, 30}}, "a | b"},
		{"rules elsewhere part nothing", func(p *Page) { p.set("a", 10, 20, 10, 0); p.set("b", 18, 20, 10, 0) }, []Rule{{16.5, 30, 60}}, "a b"},
		{"letters drawn twice", func(p *Page) { p.set("bold", 10, 20, 10, 0); p.set("bold", 10.4, 20.1, 10, 0) }, nil, "bold"},
		{"the same letters next to each other", func(p *Page) { p.set("0000", 10, 20, 10, 0) }, nil, "0000"},
		{"letters set apart", func(p *Page) { p.spread("six visits of it", 10, 20, 10, 2) }, nil, "six visits of it"},
		{"numbers in narrow columns", func(p *Page) { p.spread("1 2 3 4 5 6 7 8 9", 10, 20, 10, 2) }, nil, "1 2 3 4 5 6 7 8 9"},
		{"numbers in narrow columns without spaces", func(p *Page) { p.spread("123456789", 10, 20, 10, 2) }, nil, "1 2 3 4 5 6 7 8 9"},
		{"fields side by side", func(p *Page) { p.field("97810", 10, 20, 1); p.field("6", 40, 20, 2); p.field("x", 49, 20, 2) }, nil, "97810 | 6 x"},
		{"a box in the space before a label", func(p *Page) { p.field("[X]", 10, 17.5, 1); p.set("      New", 5, 20, 10, 0) }, nil, "[X] | New"},
		{"a superscript", func(p *Page) { p.set("x", 10, 20, 10, 0); p.set("2", 15, 17, 6, 0) }, nil, "x2"},
		{"quarter turns after the page's own direction", func(p *Page) {
			p.set("up", 10, 90, 10, 270)
			p.set("down", 90, 10, 10, 90)
			p.set("across", 20, 50, 10, 0)
			p.set("over", 80, 70, 10, 180)
		}, nil, "across\ndown\nover\nup"},
		{"a slanting stamp does not mix with the text under it", func(p *Page) {
			p.set("one line", 10, 50, 10, 0)
			p.set("COPY", 20, 70, 10, 315)
			p.set("next line", 10, 65, 10, 0)
		}, nil, "one line\nnext line\nCOPY"},
		{"a page askew", func(p *Page) { p.set("a slight slant", 10, 20, 10, 2) }, nil, "a slight slant"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var p Page
			test.set(&p)
			if got := printed(p.Lines(test.rules)); got != test.want {
				t.Errorf("laid out as\n%s\nwant\n%s", got, test.want)
			}
			if again := p.Lines(nil); len(again) != 0 {
				t.Errorf("the page is not cleared: %s", printed(again))
			}
		})
	}
}

func TestBoxesAreThoseOfThePage(t *testing.T) {
	for angle, want := range map[int]imr.Box{
		0: {100, 42.4, 110, 52.2}, 90: {97.8, 50, 107.6, 60}, 180: {90, 47.8, 100, 57.6}, 270: {92.4, 40, 102.2, 50},
	} {
		var p Page
		p.set("ab", 100, 50, 10, angle)
		if got := p.Lines(nil)[0].Cells[0].Box; fmt.Sprintf("%.3f", got) != fmt.Sprintf("%.3f", want) {
			t.Errorf("text at %d degrees has the box %v, want %v", angle, got, want)
		}
	}
}

func TestProseInColumnsIsReadColumnByColumn(t *testing.T) {
	left := []string{"the patient was seen for", "pain of the low back and", "has had no treatment for", "it so far. he was told of", "the risks and wishes to", "go on with the treatment"}
	right := []string{"examination shows that a", "spasm is there on palpation", "of the paraspinal muscles", "and that sitting is worse", "than standing; he denies", "numbness of the left leg"}
	var p Page
	for i := range left {
		p.set(left[i], 20, 50+12*float64(i), 10, 0)
		p.set(right[i], 200, 50+12*float64(i), 10, 0)
	}
	if got, want := printed(p.Lines(nil)), strings.Join(append(left, right...), "\n"); got != want {
		t.Errorf("read as\n%s", got)
	}
}

func TestRowsOfATableAreReadAcross(t *testing.T) {
	var p Page
	var want []string
	for i, service := range []string{"Acupuncture", "Massage therapy", "Office visit", "MRI", "Infrared therapy to the low back", "Gym"} {
		y := 50 + 12*float64(i)
		count := fmt.Sprintf("%d visits", i)
		p.set(service, 20, y, 10, 0)
		p.set(count, 200, y, 10, 0)
		want = append(want, service+" | "+count)
	}
	if got := printed(p.Lines(nil)); got != strings.Join(want, "\n") {
		t.Errorf("read as\n%s", got)
	}
}

func TestColumnsOnBaselinesOfTheirOwnAreReadColumnByColumn(t *testing.T) {
	left := []string{"Patient: A and B", "Claim: C", "the patient has", "pain of the back", "and was told to"}
	right := []string{"rest.", "Impression: sprain", "Plan: six visits", "Work: no change"}
	var p Page
	for i := range left {
		p.set(left[i], 20, 52.5+12*float64(i), 10, 0)
	}
	for i := range right {
		p.set(right[i], 200, 50+12*float64(i), 10, 0)
	}
	if got, want := printed(p.Lines(nil)), strings.Join(append(left, right...), "\n"); got != want {
		t.Errorf("read as\n%s", got)
	}
}
