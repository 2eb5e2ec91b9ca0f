package scan

import "image"

// How strong the noise is at its most.
const (
	mostGrain   = 60.0 // standard deviation in levels of grey
	mostSpecks  = 40.0 // a square inch
	streakWidth = 0.01 // inches
)

// noise draws numbers that look random and are the same for the same seed: SplitMix64, written out so that no library's change alters a scan.
type noise struct{ state uint64 }

func (n *noise) next() uint64 {
	n.state += 0x9e3779b97f4a7c15
	z := n.state
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

func (n *noise) below(limit int) int { return int(n.next() % uint64(limit)) }

// grain adds to each pixel a sum of four numbers, which is nearly normal, with the standard deviation asked for.
func (n *noise) grain(img *image.Gray, amount float64) {
	const ofFour = 147.8 // the standard deviation of the sum of four numbers from 0 to 255
	for i, v := range img.Pix {
		bits := n.next()
		sum := float64(bits&255+bits>>8&255+bits>>16&255+bits>>24&255) - 2*255
		img.Pix[i] = clamp(float64(v) + sum/ofFour*mostGrain*amount)
	}
}

// specks are dots of dirt, of one pixel or as large as a full stop.
func (n *noise) specks(img *image.Gray, amount float64, dpi int) {
	w, h := img.Rect.Dx(), img.Rect.Dy()
	inches := float64(w) * float64(h) / float64(dpi*dpi)
	for range int(mostSpecks * amount * inches) {
		x, y, size := n.below(w), n.below(h), 1+n.below(max(1, dpi/100))
		fill(img, image.Rect(x, y, x+size, y+size))
	}
}

func (n *noise) streaks(img *image.Gray, count, dpi int) {
	width := max(1, int(streakWidth*float64(dpi)))
	for range count {
		x := n.below(img.Rect.Dx())
		fill(img, image.Rect(x, 0, x+width, img.Rect.Dy()))
	}
}

func fill(img *image.Gray, r image.Rectangle) {
	r = r.Intersect(img.Rect)
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			img.Pix[y*img.Stride+x] = black
		}
	}
}

func clamp(v float64) uint8 { return uint8(min(max(v+0.5, black), white)) }
