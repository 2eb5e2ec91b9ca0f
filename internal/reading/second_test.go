package reading

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"imr"
	"imr/internal/pdf"
)

func TestTheSecondReaderIsNamed(t *testing.T) {
	read := New(t.Context(), Options{}).readSecond(t.Context(), on(t, "rfa.pdf", record(t)))
	if read.fail != "" || len(read.file.Pages) != 1 || read.file.Pages[0].Reader != imr.Pdfium || len(read.file.Pages[0].Lines) < 4 {
		t.Errorf("read %+v", read)
	}
}

// packed writes a file of one page whose content is packed and then, from a place on, overwritten.
func packed(t *testing.T, content string, damage int) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	if _, err := w.Write([]byte(content)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	data := b.Bytes()
	for i := damage; i < len(data); i++ {
		data[i] = 0xFF
	}
	return fmt.Appendf(nil, "%%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 612 792]>>endobj\n"+
		"3 0 obj<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj\n"+
		"4 0 obj<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream endobj\ntrailer<</Root 1 0 R>>\n", len(data), data)
}

// pdfium reads what is left of such a page and does not say that something is missing. Had it its way, silence would count.
func TestAPageOfWhichAPartIsLostStaysUnread(t *testing.T) {
	var content bytes.Buffer
	for i := range 60 {
		fmt.Fprintf(&content, "BT /F 9 Tf 72 %d Td (Line %d of the report, %x.) Tj ET\n", 750-i*12, i, i*i*7919)
	}
	whole := New(t.Context(), Options{}).Read(t.Context(), []File{on(t, "whole.pdf", packed(t, content.String(), 1<<20))})[0]
	if len(whole.Unread) != 0 || len(whole.Pages[0].Lines) != 60 {
		t.Fatalf("the whole file is read as %+v", whole)
	}
	cut := New(t.Context(), Options{}).Read(t.Context(), []File{on(t, "cut.pdf", packed(t, content.String(), 500))})[0]
	if n := len(cut.Pages[0].Lines); n < 5 || n >= 60 {
		t.Errorf("%d lines are left", n)
	}
	if len(cut.Unread) != 1 || cut.Unread[0].Page != 1 {
		t.Errorf("unread %+v", cut.Unread)
	}
}

func TestTheSecondReaderMendsSinglePages(t *testing.T) {
	page := func(n int, text, reader string) imr.Page {
		return imr.Page{Number: n, Reader: reader, Lines: []imr.Line{{Number: 1, Cells: []imr.Cell{{Text: text}}}}}
	}
	flag := imr.Flag{Code: "hidden-text", Evidence: []imr.Evidence{{Page: 2}}}
	own := result{file: imr.RecordFile{Pages: []imr.Page{page(1, "own", ""), page(2, "", ""), page(3, "part", "")},
		Unread: []imr.Unread{{Page: 2, Reason: pdf.ReasonDamaged}, {Page: 3, Reason: "the page is damaged and its text may not be complete"}}}}
	second := result{file: imr.RecordFile{Pages: []imr.Page{page(1, "other", imr.Pdfium), page(2, "other", imr.Pdfium), page(3, "other", imr.Pdfium)}, Flags: []imr.Flag{flag}}}
	want := imr.RecordFile{Pages: []imr.Page{page(1, "own", ""), page(2, "other", imr.Pdfium), page(3, "part", "")}, Unread: slices.Clone(own.file.Unread[1:]), Flags: []imr.Flag{flag}}
	if diff := cmp.Diff(want, mended(own, second).file); diff != "" {
		t.Error(diff)
	}
}

func TestAFileThatOnlyTheSecondReaderOpensMayLackPages(t *testing.T) {
	got := mended(result{fail: "damaged", kind: failDamaged}, result{file: imr.RecordFile{Pages: []imr.Page{{Number: 1}}}})
	if len(got.file.Pages) != 1 || len(got.file.Unread) != 1 || got.file.Unread[0].Page != 0 {
		t.Errorf("%+v", got.file)
	}
}
