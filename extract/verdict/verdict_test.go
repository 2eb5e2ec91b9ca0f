package verdict

import (
	"os"
	"strconv"
	"strings"
	"testing"
)

func say(v Verdict) string {
	if v.Outcome == "" {
		return "nothing"
	}
	s := v.Outcome + " " + number(v.Yes) + " " + number(v.No)
	if v.Weak {
		s += " weak"
	}
	return s
}

func number(n int) string {
	if n < 0 {
		return "-"
	}
	return strconv.Itoa(n)
}

func TestDecisions(t *testing.T) {
	b, err := os.ReadFile("testdata/decisions.txt")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, line := range strings.Split(string(b), "\n") {
		text, want, ok := strings.Cut(line, " => ")
		if !ok || line[0] == '#' {
			continue
		}
		n++
		if got := say(Of(text)); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
	if n < 60 {
		t.Errorf("only %d decisions: the table was not read", n)
	}
}
