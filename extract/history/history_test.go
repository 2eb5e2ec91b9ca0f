package history

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

func say(t Told, ok bool) string {
	if !ok {
		return "nothing"
	}
	s := t.Sense
	if t.Done > 0 {
		s += fmt.Sprintf(" %d", t.Done)
	}
	if t.Of > 0 && t.Sense != None {
		s += fmt.Sprintf(" of %d", t.Of)
	}
	return s
}

func TestTold(t *testing.T) {
	b, err := os.ReadFile("testdata/told.txt")
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
		if got := say(Of(strings.ToLower(text))); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
	if n < 70 {
		t.Errorf("only %d sentences: the table was not read", n)
	}
}
