package render_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"imr"
	"imr/render/finish/conform"
)

// strange are decisions whose letters have every part, or words and lengths that few letters have.
func strange() map[string]imr.Decision {
	many := eighteen()
	for range 29 {
		many.Items = append(many.Items, eighteenItem())
	}
	lands := eighteen()
	lands.Letter.Summary[2].Value = "señor Łukasz Ångström, Жуков – Ωμέγα § e\u0301tude 鍼 🪡 \x07bell"
	bare := referred()
	bare.Case, bare.Letter, bare.Facts, bare.Flags, bare.Items[0].Reasons = imr.CaseHeader{}, imr.LetterData{}, nil, nil, nil
	long := eighteen()
	long.Items[0].Text = "18 " + strings.Repeat("acupuncture/", 400)
	return map[string]imr.Decision{"usual": eighteen(), "notice": referred(), "many items": many, "many lands": lands, "bare": bare, "long": long, "to sign": toSign()}
}

// Whatever a letter holds, it is a PDF/A-3b and PDF/UA-1 file as far as a machine can tell; package conform has the clauses.
func TestEveryLetterConforms(t *testing.T) {
	for name, d := range strange() {
		if err := conform.Check(pdf(t, d)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// qpdf, which shares no code with us, finds nothing wrong with the file's syntax.
func TestQpdfFindsNothingWrong(t *testing.T) {
	needs(t, "qpdf")
	for name, d := range strange() {
		file := filepath.Join(t.TempDir(), "letter.pdf")
		if err := os.WriteFile(file, pdf(t, d), 0o600); err != nil {
			t.Fatal(err)
		}
		out, err := exec.Command("qpdf", "--check", file).CombinedOutput()
		if err != nil || !strings.Contains(string(out), "No syntax or stream encoding errors found") || strings.Contains(string(out), "WARNING") {
			t.Errorf("%s: %v\n%s", name, err, out)
		}
	}
}

var structLine = regexp.MustCompile(`(?m)^\s*"(.*)"$`)

// poppler, reading by the structure alone, finds the words of the text in the same order. Its way through a long letter takes minutes.
func TestStructureReadsInOrder(t *testing.T) {
	for _, name := range []string{"usual", "notice", "bare"} {
		d := strange()[name]
		var got []string
		for _, m := range structLine.FindAllStringSubmatch(poppler(t, pdf(t, d), "pdfinfo", "-struct-text"), -1) {
			got = append(got, m[1])
		}
		want, banner := strings.Fields(text(t, d)), strings.Fields(compose(t, d).Banner.Text())
		want = want[len(banner):] // which the structure has at the end only
		if g, w := letters(got...), letters(want...); g != w {
			t.Errorf("%s: the structure reads\n%s\nthe text\n%s", name, g, w)
		}
	}
}

// letters are the characters of words without the spaces between them.
func letters(words ...string) string {
	return strings.Join(strings.Fields(strings.Join(words, " ")), "")
}
