package decide

import (
	"strings"
	"testing"

	"imr"
)

// A sentence says what it assumes only of what the facts leave open, and then says it.
func TestReasonsAssumeWhatIsOpen(t *testing.T) {
	book := loaded(t)
	open := func(it imr.Item) imr.Item {
		it.Course, it.PriorVisits = unknown[string](), silent[int]()
		return it
	}
	for _, c := range []struct {
		name  string
		item  imr.Item
		says  []string
		never []string
	}{
		{"settled", firstOf(6), []string{"The request stays within that number."}, []string{"If "}},
		{"a range of a first course", with(firstOf(6), func(i *imr.Item) { i.RequestedVisits = known(imr.Range{Low: 4, High: 8}) }), []string{"The request is a range"}, []string{"If it is a first course"}},
		{"further, no number", with(furtherOf(6, yes, yes), func(i *imr.Item) { i.RequestedVisits = silent[imr.Range]() }), []string{"The request states no number of visits, so it is not clear"}, []string{"If "}},
		{"course open", open(firstOf(18)), []string{"If it is a first course, 18 visits are more than", "If it is a continuation, functional improvement is not documented"}, nil},
		{"number open", with(firstOf(6), func(i *imr.Item) { i.RequestedVisits = either(n(5), n(12)) }), []string{"If all numbers of visits asked for are above 6, they are more", "If the visits asked for are 6 or fewer, the request stays", "Nothing in the record speaks against how often"}, []string{"first course, "}},
		{"both numbers above", with(firstOf(6), func(i *imr.Item) { i.RequestedVisits = either(n(10), n(12)) }), []string{"The visits asked for are more than the 6"}, []string{"If "}},
		{"a limb open", furtherOf(6, unknown[bool](), yes), []string{"If better activities or reduced work restrictions are documented, the treatment may be extended.", "If neither better activities nor reduced work restrictions are documented, that is not functional improvement"}, []string{"dependency on medical treatment is documented, "}},
		{"limb 1 denied", furtherOf(6, no, no), []string{"The record says that there was no measured gain in daily activities and no reduction in work restrictions.", "Functional improvement is not documented, so"}, []string{"If "}},
		{"schedule open", with(firstOf(6), func(i *imr.Item) { i.FrequencyPerWeek = either(n(2), n(4)) }), []string{"does not settle whether the treatment stays within these numbers", "If the treatment asked for goes past these numbers"}, []string{"Nothing in the record speaks"}},
		{"schedule left", with(firstOf(6), func(i *imr.Item) { i.FrequencyPerWeek = known(n(4)) }), []string{"The treatment asked for goes past these numbers. Read as limits"}, []string{"If "}},
		{"grounds open", with(firstOf(6), func(i *imr.Item) { i.Indication = silent[[]string]() }), []string{"If the record showed that none of these grounds holds"}, []string{"If it is a first course"}},
	} {
		var text strings.Builder
		for _, r := range Decide(caseOf(c.item), book, imr.LetterConfig{}).Items[0].Reasons {
			text.WriteString(r.Sentence + "\n")
		}
		for _, words := range c.says {
			if !strings.Contains(text.String(), words) {
				t.Errorf("%s: want %q in\n%s", c.name, words, &text)
			}
		}
		for _, words := range c.never {
			if strings.Contains(text.String(), words) {
				t.Errorf("%s: %q stands in\n%s", c.name, words, &text)
			}
		}
	}
}

// Where the guideline names a letter that the definitions no longer have, the letter in force is cited and the reader is told.
func TestAStaleLetterIsExplained(t *testing.T) {
	book := loaded(t)
	for day, want := range map[imr.Date]string{"2014-06-14": "", "2015-06-14": "cited here without one", "2016-06-14": "in the text in force (f) defines “Medical treatment”, and functional improvement stands under (e)"} {
		file := caseOf(furtherOf(6, no, no))
		file.Facts.URDate, file.Facts.GoverningDate, file.Facts.ApplicationDate = known(day), known(day), known(day.AddDays(3))
		note := ""
		for _, r := range Decide(file, book, imr.LetterConfig{}).Items[0].Reasons {
			if strings.Contains(r.Sentence, "other letters") {
				note += r.Sentence
			}
		}
		if (note == "") != (want == "") || !strings.Contains(note, want) {
			t.Errorf("on %s: %q, want %q", day, note, want)
		}
	}
}
