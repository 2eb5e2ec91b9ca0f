package records_test

import (
	"bytes"
	"strings"
	"testing"

	"imr/internal/records"
)

func TestTheSameTwinGivesTheSameBytes(t *testing.T) {
	twin := "@footer page {page}\n# Title\nA: b || C: d\n| a | b |\n| c | d |\n====\ntext\n@picture\n"
	first, second := mustMake(t, twin), mustMake(t, twin)
	if !bytes.Equal(first, second) {
		t.Error("two runs over one twin differ")
	}
}

func TestPagesBreakWhereTheTwinSays(t *testing.T) {
	tests := []struct {
		name, twin string
		pages      int
	}{
		{"one page", "a\n\nb", 1},
		{"a break", "a\n====\nb", 2},
		{"a picture has its own page", "a\n@picture\nb", 3},
		{"long text runs on", strings.Repeat("line of text\n\n", 60), 2},
		{"long tables run on", strings.Repeat("| a | b |\n", 60), 2},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			pdf := mustMake(t, test.twin)
			if got := bytes.Count(pdf, []byte("/Type /Page\n")); got != test.pages {
				t.Errorf("the record has %d pages, want %d", got, test.pages)
			}
		})
	}
}

func TestTextIsOnThePage(t *testing.T) {
	pdf := mustMake(t, "@header head\n@footer foot {page}\nsplit\nparagraph\n- entry\n> alone\n[X] box || [ ] none")
	for _, want := range []string{"(head)", "(foot 1)", "(split paragraph)", "(entry)", "(alone)", "([X] box)", "([ ] none)"} {
		if !bytes.Contains(pdf, []byte(want)) {
			t.Errorf("the record does not show %s", want)
		}
	}
}

func TestErrorsNameTheLine(t *testing.T) {
	tests := []struct{ twin, want string }{
		{"a\n\n@colour red", "line 3: there is no directive @colour"},
		{"@font comic", `line 1: there is no font "comic"`},
		{"@size 200", `line 1: "200" is no size of type`},
		{"@size NaN", `line 1: "NaN" is no size of type`},
		{"| a | b |\n| c |", "line 2: a table's row has 1 cells where its first row has 2"},
	}
	for _, test := range tests {
		_, err := records.PDF(test.twin)
		if err == nil || !strings.HasPrefix(err.Error(), test.want) {
			t.Errorf("%q gives the error %v, want %s…", test.twin, err, test.want)
		}
	}
}

func mustMake(t *testing.T, twin string) []byte {
	t.Helper()
	pdf, err := records.PDF(twin)
	if err != nil {
		t.Fatal(err)
	}
	return pdf
}
