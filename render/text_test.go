package render_test

import (
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"imr"
	"imr/render"
)

func text(t testing.TB, d imr.Decision) string {
	t.Helper()
	return string(render.Text(compose(t, d)))
}

// flat is a text with its lines joined.
func flat(s string) string { return strings.Join(strings.Fields(s), " ") }

func TestTextOfAProposal(t *testing.T) {
	got := text(t, eighteen())
	lines := strings.Split(got, "\n")
	order := []string{
		"Independent Medical Review", "HOW THE IMR FINAL DETERMINATION WAS MADE", "State(s) of Licensure: California",
		"Certification(s)/Specialty: Chiropractor, Oriental Medicine", "CLINICAL CASE SUMMARY", "IMR ISSUES, DECISIONS AND RATIONALES",
		"18 acupuncture sessions:  Upheld", "WHERE THE FACTS STAND", "RECORDS AND THEIR FINGERPRINTS",
	}
	at := 0
	for _, want := range order {
		for at < len(lines) && strings.TrimSpace(lines[at]) != want {
			at++
		}
		if at == len(lines) {
			t.Fatalf("there is no line %q after the ones before it in\n%s", want, got)
		}
	}
	for _, line := range lines {
		if n := utf8.RuneCountInString(line); n > 95 {
			t.Errorf("a line has %d characters: %q", n, line)
		}
	}
	for _, r := range eighteenItem().Reasons {
		if !strings.Contains(flat(got), r.Sentence) {
			t.Errorf("the letter lacks the reason %q", r.Sentence)
		}
	}
}

func TestProposalSays(t *testing.T) {
	got := flat(text(t, eighteen()))
	for _, want := range []string{
		"PROPOSAL – not final until a reviewer adopts it",
		"Case Number: CM15-0000001 Date Assigned: 12/06/2016 Date of Injury: 07/11/2016",
		"Priority: Standard Application Received: 12/01/2016",
		"The injured worker is a 55-year-old male. [1–2]",
		"On medication, it says: “Ibuprofen 600 mg gives partial relief.” [9] It also says: “He takes it twice a day.” [10]",
		"The diagnoses on record are “Lumbar sprain/strain” and “Myofascial pain”. [7–8]",
		"Treating physician’s report, 2 documents, A. Osei, M.D., 09/02/2016 to 10/18/2016; casefile.pdf, pages 5–8.",
		"The request is dated 10/20/2016. [4] Utilization review decided on 10/27/2016. [12]",
		"Guideline: Decision based on MTUS Acupuncture Medical Treatment Guidelines, 8 CCR 9792.24.1 (version in force from 07/18/2009).",
		"The 6 visits that utilization review authorized stay authorized. [16]",
		"If the request were for 6 visits instead of 18, the treatment would be found medically necessary.",
		"[13] Visits completed before the request: 0. “No prior acupuncture.” (casefile.pdf, page 5, line 22).",
		"casefile.pdf, 9 pages (1 read by OCR): 0123456789abcdef",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("the letter lacks %q", want)
		}
	}
	for _, never := range []string{"expert reviewer", "Expert Reviewer", "MAXIMUS", "N/A", "%!", "..", "Claims Administrator guideline"} {
		if strings.Contains(got, never) {
			t.Errorf("the letter says %q", never)
		}
	}
}

func TestNoticeHasNoDeterminationHeading(t *testing.T) {
	ineligible := referred()
	ineligible.Status, ineligible.Items = imr.Ineligible, nil
	for _, d := range []imr.Decision{referred(), ineligible} {
		got := text(t, d)
		if strings.Contains(got, "FINAL DETERMINATION") || strings.Contains(got, "IMR ISSUES") {
			t.Errorf("%s: a heading of a determination stands in\n%s", d.Status, got)
		}
		if !regexp.MustCompile(`(?m)^\s+No determination$`).MatchString(got) {
			t.Errorf("%s: it is not headed \"No determination\"", d.Status)
		}
		for _, want := range []string{"Case Number:", "Documents reviewed:", "but not its time to produce functional improvement. ["} {
			if !strings.Contains(flat(got), want) {
				t.Errorf("%s: it lacks %q", d.Status, want)
			}
		}
		if len(outcomeLine.FindAllString(got, -1)) > 0 {
			t.Errorf("%s: an item has an outcome", d.Status)
		}
	}
}

