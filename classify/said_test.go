package classify_test

import (
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"

	"imr"
	"imr/classify"
	"imr/extract"
)

// pageFrom makes a page from text: a line a line, and " | " between the cells of a row.
func pageFrom(number int, text string) imr.Page {
	p := imr.Page{Number: number, Width: 612, Height: 792, How: "text"}
	for i, line := range strings.Split(strings.TrimSpace(text), "\n") {
		y := 60 + 12*float64(i)
		l := imr.Line{Number: i + 1}
		cells := strings.Split(line, " | ")
		for k, c := range cells {
			x := 72 + 468*float64(k)/float64(len(cells))
			if c = strings.TrimSpace(c); c != "" {
				l.Cells = append(l.Cells, imr.Cell{Text: c, Box: imr.Box{x, y, x + 4.5*float64(len(c)), y + 10}})
			}
		}
		if len(l.Cells) > 0 {
			p.Lines = append(p.Lines, l)
		}
	}
	return p
}

// caseFrom reads pages as one file and takes them through extraction and classification.
func caseFrom(pages ...string) imr.Case {
	f := imr.RecordFile{Name: "record.pdf", SHA256: "0"}
	for i, text := range pages {
		f.Pages = append(f.Pages, pageFrom(i+1, text))
	}
	r := imr.Record{ID: "said", Files: []imr.RecordFile{f}}
	var said []imr.Mention
	for i, text := range pages {
		said = append(said, mentionsOf(i+1, text)...)
	}
	return classify.Case(r, said, classify.Known{})
}

// pagesRead keeps the mentions of pages: most rows of a table differ in one page of three.
var pagesRead sync.Map

// mentionsOf is what one page says. Extraction goes page by page, so that a page says the same in any record.
func mentionsOf(number int, text string) []imr.Mention {
	key := fmt.Sprint(number, text)
	if kept, ok := pagesRead.Load(key); ok {
		return kept.([]imr.Mention)
	}
	f := imr.RecordFile{Name: "record.pdf", SHA256: "0", Pages: []imr.Page{pageFrom(number, text)}}
	said := extract.Mentions(imr.Record{ID: "said", Files: []imr.RecordFile{f}})
	pagesRead.Store(key, said)
	return said
}

const letterPage = `
GOLDEN STATE UTILIZATION SERVICES
NOTICE OF UTILIZATION REVIEW DETERMINATION
Date: 03/17/2015
Patient: Ann Roe
Claim number: WC-55501
We received the request for authorization dated 03/10/2015.
The request for %s is %s.`

const requestPage = `
State of California, Division of Workers' Compensation
REQUEST FOR AUTHORIZATION
DWC Form RFA
Employee Name: Ann Roe
Claim Number: WC-55501
Date of Injury: 06/02/2014
Diagnosis | ICD-Code | Service/Good Requested | CPT/HCPCS Code | Other Information
Lumbar sprain | 847.2 | Acupuncture, low back | 97810 | %s
Requesting Physician Signature: /s/ Ida Moss, MD   Date: 03/10/2015`

const reportPage = `
PRIMARY TREATING PHYSICIAN'S PROGRESS REPORT (PR-2)
Patient: Ann Roe
Claim number: WC-55501
Date of exam: 03/05/2015
Subjective complaints
Low back pain.
History
%s
Treatment Plan
Acupuncture for the low back.
Ida Moss, MD`

// reported is the case of a request for 6 visits, denied, with a report that says what is given.
func reported(sentence string) imr.Item {
	c := caseFrom(fmt.Sprintf(letterPage, "6 visits of acupuncture", "denied"), fmt.Sprintf(requestPage, "6 visits"), fmt.Sprintf(reportPage, wrapped(sentence)))
	if len(c.Items) != 1 {
		return imr.Item{}
	}
	return c.Items[0]
}

// wrapped breaks a sentence into lines as a report does.
func wrapped(text string) string {
	var b strings.Builder
	column := 0
	for _, w := range strings.Fields(text) {
		if column > 0 && column+len(w) > 95 {
			b.WriteByte('\n')
			column = 0
		} else if column > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(w)
		column += len(w) + 1
	}
	return b.String()
}

// rowsOf returns the rows of a table in testdata: a text and its meaning, with => between.
func rowsOf(t *testing.T, name string) [][2]string {
	t.Helper()
	b, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	var out [][2]string
	for _, line := range strings.Split(string(b), "\n") {
		if text, meaning, ok := strings.Cut(line, " => "); ok && line[0] != '#' {
			out = append(out, [2]string{strings.TrimSpace(text), strings.TrimSpace(meaning)})
		}
	}
	return out
}

// checkRows holds what a reading makes of each text against its meaning.
func checkRows(t *testing.T, name string, read func(string) string) {
	t.Helper()
	for _, row := range rowsOf(t, name) {
		if got := read(row[0]); got != row[1] {
			t.Errorf("%s: %q: read %q, want %q", name, row[0], got, row[1])
		}
	}
}

func status[T any](f imr.Fact[T]) string {
	if f.Status == imr.Known {
		return fmt.Sprint(f.Value)
	}
	return string(f.Status)
}

// TestPriorVisits says of each text how many visits were done, and which course the request is for.
func TestPriorVisits(t *testing.T) {
	checkRows(t, "prior.txt", func(text string) string {
		it := reported(text)
		return status(it.PriorVisits) + " " + status(it.Course)
	})
}

func TestFunction(t *testing.T) {
	checkRows(t, "function.txt", func(text string) string { return status(reported(text).ImprovementFunction) })
}

func TestDependency(t *testing.T) {
	checkRows(t, "dependency.txt", func(text string) string { return status(reported(text).ImprovementDependency) })
}

func TestIndication(t *testing.T) {
	checkRows(t, "indication.txt", func(text string) string { return status(reported(text).Indication) })
}

// TestNeutralSentences holds that the usual sentences of a report tell of no improvement, and leave none open.
func TestNeutralSentences(t *testing.T) {
	b, err := os.ReadFile("testdata/neutral.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range strings.Split(strings.TrimSpace(string(b)), "\n") {
		if text[0] == '#' {
			continue
		}
		it := reported("The patient had 8 acupuncture visits. " + text)
		if f, d := status(it.ImprovementFunction), status(it.ImprovementDependency); f != "silent" || d != "silent" {
			t.Errorf("%q: function %s, dependency %s, want silent", text, f, d)
		}
	}
}
