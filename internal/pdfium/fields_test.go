package pdfium_test

import (
	"fmt"
	"strings"
	"testing"
)

// widgets writes a page with form fields, each given by its entries, below the line "Name:".
func widgets(fields ...string) []byte {
	var refs []string
	for i := range fields {
		refs = append(refs, fmt.Sprintf("%d 0 R", 8+i))
		fields[i] = "<< /Type /Annot /Subtype /Widget " + fields[i] + " >>"
	}
	list := strings.Join(refs, " ")
	shown := stream("/Type /XObject /Subtype /Form /BBox [0 0 100 20] /Resources << /Font << /F1 5 0 R >> >>", text(2, 6, "Jordan Doe"))
	mark := stream("/Type /XObject /Subtype /Form /BBox [0 0 12 12] /Resources << /Font << /F1 5 0 R >> >>", text(2, 2, "4"))
	more := append([]string{shown, mark}, fields...)
	return pageIn("/AcroForm << /Fields ["+list+"] /DR << /Font << /F1 5 0 R >> >> >>", "/Annots ["+list+"]", text(20, 206, "Name:"), more...)
}

func TestFormFieldsAreRead(t *testing.T) {
	place := "/Rect [60 200 160 220] /T (a) "
	box := "/Rect [60 204 72 216] /T (a) /FT /Btn /AP << /N << /Yes 7 0 R /Off 7 0 R >> >> "
	tests := map[string]struct{ field, want string }{
		"drawn":                {place + "/FT /Tx /V (Jordan Doe) /AP << /N 6 0 R >>", "Name: Jordan Doe"},
		"drawn, no value":      {place + "/FT /Tx /AP << /N 6 0 R >>", "Name: Jordan Doe"},
		"value only":           {place + "/FT /Tx /V (18 visits)", "Name: 18 visits"},
		"one letter in a cell": {place + "/FT /Tx /Ff 16777216 /MaxLen 10 /V (847.2) /AP << /N 6 0 R >>", "Name: 847.2"},
		"a choice":             {place + "/FT /Ch /Ff 131072 /Opt [(one) (two)] /V (two)", "Name: two"},
		"ticked":               {box + "/V /Yes /AS /Yes", "Name: [X]"},
		"ticked, no state":     {box + "/V /Yes", "Name: [X]"},
		"not ticked":           {box + "/V /Off /AS /Off", "Name: [ ]"},
		"nothing set":          {box, "Name: [ ]"},
		"hidden":               {place + "/FT /Tx /F 2 /V (Jordan Doe) /AP << /N 6 0 R >>", "Name:"},
		"a password":           {place + "/FT /Tx /Ff 8192 /V (Jordan Doe) /AP << /N 6 0 R >>", "Name:"},
		"a button":             {place + "/FT /Btn /Ff 65536 /AP << /N 6 0 R >>", "Name: Jordan Doe"},
		"unsigned":             {place + "/FT /Sig", "Name:"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			file := sameAsPDF(t, "a.pdf", widgets(test.field))
			if got := file.Pages[0].Lines[0].Text(); got != test.want {
				t.Errorf("read %q, want %q", got, test.want)
			}
		})
	}
}

func TestAdjoiningFieldsAreCellsOfTheirOwn(t *testing.T) {
	one := "/Rect [60 200 90 220] /T (a) /FT /Tx /V (97810)"
	other := "/Rect [92 200 180 220] /T (b) /FT /Tx /V (6 visits)"
	file, err := engine(t).Read("a.pdf", widgets(one, other))
	if err != nil {
		t.Fatal(err)
	}
	cells := file.Pages[0].Lines[0].Cells
	if len(cells) != 3 || cells[1].Text != "97810" || cells[2].Text != "6 visits" || cells[2].How != "form" || cells[0].How != "" {
		t.Errorf("the cells are %+v", cells)
	}
}

func TestNotesTypedOntoThePageAreRead(t *testing.T) {
	note := "<< /Type /Annot /Subtype /%s /Rect [60 100 160 120] /Contents (another text) /AP << /N 6 0 R >> >>"
	shown := stream("/Type /XObject /Subtype /Form /BBox [0 0 100 20] /Resources << /Font << /F1 5 0 R >> >>", text(2, 6, "6 visits only"))
	for kind, want := range map[string]int{"FreeText": 2, "Stamp": 2, "Text": 1, "Highlight": 1} {
		t.Run(kind, func(t *testing.T) {
			file := sameAsPDF(t, "a.pdf", page("/Annots ["+fmt.Sprintf(note, kind)+"]", text(20, 206, "Treatment:"), shown))
			if got := len(file.Pages[0].Lines); got != want {
				t.Errorf("%d lines, want %d", got, want)
			}
		})
	}
}
