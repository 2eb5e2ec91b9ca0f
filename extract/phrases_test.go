package extract

import (
	"regexp"
	"testing"

	"imr"
)

// page makes a page of one-cell lines, 12 points apart.
func page(lines ...string) imr.Page {
	p := imr.Page{Number: 1, Width: 612, Height: 792, How: "text"}
	for i, text := range lines {
		y := 72 + float64(i)*12
		p.Lines = append(p.Lines, imr.Line{Number: i + 1, Cells: []imr.Cell{{Text: text, Box: imr.Box{72, y, 72 + 5*float64(len(text)), y + 10}}}})
	}
	return p
}

func mentionsOf(p imr.Page) []imr.Mention {
	return Mentions(imr.Record{ID: "t", Files: []imr.RecordFile{{Name: "t.pdf", Pages: []imr.Page{p}}}})
}

func TestPhrasesFindWhatTheySay(t *testing.T) {
	for _, c := range []struct{ sentence, topic, sense string }{
		{"She has never undergone acupuncture.", "prior_acupuncture", "none"},
		{"No history of acupuncture.", "prior_acupuncture", "none"},
		{"He has not had any acupuncture treatment before.", "prior_acupuncture", "none"},
		{"Acupuncture has not been tried.", "prior_acupuncture", "none"},
		{"Acupuncture: none to date.", "prior_acupuncture", "none"},
		{"Prior acupuncture: none.", "prior_acupuncture", "none"},
		{"There has been no acupuncture.", "prior_acupuncture", "none"},
		{"Patient denies prior acupuncture.", "prior_acupuncture", "none"},
		{"No prior chiropractic care or acupuncture.", "prior_acupuncture", "none"},
		{"The patient is acupuncture-naive.", "prior_acupuncture", "none"},
		{"He has completed eight acupuncture visits.", "prior_acupuncture", "some"},
		{"Six sessions of acupuncture were completed and acupuncture visits attended.", "prior_acupuncture", "some"},
		{"No relief from prior acupuncture (6 visits).", "prior_acupuncture", "some"},
		{"Work restrictions were reduced after 4/6 acupuncture treatments.", "prior_acupuncture", "some"},
		{"18 acupuncture visits were asked for and 6 were authorized.", "prior_acupuncture", "authorized"},
		{"Sitting tolerance rose from 20 to 45 minutes.", "improvement_function", "measured"},
		{"Her lifting restriction was eased today.", "improvement_function", "restriction"},
		{"He can now drive again.", "improvement_function", "activity"},
		{"No functional improvement was seen.", "improvement_function", "unchanged"},
		{"Activities of daily living remain unchanged.", "improvement_function", "unchanged"},
		{"Functional improvement: none.", "improvement_function", "unchanged"},
		{"She walks better.", "improvement_function", "vague"},
		{"Norco was cut from 4 to 2 tablets a day.", "improvement_dependency", "reduced"},
		{"Tramadol use has fallen from three tablets daily to none.", "improvement_dependency", "reduced"},
		{"Medication use is unchanged.", "improvement_dependency", "unchanged"},
		{"Naproxen was stopped because of stomach upset.", "medication", "not_tolerated"},
		{"Intolerant of NSAIDs.", "medication", "not_tolerated"},
		{"Ibuprofen caused nausea and was discontinued.", "medication", "not_tolerated"},
		{"Ibuprofen is well tolerated.", "medication", "tolerated"},
		{"Allergies: penicillin.", "medication", "allergy"},
		{"He currently attends physical therapy.", "rehabilitation", "current"},
		{"Acupuncture is an adjunct to the physical therapy.", "rehabilitation", "current"},
		{"Physical therapy was completed in 2012.", "rehabilitation", "completed"},
		{"No physical therapy has been ordered.", "rehabilitation", "none"},
		{"Knee arthroscopy was performed on 07/27/2015.", "surgery", "done"},
		{"No surgery is planned.", "surgery", "none"},
		{"She keeps up her home exercises.", "rehabilitation", "current"},
		{"Physical therapy, 8 visits from October to December 2013.", "rehabilitation", "completed"},
		{"MTUS, Acupuncture Medical Treatment Guidelines, 8 CCR 9792.24.1.", "guideline", "acupuncture"},
		{"The reviewer cites ODG, Low Back Chapter.", "guideline", "other"},
		{"The request for authorization is hereby withdrawn.", "process", "withdrawn"},
		{"He works as a bank teller.", "occupation", ""},
		{"Pain medicine is taken at night.", "clinical", "medication"},
		{"Needles were retained for twenty minutes.", "note", "needling"},
	} {
		if !says(mentionsOf(page(c.sentence)), c.topic, c.sense) {
			t.Errorf("%q does not say %s/%s", c.sentence, c.topic, c.sense)
		}
	}
}

func says(ms []imr.Mention, topic, sense string) bool {
	for _, m := range ms {
		if m.Topic == topic && m.Sense == sense {
			return true
		}
	}
	return false
}

func TestPhrasesLeaveAloneWhatTheyDoNotSay(t *testing.T) {
	for _, c := range []struct{ sentence, topic, sense string }{
		{"No relief from prior acupuncture.", "prior_acupuncture", "none"},
		{"Acupuncture was not certified.", "prior_acupuncture", "none"},
		{"Pain decreased from 8/10 to 5/10.", "improvement_function", "measured"},
		{"Pain decreased from 8/10 to 5/10.", "improvement_dependency", "reduced"},
		{"Physical Medicine & Rehabilitation", "rehabilitation", "current"},
		{"He is now seen in Physical Medicine and Rehabilitation.", "rehabilitation", "current"},
		{"She is followed at the Summit Rehabilitation Center.", "rehabilitation", "current"},
		{"Brandt Occupational Medicine", "clinical", "medication"},
		{"Current Medications:", "clinical", "medication"},
		{"Acupuncture is requested as an adjunct to it.", "occupation", ""},
		{"Therapy began on 05/02/2016 and acupuncture is asked for.", "prior_acupuncture", "some"},
	} {
		if says(mentionsOf(page(c.sentence)), c.topic, c.sense) {
			t.Errorf("%q must not say %s/%s", c.sentence, c.topic, c.sense)
		}
	}
}

func TestASentenceThatWrapsIsReadWhole(t *testing.T) {
	p := page("The patient has not had any acu-", "puncture treatment before. He does", "well.")
	for _, m := range mentionsOf(p) {
		if m.Topic == "prior_acupuncture" && m.Sense == "none" {
			if m.Text != "The patient has not had any acupuncture treatment before." || m.Evidence.Line != 1 {
				t.Errorf("read %q from line %d", m.Text, m.Evidence.Line)
			}
			return
		}
	}
	t.Error("the broken word was not joined")
}

// A macro that macros.txt does not define would be looked for as it is written, and never be found.
func TestMacrosAreKnown(t *testing.T) {
	for _, ph := range loadPhrases() {
		for _, re := range ph.all {
			if left := regexp.MustCompile(`\{[a-zA-Z]+\}`).FindString(re.String()); left != "" {
				t.Errorf("phrases/%s.txt, %s: %s is not in macros.txt", ph.topic, ph.sense, left)
			}
		}
	}
}
