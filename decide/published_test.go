package decide

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"imr"
)

// published is a published determination of docs/readings.md, section 8, as the facts that its reviewer had.
type published struct {
	letter imr.LetterConfig
	items  []imr.Item
	facts  func(*imr.CaseFacts) // nil: nothing of the case differs from caseOf
}

// determinations are the rows that can be decided, by number.
func determinations() map[string]published {
	modified := func(asked float64, certified int) imr.Item {
		return with(firstOf(asked), func(i *imr.Item) { i.AuthorizedVisits, i.UROutcome = known(certified), known(imr.URModified) })
	}
	courseOpen := func(it imr.Item) imr.Item {
		it.Course, it.PriorVisits = unknown[string](), unknown[int]()
		return it
	}
	noGround := func(i *imr.Item) { i.Indication = silent[[]string]() }
	rehabilitation := func(i *imr.Item) { i.Indication = known([]string{imr.AdjunctRehabilitation}) }
	variant := func(i *imr.Item) { i.Variant = true }
	sameVisits := func(text string) imr.Item { return imr.Item{Service: imr.OtherService, Text: text, SameVisits: true} }
	other := func(text string) imr.Item { return imr.Item{Service: imr.OtherService, Text: text} }
	prior := func(it imr.Item, visits int) imr.Item {
		it.PriorVisits = known(visits)
		return it
	}
	quiet := silent[bool]()
	return map[string]published{
		"P1":  {items: []imr.Item{modified(18, 6)}},
		"P2":  {items: []imr.Item{modified(18, 6)}, letter: imr.LetterConfig{ItemStyle: "remaining"}},
		"P3":  {items: []imr.Item{modified(8, 6)}},
		"P4":  {items: []imr.Item{courseOpen(modified(8, 6))}},
		"P5":  {items: []imr.Item{with(firstOf(12), noGround)}},
		"P6":  {items: []imr.Item{with(firstOf(6), rehabilitation)}},
		"P7":  {items: []imr.Item{with(firstOf(6), rehabilitation)}},
		"P8":  {items: []imr.Item{with(firstOf(6), func(i *imr.Item) { i.RequestedVisits = known(imr.Range{Low: 4, High: 8}) })}},
		"P9":  {items: []imr.Item{prior(furtherOf(6, yes, quiet), 4)}},
		"P10": {items: []imr.Item{furtherOf(12, quiet, quiet)}},
		"P11": {items: []imr.Item{courseOpen(with(firstOf(12), noGround))}},
		"P12": {items: []imr.Item{courseOpen(with(modified(6, 6), func(i *imr.Item) { i.RequestedVisits = silent[imr.Range]() }))}},
		"P14": {items: []imr.Item{with(firstOf(12), noGround), sameVisits("infrared heat"), other("myofascial release")}},
		"P15": {items: []imr.Item{sameVisits("infrared heat"), with(furtherOf(12, quiet, quiet), variant), with(furtherOf(12, quiet, quiet), variant), other("capsaicin patch")}},
		"P17": {items: []imr.Item{prior(furtherOf(12, no, no), 24)}},
		"P18": {items: []imr.Item{prior(furtherOf(12, unknown[bool](), quiet), 24)}},
		"P19": {items: []imr.Item{furtherOf(6, quiet, quiet)}, facts: func(f *imr.CaseFacts) {
			f.URDate, f.GoverningDate = known(imr.Date("2018-03-13")), known(imr.Date("2018-03-13"))
		}},
	}
}

// TestPublishedDeterminations holds the table of docs/readings.md, section 8: what this program answers where a reviewer has answered.
func TestPublishedDeterminations(t *testing.T) {
	book, rows := loaded(t), publishedRows(t)
	if len(rows) != 22 {
		t.Fatalf("%d rows in docs/readings.md, want P1 to P22", len(rows))
	}
	all := determinations()
	for number, said := range rows {
		p, decidable := all[number]
		if !decidable {
			if said != "no decidable case" {
				t.Errorf("%s: the page says %q, and no test decides it", number, said)
			}
			continue
		}
		file := caseOf(p.items...)
		if p.facts != nil {
			p.facts(&file.Facts)
		}
		var got []string
		for _, it := range Decide(file, book, p.letter).Items {
			got = append(got, string(it.Outcome))
		}
		if answer := strings.Join(got, ", "); answer != said {
			t.Errorf("%s: %s, and the page says %s", number, answer, said)
		}
	}
}

var publishedRow = regexp.MustCompile(`(?m)^\| (P\d+) \|[^|]*\|[^|]*\| ([^|]*) \|[^|]*\|$`)

// publishedRows reads the fourth column of the table, "ours", by number.
func publishedRows(t *testing.T) map[string]string {
	t.Helper()
	page, err := os.ReadFile("../docs/readings.md")
	if err != nil {
		t.Fatal(err)
	}
	rows := map[string]string{}
	for _, m := range publishedRow.FindAllStringSubmatch(string(page), -1) {
		rows[m[1]] = m[2]
	}
	return rows
}
