package ocr

import "image"

// blob is a connected piece of ink: a letter, a part of one, several that touch, a table's grid, a speck.
type blob struct {
	box  image.Rectangle
	area int // pixels
}

// span is a stretch of ink in one row, of the blob with the number given.
type span struct{ x0, x1, blob int }

// blobs returns the connected pieces of ink; pixels that touch at a corner are connected.
func (m ink) blobs() []blob {
	f := finder{}
	var above, here []span
	for y := range m.h {
		row := m.dark[y*m.w:][:m.w]
		near := above // the spans above that are not yet passed
		for x := 0; x < m.w; x++ {
			if !row[x] {
				continue
			}
			from := x
			for x < m.w && row[x] {
				x++
			}
			for len(near) > 0 && near[0].x1 < from {
				near = near[1:]
			}
			here = append(here, span{from, x, f.place(from, x, y, near)})
		}
		above, here = here, above[:0]
	}
	return f.whole()
}

// finder joins spans to blobs; a blob that turned out to be a part of another points to it.
type finder struct {
	blobs []blob
	part  []int
}

// place adds a span to the blobs that it touches in the row above, which thereby become one, and returns its number. The spans above are
// those that do not end before it.
func (f *finder) place(x0, x1, y int, above []span) int {
	own := -1
	for _, s := range above {
		if s.x0 > x1 {
			break
		}
		own = f.join(own, f.root(s.blob))
	}
	if own < 0 {
		own = len(f.blobs)
		f.blobs, f.part = append(f.blobs, blob{}), append(f.part, own)
	}
	f.blobs[own] = blob{f.blobs[own].box.Union(image.Rect(x0, y, x1, y+1)), f.blobs[own].area + x1 - x0}
	return own
}

func (f *finder) root(i int) int {
	for f.part[i] != i {
		f.part[i] = f.part[f.part[i]]
		i = f.part[i]
	}
	return i
}

func (f *finder) join(a, b int) int {
	if a < 0 || a == b {
		return b
	}
	f.part[b] = a
	f.blobs[a] = blob{f.blobs[a].box.Union(f.blobs[b].box), f.blobs[a].area + f.blobs[b].area}
	return a
}

func (f *finder) whole() []blob {
	var out []blob
	for i, b := range f.blobs {
		if f.part[i] == i {
			out = append(out, b)
		}
	}
	return out
}
