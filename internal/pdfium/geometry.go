package pdfium

import (
	"math"

	"github.com/klippa-app/go-pdfium/structs"

	"imr"
)

// matrix is a transformation a b c d e f: x' = ax + cy + e, y' = bx + dy + f.
type matrix [6]float64

func matrixOf(m structs.FPDF_FS_MATRIX) matrix {
	return matrix{float64(m.A), float64(m.B), float64(m.C), float64(m.D), float64(m.E), float64(m.F)}
}

// then returns the transformation m followed by n.
func (m matrix) then(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

func (m matrix) apply(x, y float64) (float64, float64) {
	return m[0]*x + m[2]*y + m[4], m[1]*x + m[3]*y + m[5]
}

// box returns the smallest upright box around the image of a box.
func (m matrix) box(left, bottom, right, top float64) imr.Box {
	x, y := m.apply(left, bottom)
	out := imr.Box{x, y, x, y}
	for _, corner := range [3][2]float64{{left, top}, {right, bottom}, {right, top}} {
		x, y := m.apply(corner[0], corner[1])
		out = out.Union(imr.Box{x, y, x, y})
	}
	return out
}

func (m matrix) rect(r structs.FPDF_FS_RECTF) imr.Box {
	return m.box(float64(r.Left), float64(r.Bottom), float64(r.Right), float64(r.Top))
}

// display returns the matrix from user space to the displayed page, whose origin is the top left corner. b is the visible
// part of the page in user space; quarters is its rotation clockwise in quarter turns.
func display(b structs.FPDF_FS_RECTF, quarters int) matrix {
	left, bottom, right, top := float64(b.Left), float64(b.Bottom), float64(b.Right), float64(b.Top)
	switch quarters % 4 {
	case 1:
		return matrix{0, 1, 1, 0, -bottom, -left}
	case 2:
		return matrix{-1, 0, 0, 1, right, -bottom}
	case 3:
		return matrix{0, -1, -1, 0, top, right}
	}
	return matrix{1, 0, 0, -1, -left, top}
}

// points rounds a length: the library reckons in numbers of seven digits, whose last ones mean nothing.
func points(v float64) float64 { return math.Round(v*1000) / 1000 }

func area(b imr.Box) float64 { return max(0, b[2]-b[0]) * max(0, b[3]-b[1]) }

func intersect(a, b imr.Box) imr.Box {
	return imr.Box{max(a[0], b[0]), max(a[1], b[1]), min(a[2], b[2]), min(a[3], b[3])}
}

func contains(b imr.Box, x, y float64) bool { return x >= b[0] && x <= b[2] && y >= b[1] && y <= b[3] }

func middle(b imr.Box) (x, y float64) { return (b[0] + b[2]) / 2, (b[1] + b[3]) / 2 }
