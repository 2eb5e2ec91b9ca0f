package classify

import (
	"sort"
	"strings"

	"imr"
	"imr/internal/pattern"
)

// request is the disputed request: the paper that makes it and its lines.
type request struct {
	paper   *paper // nil when no paper makes it
	lines   []line
	unclear []imr.Evidence // two requests that cannot be told apart
}

// findRequest chooses the request that UR answered: the RFA whose date the UR letter names, else the last before the letter. Without
// an RFA it is what the treating physician's report lists, else what the UR letter or the application says was asked.
func findRequest(ps []paper, urPaper *paper) request {
	for _, kinds := range [][]string{{rfa}, {progress, unplaced, acuNote, firstReport}} {
		if r, ok := newest(withLines(ps, kinds), urPaper); ok {
			return r
		}
	}
	if urPaper != nil {
		if ls := reviewLines(*urPaper); len(ls) > 0 {
			return request{paper: urPaper, lines: ls}
		}
	}
	if r, ok := newest(withLines(ps, []string{application}), nil); ok {
		return r
	}
	return request{}
}

func withLines(ps []paper, kinds []string) []*paper {
	var out []*paper
	for i := range ps {
		if ps[i].excluded || len(linesOf(ps[i])) == 0 {
			continue
		}
		for _, k := range kinds {
			if ps[i].kind == k {
				out = append(out, &ps[i])
			}
		}
	}
	return out
}

// newest picks among several papers that ask for treatment.
func newest(ps []*paper, urPaper *paper) (request, bool) {
	if len(ps) == 0 {
		return request{}, false
	}
	if urPaper != nil {
		ps = answered(ps, *urPaper)
	}
	sort.SliceStable(ps, func(i, j int) bool { return ps[i].date > ps[j].date })
	r := request{paper: ps[0], lines: linesOf(*ps[0])}
	for _, p := range ps[1:] {
		if p.date == ps[0].date && !sameLines(r.lines, linesOf(*p)) {
			r.unclear = append(r.unclear, r.lines[0].place, linesOf(*p)[0].place)
		}
	}
	return r, true
}

// answered keeps the requests of the day that the UR letter names, or else those not later than the letter.
func answered(ps []*paper, letter paper) []*paper {
	named := map[imr.Date]bool{}
	for _, m := range letter.of("date") {
		if m.Sense == "rfa" {
			named[imr.Date(m.Value)] = true
		}
	}
	var exact, before []*paper
	for _, p := range ps {
		if named[p.date] {
			exact = append(exact, p)
		}
		if letter.date == "" || p.date <= letter.date {
			before = append(before, p)
		}
	}
	switch {
	case len(exact) > 0:
		return exact
	case len(before) > 0:
		return before
	}
	return ps
}

func sameLines(a, b []line) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i].service != b[i].service || !sameReadings(a[i].quantity, b[i].quantity) {
			return false
		}
	}
	return true
}

func sameReadings(a, b *imr.Quantity) bool {
	if a == nil || b == nil {
		return a == b
	}
	if len(a.Readings) != len(b.Readings) {
		return false
	}
	for i := range a.Readings {
		if a.Readings[i] != b.Readings[i] {
			return false
		}
	}
	return true
}

// reviewLines reads what a UR letter says was asked: the statements of decision that name a treatment, of the firmest kind that the
// letter has.
func reviewLines(p paper) []line {
	firmest := ""
	for _, m := range p.of("ur") {
		if m.Parts["service"] != "" {
			firmest = max(firmest, m.Parts["rank"])
		}
	}
	var out []line
	for _, m := range p.of("ur") {
		if m.Parts["service"] != "" && m.Parts["rank"] == firmest {
			m.Text = m.Parts["service"]
			out = append(out, lineOf(m))
		}
	}
	return out
}

// addedMinutes is the name of a code for more time in one visit (97811, 97814), not of more visits.
var addedMinutes = pattern.New(`(?:each )?additional \d+ ?min\w*`)

// marks reports how a request speaks of the course: as a first trial, or as more of the same.
func (l line) marks() (trial, additional bool) {
	if l.quantity != nil {
		trial, additional = l.quantity.Trial, l.quantity.Additional
	}
	text := addedMinutes.ReplaceAllString(strings.ToLower(l.text+" "+l.parts["quantity"]), "")
	for _, w := range []string{"initial", "trial", "first course", "new course of acupuncture"} {
		trial = trial || strings.Contains(text, w)
	}
	for _, w := range []string{"additional", "more visits", "another", "continu", "further", "extension", "ongoing", "remaining", "again", " more", "repeat"} {
		additional = additional || strings.Contains(text, w)
	}
	return trial, additional
}
