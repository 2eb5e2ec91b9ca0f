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
		{"ur", []string{"UR NON-CERTIFICATION", "January 2, 2014", "Requested: acupuncture, 6 visits."}},
		{"ur", []string{"UR 1/2/2014", "acupuncture, 6 visits", "Not approved."}},
		{"ur", []string{"Harbor View UR, Inc.", "Requested: acupuncture, 6 visits. Determination: not certified."}},
		{"ur", []string{"Oak Review Partners", "You asked on January 2, 2014 for six acupuncture visits.", "Three of these are approved."}},
		{"", []string{"Oak Review Partners sent the file", "Roe Ann"}},
		{"noarfi", []string{"NOTICE OF ASSIGNMENT AND REQUEST FOR INFORMATION", "Date of UR decision: 1/2/2014"}},
		{"pr2", []string{"PRIMARY TREATING PHYSICIAN'S PROGRESS REPORT (PR-2)", "[X] Request for authorization"}},
		{"pr2", []string{"Oak Clinic", "HPI", "He has pain.", "PE", "Tender.", "A/P", "Continue."}},
		{"first_report", []string{"DOCTOR'S FIRST REPORT OF OCCUPATIONAL INJURY OR ILLNESS"}},
		{"acupuncture", []string{"Lotus Acupuncture", "ACUPUNCTURE TREATMENT NOTE", "Needles retained 20 minutes."}},
		{"ur", []string{"UR DECISION", "Claimant: Roe, Ann", "REQUEST", "1) acupuncture treatment, lumbar spine, 6 visits", "DETERMINATION", "1) Approve 3 of 6"}},
		{"ur", []string{"UTILIZATION REVIEW - DETERMINATION", "TREATMENT REQUESTED", "- acupuncture treatment to the lower back", "- NOT CERTIFIED: acupuncture treatment"}},
		{"ur", []string{"Blue Oak Review", "Date of decision: February 13, 2017", "We have completed our review of the treatment requested.", "Requested: acupuncture. Decision: not certified."}},
		{"rfa", []string{"RFA", "[X] New", "Requested treatment", "acupuncture treatment"}},
		{"pr2", []string{"CONSULT NOTE", "Roe Ann", "Had 6 acu."}},
		{"pr2", []string{"SPECIALIST VISIT", "Roe Ann", "No history of acupuncture"}},
		{"pr2", []string{"PROGRESS REPORT PR-2", "COMPLAINTS: PAIN IN right knee. Next appointment in 4"}},
		{"appointments", []string{"APPOINTMENT LIST", "Roe Ann"}},
		{"acupuncture", []string{"Daily record", "Roe Ann 1-5-15", "Low back pain, needled for 20 min.", "Kim Sung, L.Ac."}},
		{"acupuncture", []string{"DAILY ACUPUNCTURE NOTE", "Visit 3 of 6"}},
		{"acupuncture", []string{"ACUPUNCTURIST'S REPORT", "He has had 6 visits."}},
		{"acupuncture", []string{"ACU NOTE", "Roe Ann"}},
		{"acupuncture", []string{"ACUPUNCTURE TREATMENT 01/02/2015", "PATIENT Ann Roe"}},
		{"therapy", []string{"PHYSICAL THERAPY DAILY NOTE", "Therapeutic exercise."}},
		{"proof", []string{"PROOF OF SERVICE", "I served the decision on the requesting physician."}},
		{"fax", []string{"FAX TRANSMITTAL", "TO: the review desk"}},
		{"ur", []string{"UTILIZATION REVIEW", "The following was requested:", "- MRI of the lumbar spine", "- follow-up office visit", "- re-evaluation, 99213", "Decision"}},
		{"ur", []string{"UR DECISION", "REQUEST", "1) acupuncture", "2) urine drug screen", "3) MRI lumbar spine", "Physical therapy: non-certified"}},
		{"noarfi", []string{"NOTICE OF ASSIGNMENT AND REQUEST FOR INFORMATION", "The application for independent medical review has been found eligible and was", "assigned for review."}},
		{"acupuncture", []string{"ACUPUNCTURE TREATMENT July 8, 2014", "PATIENT Ann Roe"}},
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
	who := func(marks ...string) paper {
		var p paper
		for i := 0; i < len(marks); i += 2 {
			m := imr.Mention{Topic: marks[i], Value: marks[i+1], Evidence: imr.Evidence{File: "a.pdf", Page: 1}}
			if marks[i] == "injury" || marks[i] == "birth" {
				m.Topic, m.Sense = "date", marks[i]
			}
			p.mentions = append(p.mentions, m)
		}
		return p
	}
	own := who("patient", "ann roe", "claim", "C-1", "injury", "2014-06-02", "birth", "1970-01-01")
	for name, c := range map[string]struct {
		page     paper
		excluded bool
	}{
		"another name and claim":             {who("patient", "bob poe", "claim", "C-2"), true},
		"another claim and day of injury":    {who("patient", "ann roe", "claim", "C-2", "injury", "2011-01-01"), true},
		"a name that is spelled another way": {who("patient", "anna roe", "claim", "C-1"), false},
		"a day of injury that is a slip":     {who("patient", "ann roe", "claim", "C-1", "injury", "2014-02-06"), false},
		"a claim number alone":               {who("claim", "C-2"), false},
		"nothing":                            {who(), false},
	} {
		ps := []paper{own, own, c.page}
		if exclude(ps); ps[2].excluded != c.excluded || ps[0].excluded {
			t.Errorf("%s: excluded %v", name, ps[2].excluded)
		}
	}
}

