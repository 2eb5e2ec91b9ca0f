package records

import (
	"fmt"
	"regexp"

	"imr/internal/pdf/rewrite"
)

// turn is how a page lies: by so many degrees clockwise, and whether the page's own entry turns it back when it is shown.
type turn struct {
	degrees int
	shown   bool
}

// turns are those of the pages: next holds from the page that is begun next.
type turns struct {
	next turn
	of   map[int]turn // by the page's number
}

func (d *drawer) setTurn(name, value string) error {
	var degrees int
	switch value {
	case "0", "90", "180", "270":
		_, _ = fmt.Sscan(value, &degrees) // cannot fail
	default:
		return fmt.Errorf("@%s takes 0, 90, 180 or 270 degrees, not %q", name, value)
	}
	d.turns.next = turn{degrees, name == "rotate"}
	return nil
}

// noteTurn is called when a page is begun.
func (d *drawer) noteTurn() {
	if d.turns.next.degrees == 0 {
		return
	}
	if d.turns.of == nil {
		d.turns.of = map[int]turn{}
	}
	d.turns.of[d.pdf.PageNo()] = d.turns.next
}

// matrix leads from the upright page to the one that lies so: x' = ax + cy + e, y' = bx + dy + f.
func (t turn) matrix() [6]float64 {
	switch t.degrees {
	case 90:
		return [6]float64{0, 1, -1, 0, pageHeight, 0}
	case 180:
		return [6]float64{-1, 0, 0, -1, pageWidth, pageHeight}
	case 270:
		return [6]float64{0, -1, 1, 0, 0, pageWidth}
	}
	return [6]float64{1, 0, 0, 1, 0, 0}
}

// rect turns a rectangle: left, bottom, right, top.
func (t turn) rect(r [4]float64) [4]float64 {
	m := t.matrix()
	x0, y0 := m[0]*r[0]+m[2]*r[1]+m[4], m[1]*r[0]+m[3]*r[1]+m[5]
	x1, y1 := m[0]*r[2]+m[2]*r[3]+m[4], m[1]*r[2]+m[3]*r[3]+m[5]
	return [4]float64{min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)}
}

var contents = regexp.MustCompile(`/Contents (\d+) 0 R`)

// apply turns the pages of a file.
func (t turns) apply(o *rewrite.Objects) {
	for i, page := range o.Pages() {
		turn, ok := t.of[i+1]
		if !ok {
			continue
		}
		m := turn.matrix()
		first := o.AddStream("", fmt.Appendf(nil, "%g %g %g %g %g %g cm", m[0], m[1], m[2], m[3], m[4], m[5]))
		o.Body[page] = contents.ReplaceAll(o.Body[page], fmt.Appendf(nil, "/Contents [%d 0 R $1 0 R]", first))
		if turn.degrees%180 != 0 {
			o.Insert(page, fmt.Sprintf("/MediaBox [0 0 %g %g]", pageHeight, pageWidth))
		}
		if turn.shown {
			o.Insert(page, fmt.Sprintf("/Rotate %d", turn.degrees))
		}
	}
}
