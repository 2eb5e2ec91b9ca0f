package verdict

import (
	"regexp"

	"imr"
	"imr/extract/visits"
)

// segments are the numbers before, between and after the events of a text: what lies in one belongs to its neighbours only.
func segments(text string, es []event) [][]visits.Count {
	var out [][]visits.Count
	from := 0
	for i := 0; i <= len(es); i++ {
		to := len(text)
		if i < len(es) {
			to = es[i].start
		}
		counts := visits.Counts(text[from:to])
		for k := range counts {
			counts[k].Start += from
			counts[k].End += from
		}
		out = append(out, counts)
		if i < len(es) {
			from = es[i].end
		}
	}
	return out
}

var (
	// linking are the words that may stand between a number and the verdict on it: "6 visits are hereby certified".
	linking = regexp.MustCompile(`(?i)^[\s)]*(?:(?:acupuncture|visits?|sessions?|treatments?|tx|of|are|is|were|was|be|been|being|hereby|have|has|now|only|therefore|requested|additional|more|initial)[\s)]*)*$`)
	// leading are the words that may stand between a verdict and its number: "certified for a trial of 6".
	leading = regexp.MustCompile(`(?i)^[\s:(=–/-]*(?:(?:for|a|an|the|of|to|as|only|initial|trial|total|course|visits?|sessions?|treatments?|quantity|qty|first|is|are|given|granted|number|up|at|x|#|just|acupuncture|electro-?acupuncture)[\s:(=–-]*)*$`)
	// turning is the word before the number that a modification leads to: "modified from 12 visits to 6".
	turning = regexp.MustCompile(`(?i)\b(?:to|into)\b`)
)

// count ties the numbers of a text to what is decided on them.
func (v *Verdict) count(text string, es []event) {
	segs := segments(text, es)
	used := map[int]bool{} // by where a number begins
	for i, e := range es {
		if e.form != "to" {
			continue
		}
		if c, ok := turned(text, e.end, until(es, i+1, len(text))); ok {
			v.take(e, c, used)
		} else if c, ok := after(text, e, segs[i+1]); ok {
			v.take(e, c, used)
		}
	}
	to := v.Yes
	for i, e := range es {
		if e.form != "verb" && e.form != "done" {
			continue
		}
		if c, ok := before(text, e, segs[i]); ok && e.form == "done" && !used[c.Start] {
			v.take(e, c, used)
		} else if c, ok := after(text, e, segs[i+1]); ok && !used[c.Start] {
			v.take(e, c, used)
		}
	}
	if to >= 0 {
		v.Yes = to
	}
}

// until is where the event after the i-th begins, or the text ends.
func until(es []event, i, end int) int {
	if i < len(es) {
		return es[i].start
	}
	return end
}

// turned returns the number after the last "to" between two places.
func turned(text string, from, to int) (visits.Count, bool) {
	all := turning.FindAllStringIndex(text[from:to], -1)
	if len(all) == 0 {
		return visits.Count{}, false
	}
	start := from + all[len(all)-1][1]
	cs := visits.Counts(text[start:to])
	if len(cs) == 0 || !leading.MatchString(text[start:start+cs[0].Start]) {
		return visits.Count{}, false
	}
	c := cs[0]
	c.Start, c.End = c.Start+start, c.End+start
	return c, true
}

// before returns the last number ahead of an event where nothing but linking words stand between.
func before(text string, e event, cs []visits.Count) (visits.Count, bool) {
	if len(cs) == 0 {
		return visits.Count{}, false
	}
	c := cs[len(cs)-1]
	return c, linking.MatchString(text[c.End:e.start])
}

// after returns the first number behind an event where nothing but leading words stand between.
func after(text string, e event, cs []visits.Count) (visits.Count, bool) {
	if len(cs) == 0 {
		return visits.Count{}, false
	}
	return cs[0], leading.MatchString(text[e.end:cs[0].Start])
}

// take notes a number as certified or refused.
func (v *Verdict) take(e event, c visits.Count, used map[int]bool) {
	used[c.Start] = true
	switch e.outcome {
	case imr.URDenied:
		v.No = c.Visits
		if c.Of > c.Visits && v.Yes < 0 {
			v.Yes = c.Of - c.Visits
		}
	case imr.URApproved, imr.URModified:
		v.Yes, v.Weeks = c.Visits, c.Weeks
		if c.Visits == 0 {
			v.Yes = -1
		}
		if c.Of > c.Visits && v.No < 0 {
			v.No = c.Of - c.Visits
		}
	}
}
