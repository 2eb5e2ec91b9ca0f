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

type box struct{ x0, y0, x1, y1 float64 }

var boxLine = regexp.MustCompile(`xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*)</word>`)

// boxes returns the words of all pages in reading order with their places.
func boxes(t *testing.T, b []byte) (words []string, places []box) {
	t.Helper()
	for _, m := range boxLine.FindAllStringSubmatch(poppler(t, b, "pdftotext", "-bbox"), -1) {
		var n [4]float64
		for i := range n {
			n[i], _ = strconv.ParseFloat(m[i+1], 64)
		}
		words, places = append(words, m[5]), append(places, box{n[0], n[1], n[2], n[3]})
	}
	return words, places
}

// The table's labels and values stand where they stand in the public letters, to a point.
func TestHeaderTablePositions(t *testing.T) {
	want := map[string][2]float64{
		"Case": {72, 95}, "Assigned:": {99, 108}, "Decision": {72, 121}, "Priority:": {72, 134},
		"CM15-0000001": {179, 95}, "12/06/2016": {179, 108}, "Standard": {179, 134},
		"Injury:": {369.5, 108}, "UR": {329, 121}, "Application": {329, 134}, "Received:": {329, 147},
		"07/11/2016": {427, 108}, "12/01/2016": {427, 134},
	}
	words, places := boxes(t, pdf(t, eighteen()))
	for i, w := range words {
		xy, ok := want[w]
		if !ok {
			continue
		}
		delete(want, w) // the table comes first
		if dx, dy := places[i].x0-xy[0], places[i].y0-xy[1]; max(dx, -dx) > 1 || max(dy, -dy) > 1.5 {
			t.Errorf("%s stands at %.1f, %.1f, want %.1f, %.1f", w, places[i].x0, places[i].y0, xy[0], xy[1])
		}
	}
	if len(want) > 0 {
		t.Errorf("not found: %v", want)
	}
}

// Nothing runs off the page: not a path without a space, not a long letterhead, not a long case number.
func TestEverythingStaysOnThePage(t *testing.T) {
	d := eighteen()
	d.Case.Number = ptr(strings.Repeat("CM15", 30))
	d.Letter.Config.Organization = strings.Repeat("Review ", 40)
	d.Letter.Config.Address = slices.Repeat([]string{"Street"}, 12)
	d.Items[0].Text = "18 " + strings.Repeat("acupuncture/", 40)
	d.Inputs[0].File = strings.Repeat("folder/", 60) + "file.pdf"
	words, places := boxes(t, pdf(t, d))
	for i, b := range places {
		if b.x0 < 66 || b.x1 > 546 || b.y1 > 775 || b.y0 < 36 {
			t.Errorf("%q stands at %v", words[i], b)
		}
	}
	if len(words) < 300 {
		t.Errorf("only %d words", len(words))
	}
}

func TestCharactersOfManyLands(t *testing.T) {
	d := eighteen()
	d.Letter.Summary = []imr.Note{{Name: "occupation", Value: "señor Łukasz Ångström, Жуков – Ωμέγα § e\u0301tude 鍼 🪡 \x07bell", Evidence: []imr.Evidence{at(5, 1, "x")}}}
	got := flat(poppler(t, pdf(t, d), "pdftotext", "-enc", "UTF-8"))
	if want := "“señor Łukasz Ångström, Жуков – Ωμέγα § étude □ □ bell”"; !strings.Contains(got, want) {
		t.Errorf("the PDF lacks %q", want)
	}
	if want := "鍼 🪡 bell"; !strings.Contains(text(t, d), want) {
		t.Errorf("the text lacks %q", want)
	}
}

// introduction is a line that means nothing without the next one.
var introduction = regexp.MustCompile(`^(Documents reviewed|What would change the result):$|^below:$|:\s+Upheld$|^[A-Z, ]{8,}$`)

// Headings and item lines are followed by something on their own page.
func TestNoHeadingAtAPagesFoot(t *testing.T) {
	for n := range 14 {
		d := eighteen()
		for i := range n {
			d.Letter.Documents = append(d.Letter.Documents, imr.Reviewed{Kind: "pr2", Provider: strconv.Itoa(i), File: "more.pdf", First: i + 1, Last: i + 1})
		}
		for i, page := range strings.Split(poppler(t, pdf(t, d), "pdftotext", "-enc", "UTF-8"), "\f") {
			lines := strings.Split(strings.TrimSpace(footer.ReplaceAllString(page, "")), "\n")
			last := strings.TrimSpace(lines[len(lines)-1])
			if introduction.MatchString(last) {
				t.Errorf("%d more documents: page %d ends with %q", n, i+1, last)
			}
		}
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
