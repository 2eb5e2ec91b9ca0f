package pdf

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"imr"
	"imr/internal/pdf/font"
)

// TestAgainstPdftotext compares the words of real and practice files with those that poppler reads. The files are not
// part of the repository, so the test runs only where they and poppler are at hand.
func TestAgainstPdftotext(t *testing.T) {
	const shared = "../../../shared"
	if _, err := os.Stat(shared); err != nil {
		t.Skip("the shared letters and practice cases are not here")
	}
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("pdftotext is not installed")
	}
	var total score
	err := filepath.WalkDir(shared, func(path string, entry fs.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(path, ".pdf") {
			total.add(compareFile(t, path))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("recall %.4f, precision %.4f over %d words", total.recall(), total.precision(), total.theirs)
	if total.recall() < 0.99 || total.precision() < 0.99 {
		t.Errorf("recall %.4f and precision %.4f, want 0.99 of both", total.recall(), total.precision())
	}
}

// score counts words: ours, poppler's, and those that both have.
type score struct{ ours, theirs, both int }

func (s *score) add(o score) { s.ours += o.ours; s.theirs += o.theirs; s.both += o.both }

func (s score) recall() float64 { return float64(s.both) / float64(max(1, s.theirs)) }

func (s score) precision() float64 { return float64(s.both) / float64(max(1, s.ours)) }

func compareFile(t *testing.T, path string) score {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	file, err := Read(filepath.Base(path), data)
	if err != nil {
		t.Logf("%s: %v", path, err)
		return score{}
	}
	var total score
	for _, p := range file.Pages {
		s := compareWords(pageWords(p), popplerWords(t, path, p.Number))
		if s.recall() < 0.97 || s.precision() < 0.97 {
			t.Logf("%s page %d: recall %.3f of %d, precision %.3f of %d", path, p.Number, s.recall(), s.theirs, s.precision(), s.ours)
		}
		total.add(s)
	}
	return total
}

func pageWords(p imr.Page) []string {
	var words []string
	for _, l := range p.Lines {
		words = append(words, strings.Fields(l.Text())...)
	}
	return words
}

func popplerWords(t *testing.T, path string, page int) []string {
	t.Helper()
	n := strconv.Itoa(page)
	out, err := exec.Command("pdftotext", "-f", n, "-l", n, "-layout", path, "-").Output()
	if err != nil {
		t.Logf("%s page %d: pdftotext: %v", path, page, err)
	}
	return strings.Fields(font.Plain(string(out)))
}

func compareWords(ours, theirs []string) score {
	s := score{ours: len(ours), theirs: len(theirs)}
	count := map[string]int{}
	for _, w := range ours {
		count[w]++
	}
	for _, w := range theirs {
		if count[w] > 0 {
			count[w]--
			s.both++
		}
	}
	return s
}
