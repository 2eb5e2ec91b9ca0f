package classify

import (
	"testing"

	"imr"
)

// pageOfLines makes a page of one-cell lines.
func pageOfLines(number int, lines ...string) imr.Page {
	p := imr.Page{Number: number, Width: 612, Height: 792, How: "text"}
	for i, text := range lines {
		p.Lines = append(p.Lines, imr.Line{Number: i + 1, Cells: []imr.Cell{{Text: text}}})
	}
	return p
}

func TestKindsOfPages(t *testing.T) {
	for _, c := range []struct {
		want  string
		lines []string
	}{
		{"application", []string{"Application for Independent Medical Review (DWC Form IMR)", "Date of utilization review decision: 1/2/2014", "Disputed medical treatment:"}},
		{"rfa", []string{"State of California", "REQUEST FOR AUTHORIZATION (DWC Form RFA)", "[X] New Request"}},
		{"rfa", []string{"Oak Clinic", "Request for authorization of treatment (RFA)   Date: 01/02/2014", "I am requesting authorization for the following:"}},
		{"ur", []string{"Blue Oak Review", "NOTICE OF UTILIZATION REVIEW DETERMINATION", "The request for acupuncture is denied."}},
		{"ur", []string{"Blue Oak Insurance", "January 2, 2014", "The request for acupuncture 6 visits is denied.", "You may request an independent medical review within 30 days."}},
		{"noarfi", []string{"NOTICE OF ASSIGNMENT AND REQUEST FOR INFORMATION", "Date of UR decision: 1/2/2014"}},
		{"pr2", []string{"PRIMARY TREATING PHYSICIAN'S PROGRESS REPORT (PR-2)", "[X] Request for authorization"}},
		{"pr2", []string{"Oak Clinic", "HPI", "He has pain.", "PE", "Tender.", "A/P", "Continue."}},
		{"first_report", []string{"DOCTOR'S FIRST REPORT OF OCCUPATIONAL INJURY OR ILLNESS"}},
		{"acupuncture", []string{"Lotus Acupuncture", "ACUPUNCTURE TREATMENT NOTE", "Needles retained 20 minutes."}},
		{"ur", []string{"UR DECISION", "Claimant: Roe, Ann", "REQUEST", "1) acupuncture treatment, lumbar spine, 6 visits", "DETERMINATION", "1) Approve 3 of 6"}},
		{"ur", []string{"UTILIZATION REVIEW - DETERMINATION", "TREATMENT REQUESTED", "- acupuncture treatment to the lower back", "- NOT CERTIFIED: acupuncture treatment"}},
		{"ur", []string{"Blue Oak Review", "Date of decision: February 13, 2017", "We have completed our review of the treatment requested.", "Requested: acupuncture. Decision: not certified."}},
		{"rfa", []string{"RFA", "[X] New", "Requested treatment", "acupuncture treatment"}},
		{"acupuncture", []string{"DAILY ACUPUNCTURE NOTE", "Visit 3 of 6"}},
		{"acupuncture", []string{"ACUPUNCTURIST'S REPORT", "He has had 6 visits."}},
		{"acupuncture", []string{"ACU NOTE", "Roe Ann"}},
		{"acupuncture", []string{"ACUPUNCTURE TREATMENT 01/02/2015", "PATIENT Ann Roe"}},
		{"therapy", []string{"PHYSICAL THERAPY DAILY NOTE", "Therapeutic exercise."}},
		{"proof", []string{"PROOF OF SERVICE", "I served the decision on the requesting physician."}},
		{"fax", []string{"FAX TRANSMITTAL", "TO: the review desk"}},
		{"", []string{"He was told to return.", "Nothing else."}},
	} {
		if got, _ := kindOf(pageOfLines(1, c.lines...)); got != c.want {
			t.Errorf("%v: kind %q, want %q", c.lines, got, c.want)
		}
	}
}

func TestAPageWithoutTitleGoesOnWithTheDocumentBefore(t *testing.T) {
	r := imr.Record{Files: []imr.RecordFile{{Name: "a.pdf", Pages: []imr.Page{
		pageOfLines(1, "FAX TRANSMITTAL"),
		pageOfLines(2, "PRIMARY TREATING PHYSICIAN'S PROGRESS REPORT (PR-2)"),
		pageOfLines(3, "and the pain went on."),
		pageOfLines(4, "PROOF OF SERVICE"),
	}}}}
	ps := papersOf(r, nil)
	if len(ps) != 3 || ps[1].first != 2 || ps[1].last != 3 {
		t.Errorf("cut into %+v", ps)
	}
}

func TestAnotherPatientsPagesAreLeftOut(t *testing.T) {
	who := func(name, claim string) []imr.Mention {
		return []imr.Mention{{Topic: "patient", Value: name, Evidence: imr.Evidence{File: "a.pdf", Page: 1}}, {Topic: "claim", Value: claim, Evidence: imr.Evidence{File: "a.pdf", Page: 1}}}
	}
	ps := []paper{{mentions: who("roe, ann", "C-1")}, {mentions: who("roe, ann", "C-1")}, {mentions: who("poe, bob", "C-2")}, {mentions: who("roe, a", "C-1")}}
	if out := exclude(ps); len(out) != 1 || !ps[2].excluded || ps[3].excluded {
		t.Errorf("excluded %v", ps)
	}
}
