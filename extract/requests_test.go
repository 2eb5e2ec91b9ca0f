package extract

import (
	"slices"
	"testing"

	"imr"
)

// table adds a row of cells to a page at the given left edges.
func row2(p *imr.Page, cells map[float64]string, order ...float64) {
	n := len(p.Lines) + 1
	y := 72 + float64(n)*12
	l := imr.Line{Number: n}
	for _, x := range order {
		l.Cells = append(l.Cells, imr.Cell{Text: cells[x], Box: imr.Box{x, y, x + 5*float64(len(cells[x])), y + 10}})
	}
	p.Lines = append(p.Lines, l)
}

func requestsOn(p imr.Page) []imr.Mention {
	var out []imr.Mention
	for _, m := range mentionsOf(p) {
		if m.Topic == "request" {
			out = append(out, m)
		}
	}
	return out
}

func TestATableRowWhoseCellsWrapIsOneRequest(t *testing.T) {
	p := page("REQUEST FOR AUTHORIZATION")
	row2(&p, map[float64]string{60: "Diagnosis", 180: "ICD-Code", 250: "Service/Good Requested", 380: "CPT", 440: "Other Information:"}, 60, 180, 250, 380, 440)
	row2(&p, map[float64]string{60: "Lumbar", 180: "847.2", 250: "Acupuncture, first", 380: "97810", 440: "12 visits, 2 per"}, 60, 180, 250, 380, 440)
	row2(&p, map[float64]string{60: "sprain", 250: "course, low back", 440: "week for 6 weeks"}, 60, 250, 440)
	row2(&p, map[float64]string{60: "Lumbar", 180: "847.2", 250: "MRI lumbar spine", 440: "1"}, 60, 180, 250, 440)
	row2(&p, map[float64]string{60: "Requesting Physician Signature: /s/"}, 60)
	got := requestsOn(p)
	if len(got) != 2 {
		t.Fatalf("read %d requests, want 2: %+v", len(got), got)
	}
	if got[0].Text != "Acupuncture, first course, low back, 12 visits, 2 per week for 6 weeks" {
		t.Errorf("read %q", got[0].Text)
	}
	if q := got[0].Quantity; q == nil || len(q.Readings) != 1 || q.Readings[0].High != 12 {
		t.Errorf("quantity %+v, want 12", q)
	}
	if got[1].Parts["service"] != "MRI lumbar spine" {
		t.Errorf("read %q", got[1].Parts["service"])
	}
}

func TestAListOfRequests(t *testing.T) {
	got := requestsOn(page("I request authorization for the following:", "1. Acupuncture (CPT 97810): 6 visits", "2. MRI of the knee", "The enclosed report substantiates the request."))
	if len(got) != 2 || got[0].Parts["code"] != "97810" || got[0].Text != "Acupuncture, 6 visits" {
		t.Errorf("read %+v", got)
	}
}

func TestAListWithoutBullets(t *testing.T) {
	for _, test := range []struct {
		lines []string
		want  []string
	}{
		{[]string{"acupuncture for the right knee, up to 4 visits", "Physical therapy 2x6"}, []string{"acupuncture for the right knee, up to 4 visits", "Physical therapy 2x6"}},
		{[]string{"10 visits (2x5) acupuncture, lumbar", "6 chiropractic visits"}, []string{"10 visits (2x5) acupuncture, lumbar", "6 chiropractic visits"}},
		{[]string{"Acupuncture with", "Electrical Stimulation, 6 visits"}, []string{"Acupuncture with Electrical Stimulation, 6 visits"}},
		{[]string{"12 sessions of", "Acupuncture to the"}, []string{"12 sessions of Acupuncture to the"}},
		{[]string{"Additional Acupuncture Treatment", "Lumbar Spine 6 Visits"}, []string{"Additional Acupuncture Treatment Lumbar Spine 6 Visits"}},
	} {
		var texts []string
		for _, m := range requestsOn(page(append([]string{"Disputed treatment:"}, test.lines...)...)) {
			texts = append(texts, m.Text)
		}
		if !slices.Equal(texts, test.want) {
			t.Errorf("%q: read %q, want %q", test.lines, texts, test.want)
		}
	}
}
