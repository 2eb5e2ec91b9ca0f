package render_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

var (
	placedLine  = regexp.MustCompile(`^(?:\d+|\+) ([\d.]+),([\d.]+),([\d.]+),([\d.]+) - (.*)$`)
	pageOfN     = regexp.MustCompile(`^(?:Case Number \S+ – )?Page (\d+) of (\d+)$`)
	decidedLine = regexp.MustCompile(`: +(?:Upheld|Overturned)$`)
	// endsNoPage is a line that the next one belongs to: a heading, a title before a list, an item's line.
	endsNoPage = regexp.MustCompile(`^[A-Z ,]{10,}$|:$|: +(?:Upheld|Overturned|No determination)`)
)

// Every letter of the regression cases, by the places of its lines: no page ends in a heading, an item's line or an introduction, an item's
// line stands on the page on which its rationale begins, text stays within the margins, and each page says which of how many it is.
func TestLettersOfCasesAreLaidOutWell(t *testing.T) {
	files, err := filepath.Glob("../testdata/cases/*/want/layout.txt")
	if err != nil || len(files) < 70 {
		t.Fatalf("%d letters: %v", len(files), err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		pages := strings.Split(string(text), "\npage ")[1:]
		for n, page := range pages {
			lines := bodyOf(t, file, page, n+1, len(pages))
			if last := lines[len(lines)-1]; endsNoPage.MatchString(last) {
				t.Errorf("%s: page %d ends with %q", file, n+1, last)
			}
			open := ""
			for _, l := range lines {
				switch {
				case decidedLine.MatchString(l):
					open = l
				case strings.HasPrefix(l, "Decision rationale:"):
					open = ""
				}
			}
			if open != "" {
				t.Errorf("%s: page %d has the item %q without its rationale", file, n+1, open)
			}
		}
	}
}

// bodyOf returns a page's lines above its foot.
func bodyOf(t *testing.T, file, page string, n, of int) []string {
	t.Helper()
	var out []string
	numbered := false
	for _, line := range strings.Split(page, "\n")[1:] {
		m := placedLine.FindStringSubmatch(line)
		if m == nil {
			continue
		}
		if at := pageOfN.FindStringSubmatch(m[5]); at != nil {
			numbered = at[1] == string(rune('0'+n)) && at[2] == string(rune('0'+of))
			continue
		}
		var x0, x1, y1 = number(t, m[1]), number(t, m[3]), number(t, m[4])
		if x0 < 67 || x1 > 546 || y1 > 775 {
			t.Errorf("%s: page %d: %q leaves the margins", file, n, m[5])
		}
		if y1 < 746 {
			out = append(out, m[5])
		}
	}
	if !numbered {
		t.Errorf("%s: page %d does not say that it is one of %d", file, n, of)
	}
	return out
}

func number(t *testing.T, s string) float64 {
	t.Helper()
	n, err := strconv.ParseFloat(s, 64)
	if err != nil {
		t.Fatal(err)
	}
	return n
}
