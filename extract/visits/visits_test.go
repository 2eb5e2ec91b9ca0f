package visits

import (
	"fmt"
	"strings"
	"testing"
)

// say writes a phrase's meaning in short: readings, frequency, duration, and marks.
func say(ph Phrase) string {
	var parts []string
	for _, r := range ph.Readings {
		parts = append(parts, span(r.Low, r.High))
	}
	s := strings.Join(parts, " or ")
	if ph.Kind == DoneOf {
		s = fmt.Sprintf("%d done of %d", ph.Done, ph.Of)
	}
	if ph.Kind == UnitsOnly {
		s = "units"
	}
	if ph.Frequency != nil {
		s += " @" + span(ph.Frequency.Low, ph.Frequency.High)
	}
	if ph.Duration != nil {
		s += " *" + span(ph.Duration.Low, ph.Duration.High)
	}
	if ph.Additional {
		s += " more"
	}
	if ph.Trial {
		s += " trial"
	}
	return strings.TrimSpace(s)
}

func span(low, high float64) string {
	if low == high {
		return fmt.Sprintf("%g", low)
	}
	return fmt.Sprintf("%g-%g", low, high)
}

func sayAll(phs []Phrase) string {
	var out []string
	for _, ph := range phs {
		out = append(out, say(ph))
	}
	return strings.Join(out, " | ")
}

func TestSentences(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"acupuncture 2x6", "12 @2 *6"},
		{"acupuncture 2 x 6", "12 @2 *6"},
		{"acupuncture 2*6", "12 @2 *6"},
		{"Acupuncture 2X6wks", "12 @2 *6"},
		{"acupuncture 2/wk x 6", "12 @2 *6"},
		{"acupuncture 2-3x/wk x 4-6 wks", "8-18 @2-3 *4-6"},
		{"Initial acupuncture, 1 to 2 times per week for 4 weeks", "4-8 @1-2 *4 trial"},
		{"acupuncture two times a week times six weeks", "12 @2 *6"},
		{"acupuncture twice a week for six weeks", "12 @2 *6"},
		{"acupuncture three times weekly for 4 weeks", "12 @3 *4"},
		{"acupuncture once weekly x 8", "8 @1 *8"},
		{"acupuncture 6 wks at 2/wk", "12 @2 *6"},
		{"acupuncture 8 weeks, 2x/week", "16 @2 *8"},
		{"18 visits of acupuncture at three per week for six weeks", "18 @3 *6"},
		{"12 visits (2x6) of acupuncture", "12 @2 *6"},
		{"10 visits (2x6)", "10 or 12 @2 *6"},
		{"acupuncture tiw for 4 weeks", "12 @3 *4"},
		{"acupuncture biw x 3 weeks", "6 @2 *3"},
		{"acupuncture biweekly for 6 weeks", "3 or 12 @2 *6"},
		{"acupuncture every other week x 12", "12 or 6 @0.5 *12"},
		{"acupuncture every other week for 12 weeks", "6 @0.5 *12"},
		{"acupuncture qow for 8 weeks", "4 @0.5 *8"},
		{"acupuncture 4x/month x 2 months", "8 @0.92-1 *8-8.7"},
		{"acupuncture once a month for 6 months", "6 @0.23-0.25 *24-26.1"},
		{"acupuncture 2 times a week for 2 months", "16-18 @2 *8-8.7"},
		{"18 acupuncture sessions", "18"},
		{"Twelve manual acupuncture visits (15 min), 2 times weekly for 6 weeks", "12 @2 *6"},
		{"Six sessions of acupuncture one time a week for six weeks", "6 @1 *6"},
		{"acupuncture, seven (7) visits", "7"},
		{"acupuncture, twelve (10) visits", "12 or 10"},
		{"twenty-four acupuncture visits", "24"},
		{"Acupuncture lumbar spine #6", "6"},
		{"Acupuncture qty 12", "12"},
		{"Acupuncture x 6, left ankle", "6"},
		{"Acupuncture left ankle x 6", "6"},
		{"Acupuncture 12", "12"},
		{"Acupuncture, 8", "8"},
		{"Acupuncture 6 and infrared", "6"},
		{"acupuncture 3 to 6 visits", "3-6"},
		{"between 4 and 8 acupuncture visits", "4-8"},
		{"up to 12 acupuncture visits", "12"},
		{"6 more acupuncture visits, once per week", "6 @1 more"},
		{"12 additional acupuncture treatments", "12 more"},
		{"another 6 of acupuncture", "6 more"},
		{"acupuncture 6 more", "6 more"},
		{"remaining 12 of 18 acupuncture visits", "12 more"},
		{"an initial trial of 6 acupuncture visits", "6 trial"},
		{"a trial of six for acupuncture", "6 trial"},
		{"restrictions eased after 4/6 acupuncture treatments", "4 done of 6"},
		{"acupuncture visit 4 of 6", "4 done of 6"},
		{"97810 x 12", "12"},
		{"97810 x 12, 97811 x 24", "12"},
		{"97811 x 12", "units"},
		{"acupuncture l2 visits", "12"},
		{"acupuncture 1O visits", "10"},
		{"echo puncture Z x 6", "12 @2 *6"},
		{"acupuncture 1 8 visits", "18"},
		{"acupuncture 2x week", "@2"},
		{"acupuncture 2 times a week", "@2"},
		{"Acupuncture for 6 weeks", "*6"},
		{"2x6 for the neck and 2x6 for the low back, acupuncture", "12 @2 *6 | 12 @2 *6"},
		{"The patient had 6 acupuncture visits in January 2014 and a further 6 from 10/06/2014", "6 | 6 more"},
		{"acupuncture 6 visits over 10 weeks", "6 *10"},
		{"He completed six sessions of acupuncture, the last on 05/20/2016", "6"},
		{"acupuncture 3x/week x 6 weeks = 18 visits", "18 @3 *6"},
		{"acupuncture 2 days a week for 3 weeks", "6 @2 *3"},
		{"acupuncture for a total of 12 visits", "12"},
		{"acupuncture two times a week, six weeks", "12 @2 *6"},
	} {
		if got := sayAll(Parse(c.text)); got != c.want {
			t.Errorf("%q: read %q, want %q", c.text, got, c.want)
		}
	}
}

