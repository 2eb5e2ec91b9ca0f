package pdf

import (
	"math"

	"imr"
	"imr/internal/pdf/object"
)

// matrix is a transformation a b c d e f (8.3.3): x' = ax + cy + e, y' = bx + dy + f.
type matrix [6]float64

var identity = matrix{1, 0, 0, 1, 0, 0}

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
func (m matrix) box(b imr.Box) imr.Box {
	x, y := m.apply(b[0], b[1])
	out := imr.Box{x, y, x, y}
	for _, corner := range [3][2]float64{{b[0], b[3]}, {b[2], b[1]}, {b[2], b[3]}} {
		x, y := m.apply(corner[0], corner[1])
		out = out.Union(imr.Box{x, y, x, y})
	}
	return out
}

// upright reports whether the image of an upright box is upright.
func (m matrix) upright() bool {
	const small = 1e-6
	return math.Abs(m[1])+math.Abs(m[2]) < small || math.Abs(m[0])+math.Abs(m[3]) < small
}

func matrixOf(v object.Value) matrix {
	if v.Len() != 6 {
		return identity
	}
	var m matrix
	for i := range m {
		m[i] = v.Index(i).Float()
	}
	return m
}

func area(b imr.Box) float64 { return max(0, b[2]-b[0]) * max(0, b[3]-b[1]) }

func contains(b imr.Box, x, y float64) bool { return x >= b[0] && x <= b[2] && y >= b[1] && y <= b[3] }
