package layout

import "math"

// duplicates finds letters drawn twice at one place, which makes them bold. Letters are kept by a cell of a coarse grid in a hash table
// of chains: a map of lists would cost more than all the rest of the layout.
type duplicates struct {
	first []int32 // by hash: one more than the index of the letter met last, or 0
	next  []int32 // by letter: the one met before it with the same hash
	steps int
}

const gridCell = 8 // points

// reset empties the table and makes room for so many letters.
func (d *duplicates) reset(letters int) {
	size := 64
	for size < 2*letters {
		size *= 2
	}
	if len(d.first) < size {
		d.first = make([]int32, size)
	} else {
		d.first = d.first[:cap(d.first)]
		clear(d.first)
	}
	if cap(d.next) < letters {
		d.next = make([]int32, 0, letters)
	}
	d.next = d.next[:0]
}

func (d *duplicates) slot(text string, x, y int) int {
	h := uint32(x)*0x9E3779B1 ^ uint32(y)*0x85EBCA6B ^ uint32(text[0])*0xC2B2AE35 ^ uint32(len(text))
	h ^= h >> 15
	return int(h) & (len(d.first) - 1)
}

// has reports whether the same letter stands at the place of one already kept.
func (d *duplicates) has(kept []letter, l *letter) bool {
	const ems = 0.1
	near := min(ems*l.size, gridCell)
	kx, ky := cellOf(l.x0), cellOf(l.base)
	for x := max(cellOf(l.x0-near), kx-1); x <= min(cellOf(l.x0+near), kx+1); x++ {
		for y := max(cellOf(l.base-near), ky-1); y <= min(cellOf(l.base+near), ky+1); y++ {
			for i := d.first[d.slot(l.text, x, y)]; i > 0; i = d.next[i-1] {
				d.steps++
				if o := &kept[i-1]; math.Abs(o.x0-l.x0) < ems*l.size && math.Abs(o.base-l.base) < ems*l.size && o.text == l.text {
					return true
				}
			}
		}
	}
	return false
}

// add notes the letter that was kept last.
func (d *duplicates) add(l *letter) {
	slot := d.slot(l.text, cellOf(l.x0), cellOf(l.base))
	d.next = append(d.next, d.first[slot])
	d.first[slot] = int32(len(d.next))
}

func cellOf(v float64) int { return int(math.Floor(v / gridCell)) }
