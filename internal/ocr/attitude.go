package ocr

import (
	"cmp"
	"math"
	"slices"
)

// attitude is how a page lies in its picture.
type attitude struct {
	turn  int     // quarter turns clockwise that put it upright
	skew  float64 // degrees clockwise by which it then still lies crooked
	sharp float64 // how sharply its baselines stand out
}

// The size of blobs that are taken for letters, in inches, and the angles that are tried, in degrees.
const (
	leastLetter = 0.025
	mostLetter  = 0.6
	mostSkew    = 6.0
	coarseStep  = 0.2
	fineStep    = 0.02
)

// leastFeet is how many letters it takes to tell an angle.
const leastFeet = 12

// foot is where a letter stands, if its line runs along u; v counts towards the foot.
type foot struct{ u, v float64 }

// attitudes returns the four ways in which the page may lie, the likeliest first. Letters stand on a common baseline, while their tops
// are at two heights, so the feet of upright letters fall on fewer lines than their tops or sides do.
func attitudes(letters []blob) []attitude {
	out := make([]attitude, 4)
	for turn := range out {
		out[turn] = bestSkew(feet(letters, turn))
		out[turn].turn = turn
	}
	slices.SortStableFunc(out, func(a, b attitude) int { return cmp.Compare(b.sharp, a.sharp) })
	return out
}

// letters returns the blobs that may be letters at a resolution.
func letters(blobs []blob, dpi float64) []blob {
	var out []blob
	for _, b := range blobs {
		w, h := float64(b.box.Dx())/dpi, float64(b.box.Dy())/dpi
		if max(w, h) >= leastLetter && max(w, h) <= mostLetter {
			out = append(out, b)
		}
	}
	return out
}

// feet returns where the letters would stand if the page had to be turned by some quarters clockwise. Turned by one, what was at the
// right is at the foot.
func feet(letters []blob, turn int) []foot {
	out := make([]foot, len(letters))
	for i, b := range letters {
		x, y := float64(b.box.Min.X+b.box.Max.X)/2, float64(b.box.Min.Y+b.box.Max.Y)/2
		switch turn {
		case 0:
			out[i] = foot{x, float64(b.box.Max.Y)}
		case 1:
			out[i] = foot{-y, float64(b.box.Max.X)}
		case 2:
			out[i] = foot{-x, -float64(b.box.Min.Y)}
		case 3:
			out[i] = foot{y, -float64(b.box.Min.X)}
		}
	}
	return out
}

// bestSkew finds the angle at which the feet fall on the fewest lines. A few letters do so at many angles: their page is taken to be
// straight.
func bestSkew(feet []foot) attitude {
	best := attitude{sharp: sharpness(feet, 0)}
	if len(feet) < leastFeet {
		return best
	}
	try := func(from, to, step float64) {
		for angle := from; angle <= to; angle += step {
			if s := sharpness(feet, angle); s > best.sharp {
				best = attitude{skew: angle, sharp: s}
			}
		}
	}
	try(-mostSkew, mostSkew, coarseStep)
	try(best.skew-coarseStep, best.skew+coarseStep, fineStep)
	if math.Abs(best.skew) < leastSkew {
		best.skew = 0
	}
	return best
}

// sharpness counts the feet by line and returns the sum of the squares; neighbouring lines are counted together, since a baseline may
// fall between two.
func sharpness(feet []foot, degrees float64) float64 {
	const size = 1 << 13 // more than the lines of any page at detailDPI
	var counts [size]int32
	slope := math.Tan(degrees * math.Pi / 180)
	for _, f := range feet {
		counts[int(math.Floor(f.v-f.u*slope))&(size-1)]++
	}
	sum := 0.0
	for i, c := range counts[1:] {
		both := float64(c + counts[i])
		sum += both * both
	}
	return sum
}
