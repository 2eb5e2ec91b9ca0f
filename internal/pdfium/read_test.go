package pdfium_test

import (
	"fmt"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"imr"
	"imr/internal/pdf"
)

// told writes what was read of a file, without the places of cells.
func told(file imr.RecordFile) string {
	var out strings.Builder
	for _, p := range file.Pages {
		fmt.Fprintf(&out, "page %d %.2f %.2f %q\n", p.Number, p.Width, p.Height, p.How)
		for _, l := range p.Lines {
			for _, c := range l.Cells {
				fmt.Fprintf(&out, "%s[%s] ", c.How, c.Text)
			}
			fmt.Fprintln(&out, l.Number)
		}
	}
	for _, u := range file.Unread {
		fmt.Fprintf(&out, "unread %d: %s\n", u.Page, u.Reason)
	}
	for _, f := range file.Flags {
		fmt.Fprintf(&out, "flag %s: %s", f.Code, f.Text)
		for _, e := range f.Evidence { // not its quote: pdfium tells hidden text by why it is hidden, the own reader from top to bottom
			fmt.Fprintf(&out, " %s %d", e.File, e.Page)
		}
		fmt.Fprintln(&out)
	}
	return out.String()
}

// sameAsPDF reads a file with both readers and reports where they differ, cells that stand more than a point apart included.
func sameAsPDF(t *testing.T, name string, data []byte) imr.RecordFile {
	t.Helper()
	want, err := pdf.Read(name, data)
	if err != nil {
		t.Fatal(err)
	}
	got, err := engine(t).Read(name, data)
	if err != nil {
		t.Fatal(err)
	}
	if told(got) != told(want) || got.Name != want.Name || got.SHA256 != want.SHA256 {
		t.Errorf("%s is read as\n%s%s%s", name, told(got), "and by package pdf as\n", told(want))
		return got
	}
	for i, p := range got.Pages {
		for j, l := range p.Lines {
			for k, c := range l.Cells {
				if far := apart(c.Box, want.Pages[i].Lines[j].Cells[k].Box); far > 1 {
					t.Errorf("%s page %d: %q stands at %v, %.1f points from %v", name, p.Number, c.Text, c.Box, far, want.Pages[i].Lines[j].Cells[k].Box)
				}
			}
		}
	}
	return got
}

func apart(a, b imr.Box) float64 {
	far := 0.0
	for i := range a {
		far = max(far, math.Abs(a[i]-b[i]))
	}
	return far
}

// Every record of the samples, and one in nine of the regression cases: the whole would take longer than it tells.
func TestRecordsAreReadAsByPackagePDF(t *testing.T) {
	for folder, step := range map[string]int{"../../samples": 1, "../../testdata/cases": 9} {
		n := 0
		err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
			if err != nil || filepath.Ext(path) != ".pdf" {
				return err
			}
			n++
			if n%step != 0 {
				return nil
			}
			data, err := os.ReadFile(path)
			if err == nil {
				sameAsPDF(t, path, data)
			}
			return err
		})
		if err != nil || n == 0 {
			t.Errorf("%d records below %s: %v", n, folder, err)
		}
	}
}

func TestPagesAreReadAsDisplayed(t *testing.T) {
	content := text(60, 150, "in the middle") + "BT /F1 12 Tf 0 1 -1 0 100 60 Tm (upwards) Tj ET\n" + "BT /F1 12 Tf -1 0 0 -1 200 100 Tm (head down) Tj ET\n" + text(10, 10, "cut away by the crop box")
	for _, turn := range []int{0, 90, 180, 270, -90} {
		for _, crop := range []string{"", "/CropBox [30 40 350 260]"} {
			t.Run(fmt.Sprint(turn, crop), func(t *testing.T) {
				file := sameAsPDF(t, "a.pdf", page(fmt.Sprintf("/Rotate %d %s", turn, crop), content))
				if p := file.Pages[0]; crop != "" && turn%180 != 0 && (p.Width != 220 || p.Height != 320) {
					t.Errorf("the page is %g by %g", p.Width, p.Height)
				}
			})
		}
	}
}

// A mark may claim another text than the letters that are drawn.
func TestLettersAreReadAndNotWhatAMarkSaysOfThem(t *testing.T) {
	file := sameAsPDF(t, "a.pdf", page("", "/Span << /ActualText (18 visits) >> BDC "+text(20, 20, "6 visits")+" EMC"))
	if got := file.Pages[0].Lines[0].Text(); got != "6 visits" {
		t.Errorf("read %q", got)
	}
}

func TestCellsEndAtRules(t *testing.T) {
	row := text(20, 20, "Lumbar sprain") + text(101, 20, "847.2") + "98 10 m 98 40 l S"
	file := sameAsPDF(t, "a.pdf", page("", row))
	if got := len(file.Pages[0].Lines[0].Cells); got != 2 {
		t.Errorf("read as %d cells", got)
	}
}

func TestAttachedFilesAreFlagged(t *testing.T) {
	names := "/Names << /EmbeddedFiles << /Names [(a) << /Type /Filespec /F (a) /EF << /F 6 0 R >> >>] >> >>"
	if file := sameAsPDF(t, "a.pdf", pageIn(names, "", text(20, 20, "word"), stream("/Type /EmbeddedFile", "x"))); len(file.Flags) != 1 {
		t.Errorf("flags: %+v", file.Flags)
	}
	note := "/Annots [<< /Type /Annot /Subtype /FileAttachment /Rect [0 0 9 9] /FS << /Type /Filespec /F (a) /EF << /F 6 0 R >> >> >>]"
	if file := sameAsPDF(t, "a.pdf", page(note, text(20, 20, "word"), stream("/Type /EmbeddedFile", "x"))); len(file.Flags) != 1 {
		t.Errorf("flags: %+v", file.Flags)
	}
}

func TestTheSameBytesGiveTheSameResult(t *testing.T) {
	data, err := os.ReadFile("../../samples/first-course-18/3-rfa.pdf")
	if err != nil {
		t.Fatal(err)
	}
	first, err := engine(t).Read("a.pdf", data)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := engine(t).Read("b.pdf", withPicture(picture)); err != nil {
		t.Fatal(err)
	}
	if second, err := engine(t).Read("a.pdf", data); err != nil || !reflect.DeepEqual(first, second) {
		t.Errorf("read as\n%sand then as\n%s%v", told(first), told(second), err)
	}
}
