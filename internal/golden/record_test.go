package golden

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"imr"
)

func sample() imr.Record {
	box := imr.Box{1, 2.5, 3, 4}
	return imr.Record{ID: "case 1", Files: []imr.RecordFile{
		{Name: "a b.pdf", SHA256: "00ff", Pages: []imr.Page{{Number: 1, Width: 612, Height: 792.5, How: "text", Lines: []imr.Line{
			{Number: 1, Cells: []imr.Cell{{Text: "Name: A", Box: box}, {Text: "+ 3 x", Box: box, How: "form"}}}, {Number: 2, Cells: []imr.Cell{{Text: "page 7", Box: box}}},
		}}, {Number: 2, Width: 612, Height: 792, Reader: imr.Pdfium}}, Flags: []imr.Flag{{Code: "hidden-text", Text: "Some text.", Evidence: []imr.Evidence{{File: "a b.pdf", SHA256: "00ff", Page: 1, Line: 0, Box: &box, Quote: "q r", How: "text"}}}}},
		{Name: "b.txt", SHA256: "aa", Unread: []imr.Unread{{Page: 0, Reason: "it is not a PDF"}}},
	}}
}

func TestARecordIsReadBack(t *testing.T) {
	back, err := ParseRecord(FormatRecord(sample()))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(sample(), back); diff != "" {
		t.Error(diff)
	}
}

func Example() {
	r := imr.Record{ID: "c", Files: []imr.RecordFile{{Name: "a.pdf", SHA256: "00", Pages: []imr.Page{{Number: 1, Width: 612, Height: 792, How: "text", Lines: []imr.Line{{Number: 1, Cells: []imr.Cell{{Text: "RFA", Box: imr.Box{72, 72, 90, 84}}}}}}}}}}
	fmt.Print(string(FormatRecord(r)))
	// Output:
	// case c
	//
	// file 00 a.pdf
	// page 1 612 792 text
	// 1 72,72,90,84 - RFA
}