func TestAPageOfAnotherPatientDoesNotGoOnWithTheOneBefore(t *testing.T) {
	r := imr.Record{Files: []imr.RecordFile{{Name: "a.pdf", Pages: []imr.Page{pageOfLines(1, "PROGRESS REPORT (PR-2)"), pageOfLines(2, "and so on.")}}}}
	mark := func(page int, name, claim string) []imr.Mention {
		at := imr.Evidence{File: "a.pdf", Page: page}
		return []imr.Mention{{Topic: "patient", Value: name, Evidence: at}, {Topic: "claim", Value: claim, Evidence: at}}
	}
	if ps := papersOf(r, append(mark(1, "ann roe", "C-1"), mark(2, "bob poe", "C-2")...)); len(ps) != 2 {
		t.Errorf("cut into %d documents, want 2", len(ps))
	}
}

func TestATitleMayStandInTheLeftOfTwoColumns(t *testing.T) {
	p := pageOfLines(1, "PROGRESS NOTE / PR-2", "Needles are to be retained for 20 minutes.")
	p.Lines[0].Cells = append(p.Lines[0].Cells, imr.Cell{Text: "Palp: tender cervical spine. ROM decreased w/ pain."})
	if kind, titled := kindOf(p); kind != progress || !titled {
		t.Errorf("kind %q, titled %v, want a titled %q", kind, titled, progress)
	}
}

func TestTheDayOfAFaxLineIsNotTheReports(t *testing.T) {
	said := []imr.Mention{
		{Topic: "date", Value: "2015-02-13", Text: "02/13/2015 09:27 AM FROM: Evergreen TO: IMR PAGE 5", Evidence: imr.Evidence{Line: 1}},
		{Topic: "date", Value: "2011-08-23", Text: "Roe, Ann 08/23/2011", Evidence: imr.Evidence{Line: 3}},
	}
	p := paper{kind: therapyNote, mentions: said}
	if day := p.day(); day != "2011-08-23" {
		t.Errorf("the report is of %s, want the day beside the name", day)
	}
}

func TestAPageOfNoKnownKindThatDecidesIsNoAbsence(t *testing.T) {
	for text, want := range map[string]imr.Status{
		"We can find no ground to support acupuncture, six visits, and must decline it.": imr.Unknown,
		"Acupuncture is denied.":                  imr.Unknown,
		"Please find the acupuncture notes here.": imr.Silent,
		"The MRI is denied.":                      imr.Silent,
	} {
		c := &classifier{papers: []paper{{kind: unplaced, text: text}}}
		if got := c.hasLetter(nil); got.Status != want {
			t.Errorf("%q: the determination is %s, want %s", text, got.Status, want)
		}
	}
}