var outcomeLine = regexp.MustCompile(`:\s*(?:Upheld|Overturned)\b`)

func TestContradictionsAreTold(t *testing.T) {
	d := eighteen()
	one, other := at(1, 3, "DOI 07/11/2016"), at(5, 2, "DOI 07/12/2016")
	one.Reading, other.Reading = "2016-07-11", "2016-07-12"
	d.Case.DateOfInjury = ""
	d.Facts[5] = imr.StatedFact{ID: "f6", Name: "date_of_injury", Status: imr.Contradictory, Evidence: []imr.Evidence{one, other}}
	got := flat(text(t, d))
	for _, want := range []string{
		"The record contradicts itself on the date of injury: it reads “07/11/2016” and “07/12/2016”.",
		"Date of injury: the record contradicts itself. casefile.pdf, page 1, line 3, which reads 07/11/2016. casefile.pdf, page 5, line 2, which reads 07/12/2016.",
		"Date of Injury: Decision Date:", // blank in the table
	} {
		if !strings.Contains(got, want) {
			t.Errorf("the letter lacks %q", want)
		}
	}
}

func TestAdministratorsGuideline(t *testing.T) {
	d := eighteen()
	d.Letter.Summary = append(d.Letter.Summary, imr.Note{Name: "ur_guideline", Value: "MTUS Acupuncture Guidelines", Evidence: []imr.Evidence{at(4, 5, "MTUS Acupuncture Guidelines")}})
	got := text(t, d)
	want := "Claims Administrator guideline: “MTUS Acupuncture Guidelines”. ["
	if !strings.Contains(flat(got), want) || strings.Count(got, "Claims Administrator guideline") != 1 {
		t.Errorf("the letter does not say once %q", want)
	}
}

// The line of a day holds names and birthdays that a letter has no need of.
func TestDaysAreNotQuoted(t *testing.T) {
	d := eighteen()
	d.Facts[5].Evidence = []imr.Evidence{at(1, 3, "Name: Sample, Person DOB: 01/02/1960 Date of Injury: 07/11/2016")}
	got := flat(text(t, d))
	if !strings.Contains(got, "Date of injury: 07/11/2016. Date of the request for authorization: 10/20/2016. See: casefile.pdf, page 1.") || strings.Contains(got, "Sample, Person") {
		t.Error("the place of the date of injury is missing, or its line is quoted")
	}
}

func TestFlagsInTheSameWordsAreOne(t *testing.T) {
	d := eighteen()
	d.Flags = []imr.Flag{
		{Code: "attachment", Text: "The file carries an attachment.", Evidence: []imr.Evidence{{File: "a.pdf"}}},
		{Code: "attachment", Text: "The file carries an attachment.", Evidence: []imr.Evidence{{File: "b.pdf"}}},
	}
	if got, want := flat(text(t, d)), "• The file carries an attachment. [17–18] WHERE"; !strings.Contains(got, want) {
		t.Errorf("the letter lacks %q", want)
	}
}

func TestUnreadPagesAreTold(t *testing.T) {
	d := eighteen()
	d.Inputs[0].Unread = []imr.Unread{{Page: 4, Reason: "no text, and no OCR program is installed"}}
	d.Inputs = append(d.Inputs, imr.Input{File: "photo.jpg", Unread: []imr.Unread{{Reason: "not a PDF"}}})
	got := flat(text(t, d))
	if want := "Not read: • casefile.pdf, page 4: no text, and no OCR program is installed • photo.jpg: not a PDF"; !strings.Contains(got, want) {
		t.Errorf("the letter lacks %q", want)
	}
}

func TestEmptyDecisionParts(t *testing.T) {
	d := referred()
	d.Case = imr.CaseHeader{ID: "bare"}
	d.Facts, d.Letter, d.Flags, d.Items[0].Reasons, d.Items[0].Questions = nil, imr.LetterData{}, nil, nil, nil
	got := text(t, d)
	if !regexp.MustCompile(`(?m)^Case Number:\nDate Assigned: +Date of Injury:\n`).MatchString(got) {
		t.Errorf("the header is not blank:\n%s", got)
	}
}
