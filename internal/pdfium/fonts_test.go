package pdfium_test

import (
	"strings"
	"testing"

	"imr"
	"imr/internal/pdf"
)

// drawnFont is a font whose letters are drawn, 1,000 units high in its own space or 1 high, as unit says.
func drawnFont(unit string) []string {
	return []string{
		"<< /Type /Font /Subtype /Type3 /FontBBox [0 -200 800 800] /FontMatrix [" + unit + "] /FirstChar 97 /LastChar 98 /Widths [600 600] /CharProcs << /a 7 0 R /b 7 0 R >> /Encoding << /Type /Encoding /Differences [97 /a /b] >> /ToUnicode 8 0 R /Resources << >> >>",
		stream("", "600 0 0 -200 800 800 d1 0 0 500 700 re f"),
		stream("", "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange 2 beginbfchar <61> <0061> <62> <0062> endbfchar endcmap"),
	}
}

func TestUnusualFontsAreRead(t *testing.T) {
	entries := "/Resources << /Font << /F1 5 0 R /F2 6 0 R >> >>"
	tests := map[string][]byte{
		"drawn, usual units": page(entries, "BT /F2 12 Tf 20 20 Td (ab) Tj ET", drawnFont(".001 0 0 .001 0 0")...),
		"drawn, own units":   page(entries, "BT /F2 .012 Tf 20 20 Td (ab) Tj ET", drawnFont("1 0 0 1 0 0")...),
		"negative size":      page("/Rotate 180", "BT /F1 -12 Tf 1 0 0 1 300 150 Tm (ab ab) Tj ET"),
		"stretched":          page("", "BT /F1 1 Tf 9 0 0 12 20 20 Tm (ab ab) Tj ET"),
		"letter by letter":   page("", text(20, 20, "a")+text(27, 20, "b")+text(40, 20, "a")+text(47, 20, "b")),
		"squeezed":           page("", "BT /F1 12 Tf -2 Tw 20 20 Td (ab ab) Tj ET"),
		"justified":          page("", "BT /F1 12 Tf 15 Tw 20 20 Td (ab ab) Tj ET"),
	}
	for name, data := range tests {
		t.Run(name, func(t *testing.T) {
			want, err := pdf.Read("a.pdf", data)
			if err != nil {
				t.Fatal(err)
			}
			got, err := engine(t).Read("a.pdf", data)
			if err != nil {
				t.Fatal(err)
			}
			if !strings.HasPrefix(firstLine(got), "ab") || firstLine(want) != firstLine(got) {
				t.Errorf("read %q, and by package pdf %q", firstLine(got), firstLine(want))
			}
			if far := apart(got.Pages[0].Lines[0].Box(), want.Pages[0].Lines[0].Box()); far > 2.5 {
				t.Errorf("stands at %v, and by package pdf at %v", got.Pages[0].Lines[0].Box(), want.Pages[0].Lines[0].Box())
			}
		})
	}
}

func TestWordsThatOverprintEachOtherAreTwo(t *testing.T) {
	file := sameAsPDF(t, "a.pdf", page("", text(20, 20, "Name:")+text(25, 20, "Jordan")))
	if len(file.Pages[0].Lines) != 2 || firstLine(file) != "Name:" {
		t.Errorf("read\n%s", told(file))
	}
}

// A map to private characters says no more than none.
func TestMarksOfAFontsOwnAreNotGuessed(t *testing.T) {
	font := drawnFont(".001 0 0 .001 0 0")
	font[2] = strings.Replace(font[2], "<0062>", "<F0FE>", 1)
	file, err := engine(t).Read("a.pdf", page("/Resources << /Font << /F2 6 0 R >> >>", "BT /F2 12 Tf 20 20 Td (aaaab) Tj ET", font...))
	if err != nil || firstLine(file) != "aaaa\uFFFD" {
		t.Errorf("read %q, %v", firstLine(file), err)
	}
}

// firstLine returns the first line of a file.
func firstLine(file imr.RecordFile) string {
	if len(file.Pages) == 0 || len(file.Pages[0].Lines) == 0 {
		return ""
	}
	return file.Pages[0].Lines[0].Text()
}
