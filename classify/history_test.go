package classify

import (
	"testing"

	"imr"
)

// told makes a report of a day with mentions of a topic.
func reportOf(day imr.Date, ms ...imr.Mention) paper {
	for i := range ms {
		ms[i].Evidence = imr.Evidence{File: "r.pdf", Page: 1, Line: i + 1, Quote: ms[i].Text, How: "text"}
	}
	return paper{kind: progress, file: "r.pdf", first: 1, last: 1, date: day, mentions: ms}
}

func prior(sense, text string, visits float64) imr.Mention {
	m := imr.Mention{Topic: "prior_acupuncture", Sense: sense, Text: text, Value: text}
	if visits >= 0 {
		m.Quantity = &imr.Quantity{Readings: []imr.Range{{Low: visits, High: visits}}}
	}
	return m
}

func TestHistory(t *testing.T) {
	none := prior("none", "No prior acupuncture.", -1)
	six := prior("some", "He has completed 6 acupuncture visits.", 6)
	twelve := prior("some", "He has completed 12 acupuncture visits.", 12)
	vague := prior("some", "Acupuncture was attended.", -1)
	knee := prior("some", "He had 6 acupuncture visits for the knee.", 6)
	longAgo := prior("some", "He had acupuncture ten years ago.", -1)
	for _, c := range []struct {
		name   string
		papers []paper
		text   string
		status imr.Status
		visits int
		course string // "" where it must not be known
	}{
		{"none said", []paper{reportOf("2015-01-01", none)}, "Acupuncture 6 visits", imr.Known, 0, imr.InitialCourse},
		{"six completed", []paper{reportOf("2015-01-01", six)}, "Acupuncture 6 visits", imr.Known, 6, imr.Continuation},
		{"later and more", []paper{reportOf("2015-01-01", six), reportOf("2015-02-01", twelve)}, "Acupuncture 6 visits", imr.Known, 12, imr.Continuation},
		{"counted after the request", []paper{reportOf("2015-01-01", six), reportOf("2015-03-20", twelve)}, "Acupuncture 6 visits", imr.Known, 6, imr.Continuation},
		{"only after the request", []paper{reportOf("2015-03-20", six)}, "Acupuncture 6 visits", imr.Silent, 0, ""},
		{"none, then six", []paper{reportOf("2015-01-01", none), reportOf("2015-02-01", six)}, "Acupuncture 6 visits", imr.Known, 6, imr.Continuation},
		{"same day, different", []paper{reportOf("2015-02-01", none), reportOf("2015-02-01", six)}, "Acupuncture 6 visits", imr.Contradictory, 0, ""},
		{"six, then none", []paper{reportOf("2015-01-01", six), reportOf("2015-02-01", none)}, "Acupuncture 6 visits", imr.Contradictory, 0, ""},
		{"some, not counted", []paper{reportOf("2015-01-01", vague)}, "Acupuncture 6 visits", imr.Unknown, 0, imr.Continuation},
		{"another part", []paper{reportOf("2015-01-01", knee)}, "Acupuncture low back 6 visits", imr.Silent, 0, ""},
		{"years ago", []paper{reportOf("2015-01-01", longAgo)}, "Acupuncture 6 visits", imr.Silent, 0, ""},
		{"silent", []paper{reportOf("2015-01-01")}, "Acupuncture 6 visits", imr.Silent, 0, ""},
		{"trial asked", []paper{reportOf("2015-01-01")}, "Acupuncture, initial trial, 6 visits", imr.Silent, 0, imr.InitialCourse},
		{"more asked", []paper{reportOf("2015-01-01")}, "Acupuncture, 6 additional visits", imr.Silent, 0, ""},
		{"none, more asked", []paper{reportOf("2015-01-01", none)}, "Acupuncture, 6 additional visits", imr.Known, 0, ""},
	} {
		c1 := &classifier{papers: c.papers, requestDate: "2015-03-01"}
		h := c1.historyOf(line{service: imr.Acupuncture, text: c.text}, []string{"low_back"}, verdict{})
		if h.visits.Status != c.status || h.visits.Status == imr.Known && h.visits.Value != c.visits {
			t.Errorf("%s: prior visits %s %d, want %s %d", c.name, h.visits.Status, h.visits.Value, c.status, c.visits)
		}
		if known := h.course.Status == imr.Known; known != (c.course != "") || known && h.course.Value != c.course {
			t.Errorf("%s: course %s %q, want %q", c.name, h.course.Status, h.course.Value, c.course)
		}
	}
}

func TestNotesAreCountedByTheirDays(t *testing.T) {
	note := func(day imr.Date) paper {
		p := reportOf(day, imr.Mention{Topic: "note", Sense: "needling"}, imr.Mention{Topic: "date", Sense: "service", Value: string(day)})
		p.kind = acuNote
		return p
	}
	c := &classifier{papers: []paper{note("2015-01-05"), note("2015-01-12"), note("2015-01-12"), note("2015-04-01")}, requestDate: "2015-03-01"}
	if h := c.historyOf(line{service: imr.Acupuncture, text: "Acupuncture 6 visits"}, nil, verdict{}); h.visits.Status != imr.Known || h.visits.Value != 2 {
		t.Errorf("counted %s %d, want two days before the request", h.visits.Status, h.visits.Value)
	}
}
