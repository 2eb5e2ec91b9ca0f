package records

import (
	"bytes"
	"fmt"
	"strings"

	"imr/internal/pdf/rewrite"
)

// widgetWriter puts the fields of a form into a file (ISO 32000-1, 12.7).
type widgetWriter struct {
	o     *rewrite.Objects
	turns turns
	drawn bool // fields have appearance streams; without them, readers show their values
	font  int
	marks [2]int      // appearances of a box: empty, ticked
	roots []int       // the fields of the form
	kids  map[int]int // the field of each choice
	of    map[int][]int
}

// apply adds the form's fields to the pages of a file.
func (f form) apply(o *rewrite.Objects, turns turns, drawn bool) {
	w := &widgetWriter{o: o, turns: turns, drawn: drawn, kids: map[int]int{}, of: map[int][]int{}}
	w.font = o.Add("<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding>>")
	if drawn {
		box := fmt.Sprintf("/Type /XObject /Subtype /Form /BBox [0 0 %g %g]", boxSide, boxSide)
		w.marks = [2]int{o.AddStream(box, nil), o.AddStream(box, []byte("1 w 1 1 m 7 7 l 1 7 m 7 1 l S"))}
	}
	for i, field := range f.list {
		w.add(i, field)
	}
	for i, page := range o.Pages() {
		if list := w.of[i+1]; len(list) > 0 {
			o.Insert(page, fmt.Sprintf("/Annots [%s]", references(list)))
		}
	}
	o.Insert(o.Root, fmt.Sprintf("/AcroForm <</Fields [%s] /NeedAppearances %v /DA (/Helv 9 Tf 0 g) /DR <</Font <</Helv %d 0 R>>>>>>", references(w.roots), !drawn, w.font))
}

func references(list []int) string {
	var b strings.Builder
	for _, n := range list {
		fmt.Fprintf(&b, "%d 0 R ", n)
	}
	return b.String()
}

func (w *widgetWriter) add(i int, f field) {
	r := w.turns.of[f.page].rect(f.rect)
	common := fmt.Sprintf("/Type /Annot /Subtype /Widget /F 4 /Rect [%.2f %.2f %.2f %.2f]", r[0], r[1], r[2], r[3])
	var n int
	switch f.kind {
	case "text":
		n = w.o.Add("<<%s /T (f%d) /FT /Tx /Ff 4096 /V (%s)%s>>", common, i, escape(strings.Join(f.lines, " ")), w.appearance(f))
	case "box":
		n = w.o.Add("<<%s /T (f%d) /FT /Btn /V /%s%s>>", common, i, state(f.ticked, "Yes"), w.mark(f, "Yes"))
	case "button":
		n = w.button(i, f, common)
	}
	w.of[f.page] = append(w.of[f.page], n)
	if f.kind != "button" {
		w.roots = append(w.roots, n)
	}
}

// button adds a button to its choice, which is the field.
func (w *widgetWriter) button(i int, f field, common string) int {
	parent, ok := w.kids[f.group]
	if !ok {
		parent = w.o.Add("<</T (choice%d) /FT /Btn /Ff 49152 /Kids []>>", f.group)
		w.kids[f.group] = parent
		w.roots = append(w.roots, parent)
	}
	value := fmt.Sprintf("c%d", i)
	n := w.o.Add("<<%s /Parent %d 0 R%s>>", common, parent, w.mark(f, value))
	w.o.Body[parent] = bytes.Replace(w.o.Body[parent], []byte("]>>"), fmt.Appendf(nil, "%d 0 R ]>>", n), 1)
	if f.ticked {
		w.o.Insert(parent, "/V /"+value)
	}
	return n
}

func state(ticked bool, value string) string {
	if ticked {
		return value
	}
	return "Off"
}

// mark gives a box its state and, where fields are drawn, its looks.
func (w *widgetWriter) mark(f field, value string) string {
	entries := " /AS /" + state(f.ticked, value)
	if w.drawn {
		entries += fmt.Sprintf(" /AP <</N <</Off %d 0 R /%s %d 0 R>>>>", w.marks[0], value, w.marks[1])
	}
	return entries
}

// appearance draws the lines of a text.
func (w *widgetWriter) appearance(f field) string {
	if !w.drawn {
		return ""
	}
	width, height := f.rect[2]-f.rect[0], f.rect[3]-f.rect[1]
	m := w.turns.of[f.page].matrix()
	var b strings.Builder
	fmt.Fprintf(&b, "/Tx BMC BT /Helv %g Tf 0 g 2 %.2f Td\n", fieldType, height-fieldType-1)
	for _, line := range f.lines {
		fmt.Fprintf(&b, "(%s) Tj 0 %.2f Td\n", escape(line), -fieldType*leading)
	}
	b.WriteString("ET EMC")
	entries := fmt.Sprintf("/Type /XObject /Subtype /Form /BBox [0 0 %.2f %.2f] /Matrix [%g %g %g %g 0 0] /Resources <</Font <</Helv %d 0 R>>>>",
		width, height, m[0], m[1], m[2], m[3], w.font)
	return fmt.Sprintf(" /AP <</N %d 0 R>>", w.o.AddStream(entries, []byte(b.String())))
}

// escape writes the characters of a literal string (7.3.4.2).
func escape(s string) string { return strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`).Replace(s) }
