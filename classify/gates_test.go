package classify_test

import (
	"fmt"
	"testing"
)

// TestTheApplicationsSignature reads the day below or beside the signature, and tells a line that is filled in below from an empty one.
func TestTheApplicationsSignature(t *testing.T) {
	for _, c := range []struct{ signature, date, blank string }{
		{"Employee Signature: /s/ Ann Roe   Date: 04/02/2015", "2015-04-02", "silent"},
		{"Signature: /s/ Ann Roe\nDate: April 2, 2015", "2015-04-02", "silent"},
		{"Employee Signature | Date\n/s/ Ann Roe | 04/02/2015", "2015-04-02", "silent"},
		{"Employee Signature: ____________ Date: ________", "silent", "true"},
		{"Employee Signature | Date\nPage 1 of 2", "silent", "true"},
		{"Signature:\nDate:", "silent", "true"},
		{"Signature:\nDate:\n/s/ Ann Roe 04/02/2015", "2015-04-02", "silent"},
	} {
		application := "APPLICATION FOR INDEPENDENT MEDICAL REVIEW\nDate of Utilization Review Decision: 03/17/2015\nDisputed treatment\n- acupuncture, low back, 6 visits\n" + c.signature
		got := caseFrom(application, fmt.Sprintf(letterPage, "acupuncture", "denied"), fmt.Sprintf(requestPage, "6 visits"), fmt.Sprintf(reportPage, "He has had no acupuncture.")).Facts
		if date, blank := status(got.ApplicationDate), status(got.ApplicationBlank); date != c.date || blank != c.blank {
			t.Errorf("%q: signed %s, blank %s; want %s, %s", c.signature, date, blank, c.date, c.blank)
		}
	}
}

// TestApplicationAndRequestDiffer holds the application's list against the request of 12 visits, in the forms that lists take.
func TestApplicationAndRequestDiffer(t *testing.T) {
	for list, want := range map[string]string{
		"List each treatment in dispute\n1. acupuncture therapy 4 sessions, lumbar spine\n2. urine toxicology screen": "true",
		"Disputed treatment\n- acupuncture, low back, 4 visits":                                                       "true",
		"Items in dispute\nAcupuncture, low back, 4 visits":                                                           "true",
		"The treatment that I dispute\n(1) 4 visits of acupuncture":                                                   "true",
		"Disputed treatment\n- acupuncture, low back, 12 visits":                                                      "silent",
	} {
		application := "APPLICATION FOR INDEPENDENT MEDICAL REVIEW\nDate of Utilization Review Decision: 03/17/2015\n" + list + "\nEmployee signature: /s/ Ann Roe   Date: 04/02/2015"
		got := caseFrom(application, fmt.Sprintf(letterPage, "acupuncture", "denied"), fmt.Sprintf(requestPage, "12 visits"), fmt.Sprintf(reportPage, "He has had no acupuncture.")).Facts
		if status(got.ListsDiffer) != want {
			t.Errorf("%q: %s, want %s", list, status(got.ListsDiffer), want)
		}
	}
}

// TestAuthorizedLater reads letters that come after the decision: one that grants the treatment, and others that do not.
func TestAuthorizedLater(t *testing.T) {
	head := "Hill Mutual\n06/10/2015\nIda Moss, MD\nRE: Ann Roe, claim WC-55501\n"
	for letter, want := range map[string]string{
		head + "AUTHORIZATION\nOn reconsideration the denial of 03/17/2015 is reversed. The following is hereby\napproved as requested:\n* 2x/wk x 3 wks acupuncture, low back": "true",
		head + "NOTICE OF AUTHORIZATION\nThe following is approved:\n- acupuncture 6 visits, low back":                                                                          "true",
		head + "NOTICE OF AUTHORIZATION\nThe following is approved:\n- physical therapy 6 visits, low back":                                                                     "silent",
		head + "NOTICE OF AUTHORIZATION\nPhysical therapy, 6 visits: approved.\nAcupuncture, 6 visits: denied.":                                                                 "silent",
	} {
		got := caseFrom(fmt.Sprintf(letterPage, "acupuncture", "denied"), fmt.Sprintf(requestPage, "6 visits"), fmt.Sprintf(reportPage, "He has had no acupuncture."), letter).Facts
		if status(got.AuthorizedLater) != want {
			t.Errorf("%q: %s, want %s", letter, status(got.AuthorizedLater), want)
		}
	}
}
