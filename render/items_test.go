package render_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"imr"
)

// A stopped case says why once, at its start, with what would settle it; flags that stop nothing come later.
func TestStoppedCaseSaysWhyOnce(t *testing.T) {
	d := referred()
	second := d.Items[0]
	second.N, second.Text = 2, "Infrared heat"
	d.Items = append(d.Items, second)
	for i := range d.Items {
		d.Items[i].Rules = []string{"gate-application-late"}
		d.Items[i].Reasons = []imr.Reason{{Sentence: "The request is for 18 visits.", Rule: "request", Facts: []string{"f1"}}, {Sentence: "The application came late.", Rule: "gate-application-late"}}
		d.Items[i].Questions = []string{"Was the application found eligible?"}
	}
	d.Flags = append(d.Flags, imr.Flag{Code: "application-late", Text: "The application came late."})
	got := flat(text(t, d))
	for _, want := range []string{
		"Why: The application came late. What a reviewer must find out: Was the application found eligible? ",
		"The request is for 18 visits. [",
		"NOTES FOR THE REVIEWER • The request fits the frequency",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("the notice lacks %q in\n%s", want, got)
		}
	}
	if strings.Count(got, "came late") != 1 || strings.Count(got, "found eligible") != 1 {
		t.Error("a reason or a question is told twice")
	}
}

// What the rules leave to a reviewer is told reading by reading, and nothing twice.
func TestReferredReadings(t *testing.T) {
	d := referred()
	law := d.Items[0].Reasons[0]
	d.Items[0].Reasons = []imr.Reason{
		{Sentence: "The request is for 6 visits.", Rule: "request", Facts: []string{"f1"}},
		{Sentence: "It is open whether this is a first course.", Rule: "course", Facts: []string{"f4"}},
		law,
		{Sentence: "If it is, the request stays within that number.", Rule: law.Rule},
		{Sentence: law.Sentence, Rule: "another", Law: law.Law},
		{Sentence: "If it is not, improvement must be documented.", Rule: "another"},
		{Sentence: "A physician must decide.", Rule: law.Rule},
	}
	var got []string
	for _, s := range compose(t, d).Sections {
		for _, b := range s.Blocks {
			if b.Kind == imr.Paragraph && len(b.Sentences) > 0 && b.Sentences[0].Source().Rule != "" {
				var words []string
				for _, s := range b.Sentences {
					words = append(words, s.Text())
				}
				got = append(got, strings.Join(words, " "))
			}
		}
	}
	want := []string{
		"The request is for 6 visits. It is open whether this is a first course.",
		law.Sentence + " If it is, the request stays within that number.",
		"If it is not, improvement must be documented.",
		"A physician must decide.",
		"Was there acupuncture before this request, and how many visits?",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestReferredItemAsks(t *testing.T) {
	got := flat(text(t, referred()))
	want := "What a reviewer must find out: Was there acupuncture before this request, and how many visits?"
	if !strings.Contains(got, want) {
		t.Errorf("the notice lacks %q", want)
	}
}

// Whatever the records say, an outcome stands after a colon for the decided items only.
func TestOutcomeWordsBelongToItems(t *testing.T) {
	d := eighteen()
	second := eighteenItem()
	second.N, second.Text, second.Outcome, second.Flips = 2, "Prior decision: Overturned", imr.Refer, nil
	second.Reasons = nil
	d.Items = append(d.Items, second)
	d.Letter.Summary = append(d.Letter.Summary, imr.Note{Name: "treatment", Value: "IMR 2014, 6 sessions:  Overturned", Evidence: []imr.Evidence{at(8, 1, "6 sessions:\nUpheld")}})
	d.Flags = append(d.Flags, imr.Flag{Code: "earlier", Text: "An earlier letter says: Upheld"})
	got := text(t, d)
	if n := len(outcomeLine.FindAllString(got, -1)); n != 1 {
		t.Errorf("%d outcomes, want 1, in\n%s", n, got)
	}
	if !strings.Contains(got, "6 sessions: [quoted] Overturned") {
		t.Error("the record's words are lost")
	}
}

func TestItemStyle(t *testing.T) {
	cases := []struct {
		name, style, text    string
		authorized, disputed *int
		want                 string
	}{
		{"default", "", "18 acupuncture sessions", ptr(6), ptr(12), "18 acupuncture sessions:  Upheld"},
		{"whole", "whole", "Acupuncture 3x6.", ptr(6), ptr(12), "Acupuncture 3x6:  Upheld"},
		{"T1", "remaining", "18 acupuncture sessions", ptr(6), ptr(12), "18 acupuncture sessions was the original request. 6 acupuncture sessions was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, 12 acupuncture sessions is:  Upheld"},
		{"T1 in other words", "remaining", "Acupuncture 3x6", ptr(6), ptr(12), "Acupuncture 3x6 was the original request. 6 acupuncture visits was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, 12 acupuncture visits is:  Upheld"},
		{"T1, one visit left", "remaining", "18 acupuncture sessions", ptr(17), ptr(1), "18 acupuncture sessions was the original request. 17 acupuncture sessions was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, 1 acupuncture visit is:  Upheld"},
		{"T1, one visit authorized", "remaining", "18 acupuncture sessions", ptr(1), ptr(17), "18 acupuncture sessions was the original request. 1 acupuncture visit was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, 17 acupuncture sessions is:  Upheld"},
		{"not known what was authorized", "remaining", "18 acupuncture sessions", nil, nil, "18 acupuncture sessions:  Upheld"},
		{"T2", "remaining", "Acupuncture", ptr(6), nil, "Acupuncture was the original request. The Claims Administrator authorized 6 acupuncture visits, leaving the original request IMR eligible. The original request, Acupuncture is:  Upheld"},
		{"denied whole", "remaining", "18 acupuncture sessions", ptr(0), ptr(18), "18 acupuncture sessions:  Upheld"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			d := eighteen()
			d.Letter.Config.ItemStyle = c.style
			item := &d.Items[0]
			item.Text, item.Authorized, item.Disputed = c.text, c.authorized, c.disputed
			got := strings.ReplaceAll(text(t, d), "\n", " ")
			if !strings.Contains(got, c.want) {
				t.Errorf("the letter lacks %q", c.want)
			}
		})
	}
}

// In either style the outcome is that of the item, and an item that nobody decided is named whole.
func TestItemStyleOfOtherOutcomes(t *testing.T) {
	d := eighteen()
	d.Letter.Config.ItemStyle = "remaining"
	item := &d.Items[0]
	item.Outcome, item.Flips = imr.Overturned, nil
	item.Reasons[4].Sentence = "The request for 18 acupuncture sessions is medically necessary."
	if got, want := flat(text(t, d)), "the original request, 12 acupuncture sessions is: Overturned"; !strings.Contains(got, want) {
		t.Errorf("the letter lacks %q", want)
	}
	open := referred()
	open.Letter.Config.ItemStyle = "remaining"
	if got, want := flat(text(t, open)), "QUESTIONS 18 acupuncture sessions: No determination"; !strings.Contains(got, want) {
		t.Errorf("the notice lacks %q", want)
	}
}
