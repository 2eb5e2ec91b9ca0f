package extract

import (
	"strings"
	"testing"

	"imr"
)

func TestDatesInEveryForm(t *testing.T) {
	for text, want := range map[string]imr.Date{
		"02/06/2015": "2015-02-06", "2-6-15": "2015-02-06", "2015-02-06": "2015-02-06", "February 6, 2015": "2015-02-06",
		"6 February 2015": "2015-02-06", "Feb. 6, 2015": "2015-02-06", "1/2/58": "1958-01-02",
	} {
		found := datesIn("on " + text + " he came")
		if len(found) != 1 || found[0].day != want {
			t.Errorf("%q: read %v, want %s", text, found, want)
		}
	}
	for _, text := range []string{"2/6", "13/45/2015", "pain 7/10", "30/02/2015", "97810"} {
		if found := datesIn(text); len(found) != 0 {
			t.Errorf("%q is no date, read %v", text, found)
		}
	}
}

func TestDatesTakeTheRoleOfTheirLabel(t *testing.T) {
	for text, want := range map[string]string{
		"DOB: 05/23/1961":                                                    "birth",
		"Date of Injury: 07/11/2016":                                         "injury",
		"an industrial injury of July 11, 2016":                              "injury",
		"UR decision dated 10/27/2016":                                       "ur",
		"Date of decision: 10/27/2016":                                       "ur",
		"Date of request (RFA): 10/20/2016":                                  "rfa",
		"DWC Form RFA dated 10/20/2016":                                      "rfa",
		"On 10/21/2016 we received":                                          "received",
		"Employee signature: /s/ A B Date: 1/2/16":                           "signed",
		"Date of exam: 06/03/2016":                                           "service",
		"October 27, 2016":                                                   "alone",
		"the treatment requested by Ida Moss, MD on October 20, 2016":        "rfa",
		"The request for authorization dated October 20, 2016 from Dr. Moss": "rfa",
		"The original determination of 10/27/2016 was a denial":              "earlier",
	} {
		ms := mentionsOf(page(text))
		if !says(ms, "date", want) {
			t.Errorf("%q: no date with role %q in %v", text, want, ms)
		}
	}
}

func TestALabelAtALineEndReachesTheNextLine(t *testing.T) {
	if !says(mentionsOf(page("Claims administrator: Blue Oak. UR decision dated", "05/31/2016.")), "date", "ur") {
		t.Error("the day on the next line lost its label")
	}
}

func TestADayThatGoesOnOnTheNextLine(t *testing.T) {
	for _, lines := range [][]string{{"Our decision of February", "13, 2017 stands."}, {"Our decision of February 13,", "2017 stands."}, {"Our decision of 02/", "13/2017 stands."}} {
		ms := mentionsOf(page(lines...))
		if !says(ms, "date", "ur") || ms[0].Value != "2017-02-13" || ms[0].Evidence.Quote != strings.Join(lines, " ") {
			t.Errorf("%q: read %+v", lines, ms)
		}
	}
}

func TestADayBelowItsLabel(t *testing.T) {
	p := page("PROGRESS REPORT")
	row2(&p, map[float64]string{60: "Patient", 180: "DOB", 300: "Visit date"}, 60, 180, 300)
	row2(&p, map[float64]string{60: "Roe, Ann", 180: "03/17/1984", 300: "07/24/2013"}, 60, 180, 300)
	ms := mentionsOf(p)
	if !says(ms, "date", "birth") || !says(ms, "date", "service") {
		t.Errorf("read %+v", ms)
	}
}
