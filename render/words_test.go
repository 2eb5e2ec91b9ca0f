package render

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"imr"
)

func TestSoleAge(t *testing.T) {
	cases := map[string]string{
		"55": "a 55-year-old", "18": "an 18-year-old", "8": "an 8-year-old", "11": "an 11-year-old", "80": "an 80-year-old",
		"28": "a 28-year-old", "0": "", "200": "", "about 50": "",
	}
	for value, want := range cases {
		if got := soleAge([]note{{Note: imr.Note{Value: value}}}); got != want {
			t.Errorf("%q: %q, want %q", value, got, want)
		}
	}
	if got := soleAge(make([]note, 2)); got != "" {
		t.Errorf("two ages give %q", got)
	}
}

func TestFilePages(t *testing.T) {
	cases := []struct {
		pages []int
		want  string
	}{
		{nil, "a.pdf"}, {[]int{3}, "a.pdf, page 3"}, {[]int{3, 3}, "a.pdf, page 3"}, {[]int{2, 1}, "a.pdf, pages 1–2"},
		{[]int{1, 2, 3, 7, 9, 10}, "a.pdf, pages 1–3, 7, 9–10"},
	}
	for _, c := range cases {
		if got := filePages("a.pdf", c.pages); got != c.want {
			t.Errorf("%v: %q, want %q", c.pages, got, c.want)
		}
	}
}

func TestValueWords(t *testing.T) {
	cases := []struct {
		value any
		want  string
	}{
		{nil, "not known"}, {6, "6"}, {0.5, "0.5"}, {imr.Range{Low: 6, High: 12}, "6 to 12"}, {imr.Range{Low: 8, High: 8}, "8"},
		{true, "yes"}, {imr.Date("2016-10-20"), "10/20/2016"}, {"medication_reduced", "medication reduced"},
		{[]string{}, "none"}, {[]string{"low_back", "neck", "knee"}, "low back, neck and knee"},
	}
	for _, c := range cases {
		if got := valueWords(c.value); got != c.want {
			t.Errorf("%v: %q, want %q", c.value, got, c.want)
		}
	}
}

func TestQuoted(t *testing.T) {
	long := strings.Repeat("é", quoteLimit)
	cases := map[string]string{
		"- Never had acupuncture": "“Never had acupuncture”", "-5 degrees": "“-5 degrees”", `"so"`: "“so”", long: "“" + long + "”",
		long + "x": "“" + long + " …”",
	}
	for in, want := range cases {
		if got := quoted(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestCapital(t *testing.T) {
	for in, want := range map[string]string{"": "", "standard": "Standard", "état": "État", "Été": "Été"} {
		if got := capital(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestFlipWords(t *testing.T) {
	one := func(fact string, from, to any) imr.Flip {
		return imr.Flip{Changes: []imr.Change{{Fact: fact, From: from, To: to}}, Outcome: imr.Overturned}
	}
	cases := []struct {
		flip imr.Flip
		want string
	}{
		{one("requested_visits", imr.Range{Low: 7, High: 7}, imr.Range{Low: 6, High: 6}), "If the request were for 6 visits instead of 7"},
		{one("duration_weeks", imr.Range{Low: 10, High: 10}, imr.Range{Low: 1, High: 1}), "If the request were for a duration of 1 week instead of 10"},
		{one("prior_visits", nil, 1), "If the record showed 1 visit completed before the request"},
		{one("indication", []string{}, []string{imr.MedicationReduced}), "If the record showed one of the guideline’s indications for acupuncture, for example that pain medication is reduced"},
		{one("improvement_dependency", false, true), "If the record documented a reduction in the dependency on continued medical treatment"},
		{one("course", "initial", "continuation"), "If this were the continuation of earlier acupuncture"},
		{one("new_fact", nil, "some_word"), "If new fact were: some word"},
	}
	for _, c := range cases {
		if got, want := Counterfactual(c.flip), c.want+", the treatment would be found medically necessary."; got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestClean(t *testing.T) {
	cases := map[string]string{
		"a\x00b\tc\r\nd": "ab c d", "e\u0301": "é", "left\u202eright": "leftright", "bad\xffbyte": "bad\uFFFDbyte", "\uf0b7 dot": "\uf0b7 dot",
	}
	for in, want := range cases {
		if got := clean(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

// Wrapping loses no character, keeps each line within the width, and parts no tied words that fit on one line.
func TestWrapProperty(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		width := rapid.IntRange(3, 30).Draw(t, "width")
		var ws []word
		var all string
		for _, s := range rapid.SliceOf(rapid.StringMatching(`[a-zé]{1,40}`)).Draw(t, "words") {
			ws = append(ws, word{text: s, space: 1, tied: rapid.Bool().Draw(t, "tied")})
			all += s
		}
		var got string
		for _, line := range wrap(ws, float64(width), columns) {
			if w := groupWidth(line, columns); w > float64(width) {
				t.Fatalf("a line is %v wide: %v", w, line)
			}
			for _, w := range line {
				got += w.text
			}
		}
		if got != all {
			t.Fatalf("%q became %q", all, got)
		}
	})
}

// Every row is set once and in order, within the page, and no kept row ends a page while what it is kept with fits on one.
func TestPaginateProperty(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var rows []row
		for range rapid.IntRange(1, 200).Draw(t, "rows") {
			rows = append(rows, row{height: bodyHeight, before: float64(rapid.IntRange(0, 15).Draw(t, "before")), keep: rapid.IntRange(0, 3).Draw(t, "keep") == 0})
		}
		rows[len(rows)-1].keep = false
		set := 0
		for i, page := range paginate(rows, 200) {
			y := margin
			for _, p := range page {
				if p.y <= y || p.y > bottom {
					t.Fatalf("page %d: a baseline at %v after %v", i+1, p.y, y)
				}
				y = p.y
				set++
			}
			if len(page) > 0 && height(chain(rows, set-1), true) <= bottom-margin && page[len(page)-1].keep {
				t.Fatalf("page %d ends with a row that is kept with the next", i+1)
			}
		}
		if set != len(rows) {
			t.Fatalf("%d rows of %d are set", set, len(rows))
		}
	})
}

// chain is the rows kept together around row i.
func chain(rows []row, i int) []row {
	start := i
	for start > 0 && rows[start-1].keep {
		start--
	}
	return rows[start : start+kept(rows[start:])]
}
