package render_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"imr"
	"imr/render"
)

func pdf(t testing.TB, d imr.Decision) []byte {
	t.Helper()
	b, err := render.PDF(compose(t, d), []byte("{}\n"))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// needs skips a test where a program is missing, which in CI is a failure.
func needs(t *testing.T, program string) {
	t.Helper()
	if _, err := exec.LookPath(program); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatalf("%s is not installed; make tools installs what the tests use", program)
		}
		t.Skipf("%s is not installed; make tools installs what the tests use", program)
	}
}

// poppler runs one of poppler's programs on a PDF and returns what it prints.
func poppler(t *testing.T, b []byte, program string, args ...string) string {
	t.Helper()
	needs(t, program)
	file := filepath.Join(t.TempDir(), "letter.pdf")
	if err := os.WriteFile(file, b, 0o600); err != nil {
		t.Fatal(err)
	}
	args = append(args, file)
	if program != "pdffonts" && program != "pdfinfo" {
		args = append(args, "-")
	}
	out, err := exec.Command(program, args...).Output()
	if err != nil {
		t.Fatalf("%s: %v", program, err)
	}
	return string(out)
}

var footer = regexp.MustCompile(`(?m)^((PROPOSAL|NOTICE) – .*|(Case Number \S+ – )?Page \d+ of \d+)$`)

func sortedWords(s string) []string {
	return slices.Sorted(slices.Values(strings.Fields(footer.ReplaceAllString(s, ""))))
}

func TestPDFHasTheWordsOfTheText(t *testing.T) {
	for _, d := range []imr.Decision{eighteen(), referred()} {
		got := sortedWords(poppler(t, pdf(t, d), "pdftotext", "-enc", "UTF-8"))
		want := sortedWords(text(t, d))
		if !slices.Equal(got, want) {
			t.Errorf("%s: the PDF has %d words, the text %d:\n%q\n%q", d.Status, len(got), len(want), got, want)
		}
	}
}

func TestPDFReadsInOrder(t *testing.T) {
	got := flat(footer.ReplaceAllString(poppler(t, pdf(t, eighteen()), "pdftotext", "-enc", "UTF-8"), ""))
	for _, r := range eighteenItem().Reasons {
		if !strings.Contains(got, r.Sentence) {
			t.Errorf("the PDF lacks the sentence %q", r.Sentence)
		}
	}
}

func TestSameLetterSameBytes(t *testing.T) {
	first := pdf(t, eighteen())
	pdf(t, referred())
	if !bytes.Equal(first, pdf(t, eighteen())) {
		t.Error("two printings of one letter differ")
	}
	if info := poppler(t, pdf(t, eighteen()), "pdfinfo", "-isodates"); strings.Count(info, "2017-01-04T") != 2 {
		t.Errorf("a letter does not have its own date:\n%s", info)
	}
	undated := eighteen()
	undated.Case.Decided = ""
	if info := poppler(t, pdf(t, undated), "pdfinfo", "-isodates"); !strings.Contains(info, "2000-01-01T") {
		t.Errorf("a letter without a date has another date:\n%s", info)
	}
}

// Letters are printed by several workers at once; they share the fonts' bytes.
func TestPrintingAtOnce(t *testing.T) {
	want := pdf(t, eighteen())
	for range 4 {
		t.Run("", func(t *testing.T) {
			t.Parallel()
			if !bytes.Equal(pdf(t, eighteen()), want) {
				t.Error("a letter printed beside others differs")
			}
		})
	}
}

func TestEveryPageSaysWhatItIs(t *testing.T) {
	pages := strings.Split(strings.TrimSuffix(poppler(t, pdf(t, eighteen()), "pdftotext", "-enc", "UTF-8"), "\f"), "\f")
	for i, page := range pages {
		for _, want := range []string{"PROPOSAL – not final until a reviewer adopts it", "Case Number CM15-0000001 – Page " + strconv.Itoa(i+1) + " of " + strconv.Itoa(len(pages))} {
			if !strings.Contains(page, want) {
				t.Errorf("page %d lacks %q", i+1, want)
			}
		}
	}
	if len(pages) < 2 {
		t.Fatalf("%d pages are too few to test", len(pages))
	}
}

func TestPropertiesNameNobody(t *testing.T) {
	d := eighteen()
	d.Case.ID = "Delgadillo"
	info := poppler(t, pdf(t, d), "pdfinfo")
	for _, want := range []string{"Title:           Independent Medical Review: proposed determination\n", "Subject:         CM15-0000001\n", "Producer:        imr 0.1.0\n", "612 x 792"} {
		if !strings.Contains(info, want) {
			t.Errorf("the properties lack %q:\n%s", want, info)
		}
	}
	for _, never := range []string{"Osei", "Delgadillo", "Author", "Keywords"} {
		if strings.Contains(info, never) {
			t.Errorf("the properties say %q:\n%s", never, info)
		}
	}
}

func TestFontsAreEmbedded(t *testing.T) {
	lines := strings.Split(strings.TrimSpace(poppler(t, pdf(t, eighteen()), "pdffonts")), "\n")[2:]
	for _, line := range lines {
		if f := strings.Fields(line); !slices.Equal(f[4:5], []string{"yes"}) {
			t.Errorf("a font is not embedded: %s", line)
		}
	}
	if len(lines) != 4 {
		t.Errorf("%d fonts, want 4", len(lines))
	}
}

// Words of a record are data: whatever they are, there is a letter, and it is valid.
func FuzzRecordWords(f *testing.F) {
	for _, s := range []string{"lifting a crate", "%s %d", "{{.}}", "\\(ET Q", "a\x00\xff\u202e", "👩‍⚕️", "] TJ ET endstream", strings.Repeat("x", 500), ""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d := eighteen()
		d.Letter.Summary[3].Value = s
		d.Letter.Documents[0].Provider = s
		d.Facts[0].Evidence[0].Quote = s
		d.Items[0].Text = "18 sessions " + s
		b := pdf(t, d)
		if !bytes.HasPrefix(b, []byte("%PDF-")) || !bytes.Contains(b, []byte("%%EOF")) {
			t.Error("the PDF is not whole")
		}
		if n := len(outcomeLine.FindAllString(text(t, d), -1)); n != 1 {
			t.Errorf("%d outcomes, want 1", n)
		}
	})
}
