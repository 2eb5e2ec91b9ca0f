package reading

import (
	"crypto/sha256"
	"encoding/hex"
	"image"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"imr"
	"imr/internal/ocr"
	"imr/internal/pdf"
	"imr/internal/records"
	"imr/internal/scan"
)

const twin = `
# REQUEST FOR AUTHORIZATION

| Service/Good Requested | CPT Code | Other Information |
| Acupuncture, low back  | 97810    | 18 visits         |

She cannot take naproxen, which upset her stomach.
`

func record(t *testing.T) []byte {
	t.Helper()
	made, err := records.PDF(twin)
	if err != nil {
		t.Fatal(err)
	}
	return made
}

func on(t *testing.T, name string, data []byte) File {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(data)
	return File{Name: name, SHA256: hex.EncodeToString(sum[:]), Open: func() (*os.File, error) { return os.Open(path) }}
}

func TestAChildReadsAsTheReaderItself(t *testing.T) {
	got := New(t.Context(), Options{}).Read(t.Context(), []File{on(t, "rfa.pdf", record(t))})[0]
	want, err := pdf.Read("rfa.pdf", record(t))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
		t.Error(diff)
	}
}

func TestOneFilesFaultIsNotAnothers(t *testing.T) {
	good := record(t)
	changed := on(t, "changed.pdf", good)
	changed.SHA256 = strings.Repeat("0", 64)
	for _, c := range []struct {
		bad  File
		says string
	}{
		{on(t, "crash.pdf", []byte("%PDF-1.7 what crashes a reader")), "print it to a new PDF"},
		{on(t, "text.pdf", []byte("This is no PDF.")), "is not a PDF"},
		{on(t, "empty.pdf", nil), "is empty"},
		{changed, "changed while it was read"},
	} {
		got := New(t.Context(), Options{}).Read(t.Context(), []File{on(t, "a.pdf", good), c.bad, on(t, "b.pdf", good)})
		if len(got) != 3 || len(got[0].Pages) != 1 || len(got[2].Pages) != 1 || len(got[0].Unread)+len(got[2].Unread) > 0 {
			t.Errorf("%s: the files beside it were not read: %+v", c.bad.Name, got)
		}
		if b := got[1]; len(b.Pages) != 0 || len(b.Unread) != 1 || b.Unread[0].Page != 0 || !strings.Contains(b.Unread[0].Reason, c.says) {
			t.Errorf("%s: %+v, want a reason with %q", c.bad.Name, b, c.says)
		}
	}
}

// needTesseract skips a test where text recognition is not installed, but never in CI.
func needTesseract(t *testing.T) {
	t.Helper()
	if _, err := ocr.Available(t.Context()); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal(err)
		}
		t.Skip(err)
	}
}

func TestAScanIsReadByTextRecognition(t *testing.T) {
	needTesseract(t)
	scanned, err := scan.PDF(record(t), scan.Settings{DPI: 200, Skew: 1})
	if err != nil {
		t.Fatal(err)
	}
	got := New(t.Context(), Options{Recognizers: 1}).Read(t.Context(), []File{on(t, "scan.pdf", scanned)})[0]
	want, err := pdf.Read("rfa.pdf", record(t))
	if err != nil {
		t.Fatal(err)
	}
	if len(got.Unread) > 0 || len(got.Pages) != 1 || got.Pages[0].How != "ocr" {
		t.Fatalf("not read: %+v", got)
	}
	sameCells(t, want.Pages[0], got.Pages[0])
}

