package pdfium

import (
	"slices"
	"strings"

	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"

	"imr"
	"imr/internal/pdf/font"
)

const (
	maxAnnotations = 5_000
	fieldPassword  = 1 << 13 // of a field's flags
	fieldComb      = 1 << 24
	ticked         = "[X]"
	notTicked      = "[ ]"
)

// notShown are the kinds of annotations that draw no text of the page: marks over it, links, and notes that pop up.
var notShown = []enums.FPDF_ANNOTATION_SUBTYPE{
	enums.FPDF_ANNOT_SUBTYPE_LINK, enums.FPDF_ANNOT_SUBTYPE_POPUP, enums.FPDF_ANNOT_SUBTYPE_TEXT, enums.FPDF_ANNOT_SUBTYPE_HIGHLIGHT,
	enums.FPDF_ANNOT_SUBTYPE_UNDERLINE, enums.FPDF_ANNOT_SUBTYPE_SQUIGGLY, enums.FPDF_ANNOT_SUBTYPE_STRIKEOUT, enums.FPDF_ANNOT_SUBTYPE_INK,
	enums.FPDF_ANNOT_SUBTYPE_FILEATTACHMENT,
}

// field is a place on the page for text that is not part of its content: a form field, or a note typed onto the page.
type field struct {
	box        imr.Box
	form       bool
	drawn      bool        // what it draws is read
	text       string      // its value, shown where it draws no characters
	characters []character // that it draws
}

// readAnnotations notes what the page's form fields hold and what is typed or stamped onto it. index is the page's, from 0.
func (sh *sheet) readAnnotations(index int) {
	s := sh.s
	n := ask(s, s.lib.FPDFPage_GetAnnotCount, requests.FPDFPage_GetAnnotCount{Page: sh.page}).Count
	drawn := 0
	for i := 0; i < min(n, maxAnnotations) && s.err == nil; i++ {
		if sh.readAnnotation(drawn) {
			drawn++
			continue
		}
		try(s, s.lib.FPDFPage_RemoveAnnot, requests.FPDFPage_RemoveAnnot{Page: sh.page, Index: drawn}) // so that it is not drawn
	}
	if drawn > 0 {
		sh.readDrawn(index)
	}
}

// readAnnotation notes the annotation of a number from 0. It reports whether what the annotation draws is to be read.
func (sh *sheet) readAnnotation(number int) (drawn bool) {
	s := sh.s
	s.handles++
	got, ok := try(s, s.lib.FPDFPage_GetAnnot, requests.FPDFPage_GetAnnot{Page: sh.page, Index: number})
	if !ok {
		return false
	}
	ref := got.Annotation
	defer func() { ask(s, s.lib.FPDFPage_CloseAnnot, requests.FPDFPage_CloseAnnot{Annotation: ref}) }()
	kind := ask(s, s.lib.FPDFAnnot_GetSubtype, requests.FPDFAnnot_GetSubtype{Annotation: ref}).Subtype
	sh.attachments = sh.attachments || kind == enums.FPDF_ANNOT_SUBTYPE_FILEATTACHMENT
	flags := ask(s, s.lib.FPDFAnnot_GetFlags, requests.FPDFAnnot_GetFlags{Annotation: ref}).Flags
	rect, ok := try(s, s.lib.FPDFAnnot_GetRect, requests.FPDFAnnot_GetRect{Annotation: ref})
	if !ok || flags&(enums.FPDF_ANNOT_FLAG_HIDDEN|enums.FPDF_ANNOT_FLAG_NOVIEW) != 0 || slices.Contains(notShown, kind) {
		return false
	}
	f := field{box: sh.display.rect(rect.Rect), form: kind == enums.FPDF_ANNOT_SUBTYPE_WIDGET, drawn: true}
	if f.form {
		f.text, f.drawn = s.fieldValue(ref)
	}
	sh.fields = append(sh.fields, f)
	return f.drawn
}

// fieldValue returns the value of a form field, and whether what it draws is to be read where it draws something. A box to tick
// draws marks that no font tells, and a comb sets each letter apart.
func (s *session) fieldValue(ref references.FPDF_ANNOTATION) (text string, drawn bool) {
	form := s.openForm()
	kind, _ := try(s, s.lib.FPDFAnnot_GetFormFieldType, requests.FPDFAnnot_GetFormFieldType{FormHandle: form, Annotation: ref})
	flags, _ := try(s, s.lib.FPDFAnnot_GetFormFieldFlags, requests.FPDFAnnot_GetFormFieldFlags{FormHandle: form, Annotation: ref})
	value, _ := try(s, s.lib.FPDFAnnot_GetFormFieldValue, requests.FPDFAnnot_GetFormFieldValue{FormHandle: form, Annotation: ref})
	text = strings.TrimSpace(value.FormFieldValue)
	switch kind.FormFieldType {
	case enums.FPDF_FORMFIELD_TYPE_CHECKBOX, enums.FPDF_FORMFIELD_TYPE_RADIOBUTTON:
		return s.mark(ref), false
	case enums.FPDF_FORMFIELD_TYPE_TEXTFIELD:
		if flags.Flags&fieldPassword != 0 {
			return "", false
		}
		return text, flags.Flags&fieldComb == 0 || text == ""
	case enums.FPDF_FORMFIELD_TYPE_PUSHBUTTON, enums.FPDF_FORMFIELD_TYPE_SIGNATURE:
		return "", true
	}
	return text, true
}

// mark shows a box to tick by its state, or by the field's value where it has none.
func (s *session) mark(ref references.FPDF_ANNOTATION) string {
	for _, key := range []string{"AS", "V"} {
		state, _ := try(s, s.lib.FPDFAnnot_GetStringValue, requests.FPDFAnnot_GetStringValue{Annotation: ref, Key: key})
		switch state.Value {
		case "":
		case "Off":
			return notTicked
		default:
			return ticked
		}
	}
	return notTicked
}

// shown returns the field's characters: as drawn, or else its value set into its box.
func (f *field) shown() []character {
	if len(f.characters) > 0 || f.text == "" {
		return f.characters
	}
	return f.setText()
}

// setText sets the value into the box. The font is not known: a box of one line is filled, and letters get the width that the
// longest line leaves them.
func (f *field) setText() []character {
	const usual, padding, leading = 10, 2, 1.2
	lines := strings.Split(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(f.text), "\n")
	longest := 1
	for _, l := range lines {
		longest = max(longest, len([]rune(l)))
	}
	size := min(usual, (f.box[3]-f.box[1])/float64(len(lines))*0.8)
	width := min(size*0.5, max(1, f.box[2]-f.box[0]-padding)/float64(longest))
	x, y := middle(f.box)
	left := f.box[0] + padding
	if f.text == ticked || f.text == notTicked {
		left = x - 1.5*width
	}
	var out []character
	for i, l := range lines {
		base := y + 0.3*size + (float64(i)-float64(len(lines)-1)/2)*size*leading
		for j, r := range []rune(l) {
			out = append(out, character{text: font.Plain(string(r)), x: points(left + float64(j)*width), y: points(base), dx: points(width), size: size})
		}
	}
	return out
}
