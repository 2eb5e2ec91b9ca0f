package ocr

import (
	"regexp"
	"slices"
	"strings"
)

// The boxes of a form in type, as in "[ ]" or "(X)". Their brackets are often taken for one another, and their gap is lost or parts them.
var (
	emptyBox  = regexp.MustCompile(`^[\[{(][\]})]$`)
	tickedBox = regexp.MustCompile(`^(?:[\[{(|Il1][xX]{1,2}[\]})]|[\[{(][xX]{1,2}[|Il1J])$`)
)

// boxGap is the widest gap between the brackets of an empty box, in sizes of its type.
const boxGap = 1.0

// A bullet is round and stands free of the baseline, in sizes of its type. The program takes it for a letter such as e, which stands on it.
const (
	leastBullet = 0.15
	mostBullet  = 0.6
	bulletFoot  = 0.1 // above the baseline
	bulletTop   = 0.62
	bulletWidth = 1.5  // times its height, and the reverse
	shapeSure   = 95.0 // percent. The program is seldom sure of bullets and boxes, but of 207 boxes in scans of all kinds none was read wrong
)

// strays are marks that mean nothing where they stand alone: dirt is read as such.
const strays = ".,:;'`‘’\"“”_~|!°*^«»©®™§¢£€¥—\\"

// odd are signs that no number or date has: where one stands with digits, it stands for another, as in "2@" for "20". The program may be
// quite sure of such a word, so that its confidence is lowered.
const (
	odd           = "@&?!{}°~^<>\\"
	oddConfidence = 50.0 // percent, at most
)

// oneForI are short words in which the program takes a faint i for a 1.
var oneForI = map[string]string{"1s": "is", "1n": "in"}

// marks returns the row's words, with boxes and bullets as they are written in type.
func (r row) marks(size float64) []found {
	out := joinHalves(r.words, boxGap*size)
	if len(out) > 1 && r.isBullet(out[0], size) {
		out[0].text, out[0].confidence = "•", shapeSure
	}
	out = slices.DeleteFunc(out, isStray)
	for i, w := range out {
		out[i] = mended(w)
	}
	return out
}

// mended returns a word as it most likely stands on the page, and how sure that is.
func mended(w found) found {
	if bare := strings.Trim(w.text, "_"); bare != "" && bare != "X" && bare != "x" { // "_X_" and "___" are boxes too
		w.text = bare
	}
	if mark, ok := box(w.text); ok {
		w.text, w.confidence = mark, max(w.confidence, shapeSure)
	}
	if word, ok := oneForI[w.text]; ok {
		w.text = word
	}
	if strings.ContainsAny(w.text, odd) && strings.ContainsAny(w.text, "0123456789") {
		w.confidence = min(w.confidence, oddConfidence)
	}
	return w
}

// joinHalves makes one word of the two brackets of an empty box.
func joinHalves(words []found, gap float64) []found {
	var out []found
	for _, w := range words {
		n := len(out)
		if n == 0 || !isHalf(out[n-1].text, "[{(") || !isHalf(w.text, "]})") || float64(w.box.Min.X-out[n-1].box.Max.X) > gap {
			out = append(out, w)
			continue
		}
		last := &out[n-1]
		last.text, last.box, last.confidence = last.text+w.text, last.box.Union(w.box), min(last.confidence, w.confidence)
	}
	return out
}

func isStray(w found) bool {
	return strings.Trim(w.text, strays) == "" && !strings.HasPrefix(w.text, "__")
}

func isHalf(text, brackets string) bool { return len(text) == 1 && strings.Contains(brackets, text) }

func (r row) isBullet(w found, size float64) bool {
	width, height := float64(w.box.Dx()), float64(w.box.Dy())
	base := r.baseline(middleOf(w.box))
	foot, top := base-float64(w.box.Max.Y), base-float64(w.box.Min.Y)
	round := width <= bulletWidth*height && height <= bulletWidth*width
	return len([]rune(w.text)) == 1 && round && height >= leastBullet*size && height <= mostBullet*size && foot >= bulletFoot*size && top <= bulletTop*size
}

// box restores a box of a form, and reports whether the text is one.
func box(text string) (string, bool) {
	mark := ""
	switch {
	case emptyBox.MatchString(text):
		mark = " "
	case tickedBox.MatchString(text):
		mark = "X"
	default:
		return text, false
	}
	if strings.ContainsAny(text, "()") {
		return "(" + mark + ")", true
	}
	return "[" + mark + "]", true
}
