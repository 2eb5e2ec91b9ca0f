package pdf

import (
	"slices"
	"strings"

	"github.com/ledongthuc/pdf"

	"imr"
)

const (
	maxAnnotations = 5_000
	maxFieldDepth  = 30
)

// Bits of an annotation's F entry (12.5.3) and of a field's Ff entry (12.7.4).
const (
	flagHidden      = 1 << 1
	flagNoView      = 1 << 5
	fieldPassword   = 1 << 13
	fieldPushbutton = 1 << 16
	fieldComb       = 1 << 24
)

// notShown are the kinds of annotations that draw no text of the page: marks over it, links, and notes that pop up.
var notShown = []string{"Link", "Popup", "Text", "Highlight", "Underline", "Squiggly", "StrikeOut", "Ink", "FileAttachment"}

// drawAnnotations draws what a page's annotations show, form fields above all. It reports whether files are attached.
func (c *collector) drawAnnotations(p pageDict) (attachments bool) {
	list := key(p.dict, "Annots")
	fromValues := key(key(c.doc.root, "AcroForm"), "NeedAppearances").Bool()
	for i := range min(list.Len(), maxAnnotations) {
		a := index(list, i)
		kind := key(a, "Subtype").Name()
		attachments = attachments || kind == "FileAttachment"
		if f := key(a, "F").Int64(); f&(flagHidden|flagNoView) != 0 || slices.Contains(notShown, kind) || c.layers.hidesObject(a) {
			continue
		}
		box, ok := boxOf(key(a, "Rect"))
		if !ok {
			continue
		}
		w := widget{c: c, dict: a, box: box, base: c.initial(p.display()), resources: p.resources}
		if kind == "Widget" {
			w.drawField(fromValues)
			continue
		}
		w.drawAppearance()
	}
	return attachments
}

// widget is an annotation being drawn. Its box is in user space.
type widget struct {
	c         *collector
	dict      pdf.Value
	box       imr.Box
	base      graphics
	resources pdf.Value
}

// field returns an entry that a field may inherit from the fields above it (12.7.3.1).
func (w *widget) field(name string) pdf.Value {
	v := w.dict
	for range maxFieldDepth {
		if x := key(v, name); !x.IsNull() {
			return x
		}
		v = key(v, "Parent")
	}
	return pdf.Value{}
}

func (w *widget) drawField(fromValues bool) {
	w.c.inField = true
	defer func() { w.c.inField = false }()
	flags := w.field("Ff").Int64()
	switch w.field("FT").Name() {
	case "Btn":
		if flags&fieldPushbutton == 0 {
			w.drawMark()
			return
		}
	case "Tx":
		if flags&fieldPassword != 0 {
			return
		}
		fromValues = fromValues || flags&fieldComb != 0 // a comb sets each letter apart
	}
	if fromValues && w.drawValue() {
		return
	}
	before := len(w.c.glyphs)
	w.drawAppearance()
	if len(w.c.glyphs) == before && w.appearance().IsNull() {
		w.drawValue()
	}
}

// drawMark shows a check box or a radio button as "[X]" or "[ ]".
func (w *widget) drawMark() {
	state := key(w.dict, "AS").Name()
	if state == "" {
		state = w.field("V").Name()
		if key(key(key(w.dict, "AP"), "N"), state).IsNull() && w.field("V").Kind() == pdf.Name && !key(w.dict, "AP").IsNull() {
			state = ""
		}
	}
	mark := "[X]"
	if state == "" || state == "Off" {
		mark = "[ ]"
	}
	w.write([]string{mark})
}

// drawValue shows the field's value. It reports whether there is one.
func (w *widget) drawValue() bool {
	text := strings.TrimSpace(valueText(w.field("V")))
	if text == "" {
		return false
	}
	w.write(strings.Split(strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n"), "\n"))
	return true
}

// valueText reads a text or a choice; a list of choices is joined by commas.
func valueText(v pdf.Value) string {
	if v.Kind() != pdf.Array {
		return v.Text()
	}
	var all []string
	for i := range min(v.Len(), 100) {
		all = append(all, index(v, i).Text())
	}
	return strings.Join(all, ", ")
}

// write sets lines of text into the widget's box. It has no font: a box of one line is filled, and glyphs get the width
// that the longest line leaves them.
func (w *widget) write(lines []string) {
	box := w.base.ctm.box(w.box)
	const usual, padding = 10, 2
	size := min(usual, (box[3]-box[1])/float64(len(lines))*0.8)
	longest := 1
	for _, line := range lines {
		longest = max(longest, len([]rune(line)))
	}
	width := min(size*0.5, max(1, box[2]-box[0]-padding)/float64(longest))
	w.c.order++
	middle := (box[1]+box[3])/2 + 0.3*size
	for i, line := range lines {
		y := middle + (float64(i)-float64(len(lines)-1)/2)*size*1.2
		x := box[0] + padding
		if line == "[X]" || line == "[ ]" {
			x = (box[0]+box[2])/2 - 1.5*width
		}
		w.writeLine(line, x, y, width, size)
	}
}

func (w *widget) writeLine(line string, x, y, width, size float64) {
	for _, r := range line {
		if text := plainText(string(r)); text != "" {
			w.c.glyphs = append(w.c.glyphs, glyph{text: text, x: x, y: y, dx: width, size: size, order: w.c.order, fill: black, form: true})
		}
		x += width
	}
}

// appearance returns the stream that shows the annotation (12.5.5): of its state, where it has several.
func (w *widget) appearance() pdf.Value {
	normal := key(key(w.dict, "AP"), "N")
	if normal.Kind() == pdf.Dict {
		normal = key(normal, key(w.dict, "AS").Name())
	}
	if normal.Kind() != pdf.Stream {
		return pdf.Value{}
	}
	return normal
}

// drawAppearance draws the appearance stream, fitted into the annotation's box as algorithm 8.1 of 12.5.5 says.
func (w *widget) drawAppearance() {
	form := w.appearance()
	bounds, ok := boxOf(key(form, "BBox"))
	if form.IsNull() || !ok {
		return
	}
	from := matrixOf(key(form, "Matrix")).box(bounds)
	if from[2]-from[0] <= 0 || from[3]-from[1] <= 0 {
		return
	}
	sx, sy := (w.box[2]-w.box[0])/(from[2]-from[0]), (w.box[3]-w.box[1])/(from[3]-from[1])
	g := w.base
	g.ctm = matrix{sx, 0, 0, sy, w.box[0] - from[0]*sx, w.box[1] - from[1]*sy}.then(g.ctm)
	w.c.drawForm(form, w.resources, g)
}
