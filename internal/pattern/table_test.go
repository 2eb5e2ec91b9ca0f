package pattern

import (
	"reflect"
	"testing"
)

func TestTable(t *testing.T) {
	got := Table("t.txt", "# a comment\n\nplanned before  \\bwill\\b \n", 2, "a sense, a place and a pattern")
	if want := []Row{{[]string{"planned", "before"}, `\bwill\b`}}; !reflect.DeepEqual(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestALineThatIsNoRowIsNamed(t *testing.T) {
	defer func() {
		if got, want := recover(), "t.txt:2: want a kind and a pattern"; got != want {
			t.Errorf("%v, want %s", got, want)
		}
	}()
	Table("t.txt", "a b\nalone", 1, "a kind and a pattern")
}
