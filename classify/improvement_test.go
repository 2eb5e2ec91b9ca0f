package classify

import (
	"testing"

	"imr"
)

func gain(topic, sense, text, phrase string) imr.Mention {
	return imr.Mention{Topic: topic, Sense: sense, Text: text, Value: phrase}
}

func TestFunctionalImprovement(t *testing.T) {
	const f = "improvement_function"
	measured := gain(f, "measured", "Sitting tolerance rose from 20 to 45 minutes.", "Sitting tolerance rose from 20 to 45")
	unchanged := gain(f, "unchanged", "Activities of daily living are unchanged.", "Activities of daily living are unchanged")
	vague := gain(f, "vague", "He walks better.", "walks better")
	goal := gain(f, "measured", "Goal: sitting tolerance from 20 to 45 minutes.", "sitting tolerance from 20 to 45")
	goal.Section = "Goals"
	credited := gain(f, "measured", "Since the surgery walking rose from 1 to 4 blocks.", "walking rose from 1 to 4")
	worse := gain(f, "measured", "Sitting tolerance went from 45 to 20 minutes.", "Sitting tolerance went from 45 to 20")
	worse.Parts = map[string]string{"from": "45", "to": "20"}
	eased := gain(f, "restriction", "The lifting restriction was eased.", "restriction was eased")
	for _, c := range []struct {
		name   string
		kind   string
		day    imr.Date
		said   []imr.Mention
		status imr.Status
		value  bool
	}{
		{"measured", progress, "2015-02-01", []imr.Mention{measured}, imr.Known, true},
		{"unchanged", progress, "2015-02-01", []imr.Mention{unchanged}, imr.Known, false},
		{"both", progress, "2015-02-01", []imr.Mention{measured, unchanged}, imr.Contradictory, false},
		{"vague words", progress, "2015-02-01", []imr.Mention{vague}, imr.Unknown, false},
		{"a goal only", progress, "2015-02-01", []imr.Mention{goal}, imr.Silent, false},
		{"credited to surgery", progress, "2015-02-01", []imr.Mention{credited}, imr.Unknown, false},
		{"the wrong way", progress, "2015-02-01", []imr.Mention{worse}, imr.Unknown, false},
		{"before the course", progress, "2014-06-01", []imr.Mention{measured}, imr.Unknown, false},
		{"restrictions in an acupuncturist's words", acuNote, "2015-02-01", []imr.Mention{eased}, imr.Unknown, false},
		{"restrictions in a physician's words", progress, "2015-02-01", []imr.Mention{eased}, imr.Known, true},
		{"nothing", progress, "2015-02-01", nil, imr.Silent, false},
	} {
		p := reportOf(c.day, append([]imr.Mention(nil), c.said...)...)
		p.kind = c.kind
		cl := &classifier{papers: []paper{p}, requestDate: "2015-03-01"}
		got := cl.improvementOf(f, history{begun: "2015-01-15"})
		if got.Status != c.status || got.Status == imr.Known && got.Value != c.value {
			t.Errorf("%s: %s %v, want %s %v", c.name, got.Status, got.Value, c.status, c.value)
		}
	}
}

func TestUnreadPagesMakeSilenceUnknown(t *testing.T) {
	cl := &classifier{reader: reader{unread: []imr.Evidence{{File: "a.pdf", Page: 3}}}}
	if got := cl.improvementOf("improvement_function", history{}); got.Status != imr.Unknown {
		t.Errorf("with a page unread the limb is %s, want unknown", got.Status)
	}
}

func TestLessMedicineIsNotIntolerance(t *testing.T) {
	text := "Naproxen was stopped because of nausea."
	p := reportOf("2015-02-01", gain("improvement_dependency", "reduced", text, "Naproxen was stopped"), gain("medication", "not_tolerated", text, text))
	cl := &classifier{papers: []paper{p}, requestDate: "2015-03-01"}
	if got := cl.improvementOf("improvement_dependency", history{}); got.Status != imr.Silent {
		t.Errorf("a medicine stopped for nausea made the limb %s", got.Status)
	}
	if got := cl.indicationOf(line{}); got.Status != imr.Known || got.Value[0] != imr.MedicationNotTolerated {
		t.Errorf("indication %s %v", got.Status, got.Value)
	}
}

func TestACourseBeginsWithItsFirstVisit(t *testing.T) {
	for _, test := range []struct {
		notes []claim
		want  imr.Date
	}{
		{nil, ""},
		{[]claim{{1, "2014-03-10", imr.Evidence{}}, {1, "2014-03-03", imr.Evidence{}}, {1, "2014-03-24", imr.Evidence{}}}, "2014-03-03"},
		{[]claim{{1, "2013-01-10", imr.Evidence{}}, {1, "2014-03-03", imr.Evidence{}}, {1, "2014-03-24", imr.Evidence{}}}, "2014-03-03"},
	} {
		if got := (&classifier{}).lastCourse(test.notes); got != test.want {
			t.Errorf("%d notes: the course began on %q, want %q", len(test.notes), got, test.want)
		}
	}
}