func TestAPictureThatComesTwiceIsReadInBothPlaces(t *testing.T) {
	needTesseract(t)
	pages, err := scan.Pages(record(t), 150)
	if err != nil {
		t.Fatal(err)
	}
	twice := scan.Wrap([]*image.Gray{pages[0], pages[0]}, 150, true)
	r := New(t.Context(), Options{Recognizers: 1})
	known := recognizedPictures{}
	f := on(t, "fax.pdf", twice)
	file := f.record(readTogether(t.Context(), []File{f})[0])
	r.recognizeFile(t.Context(), f, &file, known)
	if len(known) != 1 {
		t.Errorf("%d pictures were recognized", len(known))
	}
	if len(file.Unread) > 0 || len(file.Pages) != 2 || file.Pages[0].Number != 1 || file.Pages[1].Number != 2 {
		t.Fatalf("read %+v", file)
	}
	if diff := cmp.Diff(file.Pages[0].Lines, file.Pages[1].Lines); diff != "" || len(file.Pages[1].Lines) < 4 {
		t.Error(diff)
	}
}

// sameCells holds the cells of a recognized page against those of the page that was scanned: the words, and where they stand.
func sameCells(t *testing.T, want, got imr.Page) {
	t.Helper()
	const near = 12 // points
	places := map[string]imr.Box{}
	for _, l := range got.Lines {
		for _, c := range l.Cells {
			places[c.Text] = c.Box
		}
	}
	for _, l := range want.Lines {
		for _, c := range l.Cells {
			box, ok := places[c.Text]
			if !ok || math.Abs(box[0]-c.Box[0]) > near || math.Abs(box[1]-c.Box[1]) > near {
				t.Errorf("%q stands at %v, and is recognized at %v (%v)", c.Text, c.Box, box, ok)
			}
		}
	}
}

func TestWithoutTesseractAPageIsNamed(t *testing.T) {
	scanned, err := scan.PDF(record(t), scan.Settings{DPI: 150})
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", t.TempDir())
	for n, says := range map[int]string{0: "needs text recognition", 1: "tesseract is not installed"} {
		got := New(t.Context(), Options{Recognizers: n}).Read(t.Context(), []File{on(t, "scan.pdf", scanned)})[0]
		if len(got.Unread) != 1 || got.Unread[0].Page != 1 || !strings.Contains(got.Unread[0].Reason, says) {
			t.Errorf("with %d recognizers: unread %+v", n, got.Unread)
		}
	}
}

func TestUnsureNumbersAndDecidingWordsAreNotTaken(t *testing.T) {
	for _, c := range []struct {
		text       string
		confidence float64
		want       string
	}{
		{"18", 41, Unread}, {"18", 95, "18"}, {"2x6", 60, Unread}, {"not", 50, Unread}, {"non-certified", 79, Unread}, {"twelve", 30, Unread},
		{"needles", 30, "needles"}, {"723.1", 40, "723.1"}, {"M54.5", 40, "M54.5"}, {"05/17/2016", 70, Unread},
	} {
		if got := certain(pdf.Word{Text: c.text, Confidence: c.confidence}); got != c.want {
			t.Errorf("%s at %v is taken as %s, want %s", c.text, c.confidence, got, c.want)
		}
	}
}

func TestAPictureIsPackedAndUnpacked(t *testing.T) {
	pages, err := scan.Pages(record(t), 50)
	if err != nil {
		t.Fatal(err)
	}
	p, err := pack(picture{Page: 1}, pages[0])
	if err != nil {
		t.Fatal(err)
	}
	back, err := p.unpack()
	if err != nil || !cmp.Equal(back.Pix, pages[0].Pix) {
		t.Errorf("it came back otherwise (%v)", err)
	}
	p.Down *= 1000
	if _, err := p.unpack(); err == nil {
		t.Error("a picture that is not what it claims was unpacked")
	}
}

func TestAPictureThatShowsNothingIsNotABlankPage(t *testing.T) {
	needTesseract(t)
	white := image.NewGray(image.Rect(0, 0, 850, 1100))
	for i := range white.Pix {
		white.Pix[i] = 255
	}
	got := New(t.Context(), Options{Recognizers: 1}).Read(t.Context(), []File{on(t, "white.pdf", scan.Wrap([]*image.Gray{white}, 100, false))})[0]
	if len(got.Unread) != 1 || !strings.Contains(got.Unread[0].Reason, "could not be shown") {
		t.Errorf("unread %+v", got.Unread)
	}
}
