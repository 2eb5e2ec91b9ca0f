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

// marks returns the row's words, with boxes and bullets as they are written in type.
func (r row) marks(size float64) []found {
	var out []found
	for i, w := range r.words {
		if n := len(out); n > 0 && isHalf(out[n-1].text, "[{(") && isHalf(w.text, "]})") && float64(w.box.Min.X-out[n-1].box.Max.X) <= boxGap*size {
			last := &out[n-1]
			last.text, last.box, last.confidence = last.text+w.text, last.box.Union(w.box), min(last.confidence, w.confidence)
			continue
		}
		if i == 0 && len(r.words) > 1 && r.isBullet(w, size) {
			w.text, w.confidence = "•", shapeSure
		}
		out = append(out, w)
	}
	out = slices.DeleteFunc(out, func(w found) bool { return strings.Trim(w.text, strays) == "" && !strings.HasPrefix(w.text, "__") })
	for i, w := range out {
		if bare := strings.Trim(w.text, "_"); bare != "" && bare != "X" && bare != "x" { // "_X_" and "___" are boxes too
			out[i].text = bare
		}
		if text, ok := box(w.text); ok {
			out[i].text, out[i].confidence = text, max(w.confidence, shapeSure)
		}
	}
	return out
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