func TestCells(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"12", "12"}, {"6 visits", "6"}, {"x 6", "6"}, {"3-6 visits", "3-6"}, {"initial trial of 6 visits", "6 trial"},
		{"3x/week x 6 weeks = 18 visits", "18 @3 *6"}, {"2 x 6", "12 @2 *6"}, {"12 visits, 2 per week for 6 weeks", "12 @2 *6"},
		{"6 visits (2x3)", "6 @2 *3"}, {"biw x 3 weeks", "6 @2 *3"}, {"6 wks at 2/wk", "12 @2 *6"}, {"2x week", "@2"}, {"for 6 weeks", "*6"},
		{"twice weekly for six weeks", "12 @2 *6"}, {"6 more visits", "6 more"}, {"2x6wks (12 visits)", "12 @2 *6"}, {"units: 12", "12"},
		{"Once a week for 6 weeks", "6 @1 *6"}, {"8 visits, 2x4, lumbar", "8 @2 *4"}, {"", ""}, {"see report", ""},
	} {
		if got := sayAll(ParseCell(c.text)); got != c.want {
			t.Errorf("%q: read %q, want %q", c.text, got, c.want)
		}
	}
}

func TestNeverReadAsVisits(t *testing.T) {
	for _, text := range []string{
		"seen on 2/6 for acupuncture follow-up", "acupuncture on 02/06/2015", "Ibuprofen 600 mg 2x/day", "one tablet twice daily", "needles 2 x 6 mm", "gauge 36, 0.25 x 40 mm",
		"pain 7/10", "flexion 60/90", "strength 4/5 and 5/5", "Time to produce functional improvement: 3 to 6 treatments", "Frequency: 1 to 3 times per week", "Optimum duration: 1 to 2 months",
		"call (555) 019-5193", "claim 2013-056115", "off work for 6 weeks", "follow up in 4 weeks", "therapeutic exercise 97110 x 2", "3 x 10 reps", "six visits of physical therapy", "12 PT visits",
		"no lifting over 20 pounds", "return in 6 weeks", "M54.5", "55-year-old man", "Pain decreased from 8/10 to 5/10 with acupuncture",
	} {
		if got := Parse(text); len(got) != 0 {
			t.Errorf("%q: read %q, want nothing", text, sayAll(got))
		}
	}
}
