package pdf

import (
	"errors"
	"fmt"
	"math"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"imr"
)

// check holds what every reading must keep, whatever the file.
func check(t *testing.T, data []byte) {
	t.Helper()
	start := time.Now()
	file, err := Read("fuzz.pdf", data)
	if took := time.Since(start); took > time.Minute {
		t.Errorf("it took %s", took)
	}
	if err != nil && len(file.Pages) > 0 || errors.Is(err, errPanicked) {
		t.Errorf("there are %d pages and the error %v", len(file.Pages), err)
	}
	for _, u := range file.Unread {
		if u.Reason == ReasonDamaged {
			t.Errorf("reading page %d panics", u.Page)
		}
	}
	for i, p := range file.Pages {
		if p.Number != i+1 || !(p.Width > 0 && p.Height > 0) {
			t.Errorf("page %d has the number %d and the size %v × %v", i+1, p.Number, p.Width, p.Height)
		}
		for _, l := range p.Lines {
			for _, c := range l.Cells {
				checkCell(t, c)
			}
		}
	}
}

func checkCell(t *testing.T, c imr.Cell) {
	t.Helper()
	if c.Text == "" || !utf8.ValidString(c.Text) {
		t.Errorf("a cell's text is %q", c.Text)
	}
	for _, r := range c.Text {
		if unicode.IsControl(r) {
			t.Errorf("a cell's text has a control character: %q", c.Text)
		}
	}
	for _, v := range c.Box {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			t.Errorf("the box of %q is %v", c.Text, c.Box)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte("%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Kids[3 0 R]>>endobj 3 0 obj<</Type/Page>>endobj"))
	f.Fuzz(check)
}

// FuzzContent reads a page with a content stream. It has fonts F1 to F3, a form X1 and layers.
func FuzzContent(f *testing.F) {
	f.Add([]byte("BT /F1 12 Tf 72 720 Td (Hello) Tj ET"))
	f.Fuzz(func(t *testing.T, content []byte) {
		check(t, fmt.Appendf(nil, "%%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[8 0 R]/D<</OFF[8 0 R]>>>>>>endobj 2 0 obj<</Kids[3 0 R]>>endobj "+
			"3 0 obj<</Type/Page/Resources 4 0 R/Contents 9 0 R>>endobj 4 0 obj<</Font<</F1 5 0 R/F2 6 0 R/F3<</Subtype/Type3/FontMatrix[.1 0 0 .1 0 0]/Widths[5]>>>>"+
			"/XObject<</X1 7 0 R>>/Properties<</MC0 8 0 R>>/ExtGState<</G1<</ca 0/BM/Multiply/Font[5 0 R 9]>>>>>>endobj 5 0 obj<</Subtype/Type1/BaseFont/Times-Bold>>endobj "+
			"6 0 obj<</Subtype/Type0/Encoding/UniJIS-UTF16-V>>endobj 7 0 obj<</Subtype/Form/BBox[0 0 99 99]/Resources 4 0 R/Length 30>>stream\nBT /F1 9 Tf (form) Tj ET /X1 Do\nendstream endobj "+
			"8 0 obj<</Type/OCG>>endobj 9 0 obj<</Length %d>>stream\n%s\nendstream endobj", len(content), content))
	})
}

// FuzzForm reads a page with a form field of any dictionary and an appearance of any content.
func FuzzForm(f *testing.F) {
	f.Add("/FT/Tx/V(6 visits)/Rect[100 100 300 120]", []byte("/Tx BMC BT /Helv 10 Tf (6 visits) Tj ET EMC"))
	f.Fuzz(func(t *testing.T, field string, appearance []byte) {
		check(t, fmt.Appendf(nil, "%%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[4 0 R]/DR<</Font<</Helv<</Subtype/Type1>>>>>>>>>>endobj 2 0 obj<</Kids[3 0 R]>>endobj "+
			"3 0 obj<</Type/Page/Annots[4 0 R 5 0 R]>>endobj 4 0 obj<</Subtype/Widget%s/AP<</N 6 0 R>>>>endobj 5 0 obj<</Subtype/Widget%s/Parent 4 0 R>>endobj "+
			"6 0 obj<</Subtype/Form/BBox[0 0 200 20]/Length %d>>stream\n%s\nendstream endobj", field, field, len(appearance), appearance))
	})
}
