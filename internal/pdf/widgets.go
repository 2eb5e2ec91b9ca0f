package pdf

import (
	"slices"
	"strings"

	"imr"
	"imr/internal/pdf/font"
	"imr/internal/pdf/object"
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
	list := p.dict.Key("Annots")
	fromValues := c.doc.root.Key("AcroForm").Key("NeedAppearances").Bool()
	for i := range min(list.Len(), maxAnnotations) {
		if c.exhausted() {
			break
		}
		a := list.Index(i)
		kind := a.Key("Subtype").Name()
		attachments = attachments || kind == "FileAttachment"
		if f := a.Key("F").Int(); f&(flagHidden|flagNoView) != 0 || slices.Contains(notShown, kind) || c.layers.hides(a, "OC") {
			continue
		}
		box, ok := boxOf(a.Key("Rect"))
		if !ok {
			continue
		}
		w := widget{c: c, dict: a, box: box, base: c.initial(p.display()), resources: p.resources}
		if kind == "Widget" {
			w.drawField(fromValues)
			continue
		}
		w.drawAppearance()
		if kind == "FreeText" && w.appearance().IsNull() {
			w.writeText(a.Key("Contents"))
		}
	}
	return attachments
}

// widget is an annotation being drawn. Its box is in user space.
type widget struct {
	c         *collector
	dict      object.Value
	box       imr.Box
	base      graphics
	resources object.Value
}

// field returns an entry that a field may inherit from the fields above it (12.7.3.1).
func (w *widget) field(name string) object.Value {
	v := w.dict
	for range maxFieldDepth {
		if x := v.Key(name); !x.IsNull() {
			return x
		}
		v = v.Key("Parent")
	}
	return object.Value{}
}

func (w *widget) drawField(fromValues bool) {
	w.c.fields++
	w.c.field = w.c.fields
	defer func() { w.c.field = 0 }()
	flags := w.field("Ff").Int()
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
	state := w.dict.Key("AS").Name()
	if state == "" {
		state = w.field("V").Name()
		if w.dict.Key("AP").Key("N").Key(state).IsNull() && w.field("V").Kind == object.Name && !w.dict.Key("AP").IsNull() {
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
func (w *widget) drawValue() bool { return w.writeText(w.field("V")) }

// writeText shows a text or a choice, if there is one.
func (w *widget) writeText(v object.Value) bool {
	text := strings.TrimSpace(valueText(v))
	if text == "" {
		return false
	}
	w.write(strings.Split(strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n"), "\n"))
	return true
}

// valueText reads a text or a choice; a list of choices is joined by commas.
func valueText(v object.Value) string {
	if v.Kind != object.Array {
		return v.String()
	}
	var all []string
	for i := range min(v.Len(), 100) {
		all = append(all, v.Index(i).String())
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
	show := w.c.startShow(size, black)
	middle := (box[1]+box[3])/2 + 0.3*size
	for i, line := range lines {
		y := middle + (float64(i)-float64(len(lines)-1)/2)*size*1.2
		x := box[0] + padding
		if line == "[X]" || line == "[ ]" {
			x = (box[0]+box[2])/2 - 1.5*width
		}
		w.writeLine(line, x, y, width, show)
	}
}

func (w *widget) writeLine(line string, x, y, width float64, show int32) {
	for _, r := range line {
		if text := font.Plain(string(r)); text != "" {
			w.c.glyphs = append(w.c.glyphs, glyph{text: text, x: x, y: y, dx: width, show: show})
		}
		x += width
	}
}

// appearance returns the stream that shows the annotation (12.5.5): of its state, where it has several.
func (w *widget) appearance() object.Value {
	normal := w.dict.Key("AP").Key("N")
	if normal.Kind == object.Dict {
		normal = normal.Key(w.dict.Key("AS").Name())
	}
	if normal.Kind != object.Stream {
		return object.Value{}
	}
	return normal
}

// drawAppearance draws the appearance stream, fitted into the annotation's box as algorithm 8.1 of 12.5.5 says.
func (w *widget) drawAppearance() {
	form := w.appearance()
	bounds, ok := boxOf(form.Key("BBox"))
	if form.IsNull() || !ok {
		return
	}
	from := matrixOf(form.Key("Matrix")).box(bounds)
	if from[2]-from[0] <= 0 || from[3]-from[1] <= 0 {
		return
	}
	sx, sy := (w.box[2]-w.box[0])/(from[2]-from[0]), (w.box[3]-w.box[1])/(from[3]-from[1])
	g := w.base
	g.ctm = matrix{sx, 0, 0, sy, w.box[0] - from[0]*sx, w.box[1] - from[1]*sy}.then(g.ctm)
	w.c.drawForm(form, w.resources, g)
}
