package render_test

import (
	"strings"
	"testing"

	"imr"
)

// onlyUR is a notice on a case whose file holds the decision alone.
func onlyUR() imr.Decision {
	d := referred()
	d.Letter.Documents = []imr.Reviewed{{Kind: "ur", File: "casefile.pdf", First: 1, Last: 2}}
	return d
}

func TestNoticeNamesTheRecordsThatAreMissing(t *testing.T) {
	unread := onlyUR()
	unread.Inputs = append(unread.Inputs,
		imr.Input{File: "scan.pdf", Pages: 9, Unread: []imr.Unread{{Page: 2, Reason: "damaged"}, {Page: 3, Reason: "damaged"}, {Page: 7, Reason: "damaged"}}},
		imr.Input{File: "broken.pdf", Unread: []imr.Unread{{Page: 0, Reason: "damaged"}}},
		imr.Input{File: "notes.docx", Unread: []imr.Unread{{Page: 0, Reason: "not a PDF"}}})
	august := onlyUR()
	for i := range august.Facts {
		if august.Facts[i].Name == "rfa_date" {
			august.Facts[i].Value = "2016-08-31"
		}
	}
	withdrawn := onlyUR()
	withdrawn.Status = imr.Ineligible
	final := adopted()
	final.Inputs[0].Unread = []imr.Unread{{Page: 2, Reason: "damaged"}}
	cases := map[string]struct {
		d     imr.Decision
		wants []string
	}{
		"the decision alone": {onlyUR(), []string{
			"and are not in it, or could not be read. Please send them: • The application for independent medical review (DWC Form IMR). • The request for authorization (DWC Form RFA) of 10/20/2016. • The physician’s reports on the condition, from 04/20/2016 to 10/20/2016.",
		}},
		"a month too short": {august, []string{"from 02/29/2016 to 08/31/2016."}},
		"unread pages": {unread, []string{
			"• A readable copy of scan.pdf, pages 2–3, 7. • A readable copy of broken.pdf. • notes.docx as a PDF file.",
		}},
		"nothing left to review": {withdrawn, nil},
		"a final letter":         {final, nil},
		"a proposal":             {eighteen(), nil},
	}
	for name, c := range cases {
		got := flat(text(t, c.d))
		for _, want := range c.wants {
			if !strings.Contains(got, want) {
				t.Errorf("%s: the letter lacks %q in\n%s", name, want, got)
			}
		}
		if asks := strings.Contains(got, "RECORDS REQUESTED"); asks != (len(c.wants) > 0) {
			t.Errorf("%s: records are asked for: %v", name, asks)
		}
	}
}
