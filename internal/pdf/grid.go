package pdf

import (
	"math"

	"imr"
)

// gridSide is the number of cells along each side of a page.
const gridSide = 16

// grid finds the shapes of a page at a point without a look at all of them.
type grid struct {
	cells         [][]int32 // the shapes that touch each cell, in the order in which they were painted
	width, height float64   // of a cell
}

// build sorts shapes into cells.
func (g *grid) build(page imr.Box, shapes []shape) {
	if g.cells == nil {
		g.cells = make([][]int32, gridSide*gridSide)
	}
	for i := range g.cells {
		g.cells[i] = g.cells[i][:0]
	}
	g.width, g.height = page[2]/gridSide, page[3]/gridSide
	for i := range shapes {
		b := &shapes[i].box
		for y := side(b[1], g.height); y <= side(b[3], g.height); y++ {
			for x := side(b[0], g.width); x <= side(b[2], g.width); x++ {
				g.cells[y*gridSide+x] = append(g.cells[y*gridSide+x], int32(i))
			}
		}
	}
}

// at returns the shapes that may hold a point of the page.
func (g *grid) at(x, y float64) []int32 {
	return g.cells[side(y, g.height)*gridSide+side(x, g.width)]
}

func side(v, cell float64) int {
	return int(max(0, min(gridSide-1, math.Floor(v/cell))))
}
