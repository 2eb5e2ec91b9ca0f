package classify_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"imr"
)

// letterRow is one block of testdata/letters.txt.
type letterRow struct {
	asked []string // lines of the request: a service and its quantity
	pages []string
	want  string
}

// letterRows reads testdata/letters.txt.
func letterRows(t *testing.T) []letterRow {
	t.Helper()
	b, err := os.ReadFile("testdata/letters.txt")
	if err != nil {
		t.Fatal(err)
	}
	var out []letterRow
	for _, block := range strings.Split(string(b), "\n== ")[1:] {
		asked, rest, _ := strings.Cut(block, "\n")
		text, want, ok := strings.Cut(rest, "\n=> ")
		if !ok {
			t.Fatalf("no => after %q", asked)
		}
		out = append(out, letterRow{strings.Split(asked, "; "), strings.Split(text, "\n----\n"), strings.TrimSpace(want)})
	}
	return out
}

// requestFor is a request for authorization with a row for each line.
func requestFor(asked []string) string {
	head, rest, _ := strings.Cut(requestPage, "Lumbar sprain | 847.2 | Acupuncture, low back | 97810 | %s\n")
	for _, line := range asked {
		service, quantity, _ := strings.Cut(line, ": ")
		head += fmt.Sprintf("Lumbar sprain | 847.2 | %s |  | %s\n", service, quantity)
	}
	return head + rest
}

// decidedOn is what a letter is taken to decide, as testdata/letters.txt writes it.
func decidedOn(c imr.Case) string {
	if len(c.Items) == 0 {
		return status(c.Facts.UROutcome)
	}
	var out []string
	for _, it := range c.Items {
		s := status(it.UROutcome)
		if it.Service != imr.OtherService && it.AuthorizedVisits.Status == imr.Known && s != imr.URConditional {
			s += " " + status(it.AuthorizedVisits)
		}
		out = append(out, s)
	}
	return strings.Join(out, ", ")
}

func TestWhatLettersDecide(t *testing.T) {
	rows := letterRows(t)
	for i, r := range rows {
		pages := append(r.pages, requestFor(r.asked), fmt.Sprintf(reportPage, "He has had no acupuncture."))
		c := caseFrom(pages...)
		if got := decidedOn(c); got != r.want {
			t.Errorf("letter %d, asked %q: %s, want %s\n%s", i+1, r.asked, got, r.want, strings.Join(r.pages, "\n----\n"))
		}
	}
	if len(rows) < 40 {
		t.Errorf("only %d letters were read", len(rows))
	}
}
