package extract

import (
	"strings"
	"testing"

	"imr"
)

// TestWhosePageItIs reads the patient's name, in one form, and the claim number from the heads of pages.
func TestWhosePageItIs(t *testing.T) {
	for _, c := range []struct{ line, below, name, claim string }{
		{"Patient: Roe, Ann", "", "ann roe", ""},
		{"Employee | Roe, Ann | Claim | AN-07397", "", "ann roe", "AN-07397"},
		{"Name: Roe Ann", "", "ann roe", ""},
		{"NAME Roe, Ann | DATE 01/02/2015", "", "ann roe", ""},
		{"PATIENT Ann B. Roe", "", "ann roe", ""},
		{"Name (Last, First, Middle) | Claim Number", "Roe, Ann | WC-55501", "ann roe", "WC-55501"},
		{"RE: Ann Roe, claim number 2015-0951", "", "ann roe", "2015-0951"},
		{"5. Patient: Roe, Ann | 8. Date of birth: 01/02/1970", "", "ann roe", ""},
		{"Name: Ida Moss, MD", "", "", ""},
		{"RE: Claim PR-87701", "", "", "PR-87701"},
		{"Employee Signature | Date", "/s/ Ann Roe | 01/02/2015", "", ""},
		{"Patient Complains of pain.", "", "", ""},
	} {
		got := map[string]string{}
		for _, m := range mentionsOf(cells(c.line, c.below)) {
			if got[m.Topic] == "" {
				got[m.Topic] = m.Value
			}
		}
		if got["patient"] != c.name || got["claim"] != c.claim {
			t.Errorf("%q, %q: patient %q, claim %q; want %q, %q", c.line, c.below, got["patient"], got["claim"], c.name, c.claim)
		}
	}
}

// cells is a page of lines with " | " between their cells, which stand in columns.
func cells(lines ...string) imr.Page {
	p := imr.Page{Number: 1, Width: 612, Height: 792, How: "text"}
	for i, line := range lines {
		l := imr.Line{Number: i + 1}
		for k, c := range strings.Split(line, " | ") {
			x, y := 60+240*float64(k), 72+12*float64(i)
			l.Cells = append(l.Cells, imr.Cell{Text: c, Box: imr.Box{x, y, x + 5*float64(len(c)), y + 10}})
		}
		p.Lines = append(p.Lines, l)
	}
	return p
}
