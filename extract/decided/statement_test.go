package decided

import (
	"os"
	"strconv"
	"strings"
	"testing"
)

// said is what a text decides, as testdata/statements.txt writes it.
func said(text string) string {
	var s Statement
	for _, c := range Clauses(text) {
		s.Add(c)
	}
	if !s.Decides() {
		return "nothing"
	}
	out, n := s.Outcome(), "-"
	if out == "" {
		out = "unclear"
	}
	if k, ok := s.Certified(); ok {
		n = strconv.Itoa(k)
	}
	if !s.Firm() {
		n += " ?"
	}
	return out + " " + n
}

func TestStatements(t *testing.T) {
	b, err := os.ReadFile("testdata/statements.txt")
	if err != nil {
		t.Fatal(err)
	}
	rows := 0
	for _, line := range strings.Split(string(b), "\n") {
		text, want, ok := strings.Cut(line, " => ")
		if !ok || line[0] == '#' {
			continue
		}
		rows++
		if got := said(text); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
	if rows < 100 {
		t.Errorf("only %d rows were read", rows)
	}
}
