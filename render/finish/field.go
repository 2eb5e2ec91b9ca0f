package finish

import (
	"fmt"
	"strings"
)

// Field is an empty signature field (ISO 32000-1, 12.7.4.5). Who signs the file adds to it and changes nothing that is there.
type Field struct {
	Name string
	Says string // what it is for, to who hears the letter
	Page int    // from 0
}

// widget is a field's object and the element that it belongs to.
type widget struct{ number, element int }

// putField writes the field of an element with its one widget (12.5.6.19), which is printed and looks empty, and hangs it on its page.
// PDF/A asks for a look also of what is empty (ISO 19005-3, 6.3.3).
func (t *tree) putField(e *Element) int {
	b, page := e.Box, t.pages[e.Field.Page]
	look := t.o.AddStream(fmt.Sprintf("/Type /XObject /Subtype /Form /BBox [0 0 %.2f %.2f] /Resources <<>>", b[2]-b[0], b[3]-b[1]), nil)
	n := t.o.Add("<</Type /Annot /Subtype /Widget /FT /Sig /T %s /TU %s /Rect [%.2f %.2f %.2f %.2f] /F 4 /P %d 0 R /AP <</N %d 0 R>> /StructParent %d>>",
		textString(e.Field.Name), textString(e.Field.Says), b[0], b[1], b[2], b[3], page, look, len(t.pages)+len(t.fields))
	t.o.Insert(page, fmt.Sprintf("/Annots [%d 0 R]", n))
	t.fields = append(t.fields, widget{n, e.number})
	return n
}

// form is the entry of the catalogue for fields, which says that there is a place for a signature (12.7.2, SigFlags bit 1).
func form(fields []int) string {
	if len(fields) == 0 {
		return ""
	}
	var all []string
	for _, n := range fields {
		all = append(all, fmt.Sprintf("%d 0 R", n))
	}
	return fmt.Sprintf("\n/AcroForm <</Fields [%s] /SigFlags 1>>", strings.Join(all, " "))
}
