package pdfium_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestAgainstPdftotext compares the words of real letters with those that poppler reads. The letters are not part of the
// repository, so the test runs only where they and poppler are at hand.
func TestAgainstPdftotext(t *testing.T) {
	letters, err := filepath.Glob("../../../shared/letters/*.pdf")
	if err != nil || len(letters) == 0 {
		t.Skip("the shared letters are not here")
	}
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("pdftotext is not installed")
	}
	for _, path := range letters {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		file, err := engine(t).Read(filepath.Base(path), data)
		if err != nil {
			t.Error(err)
			continue
		}
		said, err := exec.Command("pdftotext", "-layout", path, "-").Output()
		if err != nil {
			t.Fatal(err)
		}
		var ours []string
		for _, p := range file.Pages {
			for _, l := range p.Lines {
				ours = append(ours, strings.Fields(l.Text())...)
			}
		}
		recall, precision := agreement(ours, strings.Fields(ligatures.Replace(string(said))))
		if recall < 0.98 || precision < 0.98 {
			t.Errorf("%s: recall %.4f, precision %.4f, want 0.98 of both", path, recall, precision)
		}
	}
}

var ligatures = strings.NewReplacer("ﬀ", "ff", "ﬁ", "fi", "ﬂ", "fl", "ﬃ", "ffi", "ﬄ", "ffl", "\u00A0", " ", "\u00AD", "")

// agreement returns which share of their words is ours, and which share of ours is theirs.
func agreement(ours, theirs []string) (recall, precision float64) {
	count := map[string]int{}
	for _, w := range ours {
		count[w]++
	}
	both := 0.0
	for _, w := range theirs {
		if count[w] > 0 {
			count[w]--
			both++
		}
	}
	return both / float64(max(1, len(theirs))), both / float64(max(1, len(ours)))
}
