package decide

import "imr"

// verdict is what a pack answers of an item, and under which setting.
type verdict struct {
	answer
	setting setting
}

// verdicts answers each item of a case that no gate stops.
func verdicts(c imr.Case, p Pack) []verdict {
	var out []verdict
	for _, it := range c.Items {
		out = append(out, rule(it, settingOf(c, it, p)))
	}
	if !needlesFall(c, out) {
		return out
	}
	for i, it := range c.Items {
		if it.Service == imr.OtherService && it.SameVisits {
			out[i].setting.falls = true
			out[i] = rule(it, out[i].setting)
		}
	}
	return out
}

func rule(it imr.Item, s setting) verdict { return verdict{evaluate(it, s), s} }

// needlesFall reports whether services of the same visits have no visit left to be given in: every acupuncture item is upheld, and
// utilization review certified no visit at all.
func needlesFall(c imr.Case, found []verdict) bool {
	any := false
	for i, it := range c.Items {
		if it.Service == imr.OtherService {
			continue
		}
		any = true
		if found[i].outcome != imr.Upheld || it.AuthorizedVisits.Status != imr.Known || it.AuthorizedVisits.Value != 0 {
			return false
		}
	}
	return any
}

// settingOf adds up the variants of the same appointments and sees whether the treatment crosses the change of the law.
func settingOf(c imr.Case, it imr.Item, p Pack) setting {
	s := setting{limits: p.Limits, table: p.table, straddles: crosses(c, it, p.Limits)}
	for _, o := range c.Items {
		if it.Variant && o.Variant {
			s.variants += mostVisits(o, p.Limits)
		}
	}
	return s
}

// mostVisits is the highest number of visits that a line may ask for; none where it states no number.
func mostVisits(it imr.Item, limits Limits) float64 {
	most := 0.0
	for _, q := range pointer(it.RequestedVisits, imr.Range{High: limits.FirstCourseVisits + 1}) {
		if q != nil {
			most = max(most, q.High)
		}
	}
	return most
}

// lawChanges is the first day on which another text governs (8 CCR 9792.24.1 as changed by the order of that day).
const lawChanges = imr.Date("2017-12-01")

// crosses reports whether any day from the RFA's to the end of the treatment asked for, counted from the UR decision, crosses the
// change of the law.
func crosses(c imr.Case, it imr.Item, limits Limits) bool {
	weeks := 0.0
	for _, w := range domain(it.DurationWeeks, nil, nil) {
		weeks = max(weeks, w.High)
	}
	for _, q := range domain(it.RequestedVisits, nil, nil) {
		weeks = max(weeks, q.High/limits.MostPerWeek)
		for _, f := range domain(it.FrequencyPerWeek, nil, nil) {
			if f.Low > 0 {
				weeks = max(weeks, q.High/f.Low)
			}
		}
	}
	first, last := imr.Date(""), imr.Date("")
	for _, d := range append(domain(c.Facts.RFADate, nil, nil), domain(c.Facts.URDate, nil, nil)...) {
		if first == "" || d < first {
			first = d
		}
		last = max(last, d)
	}
	return first != "" && first < lawChanges && last.AddDays(int(weeks*7)) >= lawChanges
}
