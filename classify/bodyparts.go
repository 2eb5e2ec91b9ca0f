package classify

import (
	"sort"

	"imr"
	"imr/internal/pattern"
)

// bodyWords tell the part of the body, by name or by diagnosis code (ICD-9, ICD-10).
var bodyWords = []struct {
	part string
	re   *pattern.Pattern
}{
	{"neck", pattern.New(`(?i)\bneck\b|cervic|\bc-?spine\b|\bc/s\b|\bM54\.2|\bM50|\bS1[036]\.|\b723\.|\b847\.0|whiplash`)},
	{"upper_back", pattern.New(`(?i)upper back|mid(?:dle)?[- ]?back|thoracic|\bt-?spine\b|\bt/s\b|\bM54\.6|\bS23\.|\b847\.1|\b724\.1`)},
	{"low_back", pattern.New(`(?i)low(?:er)? ?back|\blbp\b|\bsi joints?\b|lumb(?:ar|o|ago)|\bl-?spine\b|\bl/s\b|sacroiliac|sciatic|\bM54\.[1345]|\bM51|\bS33\.|\b847\.2|\b724\.[2-4]|\b722\.(?:10|52|73)`)},
	{"shoulder", pattern.New(`(?i)shoulder|rotator cuff|\bM75|\bS4[36]\.|\b840\.|\b726\.1|\b719\.41`)},
	{"elbow", pattern.New(`(?i)\belbows?\b|epicondyl|\bM77\.[01]|\bS53\.|\b726\.3|\b841\.`)},
	{"forearm_wrist_hand", pattern.New(`(?i)\bwrists?\b|\bhands?\b|forearm|\bfingers?\b|\bthumb|carpal|de quervain|\bG56\.0|\bM65\.4|\bS63\.|\b354\.0|\b842\.|\b727\.04`)},
	{"hip", pattern.New(`(?i)\bhips?\b|\bgroin\b|trochanter|\bM16|\bM70\.6|\bS7[36]\.|\b843\.|\b719\.45`)},
	{"knee", pattern.New(`(?i)\bknees?\b|menisc|patell|\bM17|\bM23|\bS83\.|\b836\.|\b844\.|\b717\.|\b719\.46`)},
	{"ankle_foot", pattern.New(`(?i)\bankles?\b|\bfoot\b|\bfeet\b|plantar|achilles|\bheel\b|\btoes?\b|\bM72\.2|\bS9[036]\.|\b845\.|\b728\.71|\b719\.47`)},
	{"head", pattern.New(`(?i)\bhead\b|headache|migraine|concussion|\btmj\b|\bjaw\b|\bG43|\bR51|\bS06|\b784\.0|\b346\.`)},
	{"eye", pattern.New(`(?i)\beyes?\b|ocular|vision`)},
	{"other", pattern.New(`(?i)fibromyalgia|anxiety|depress|insomnia|abdom|chest|\brib|internal|stress|whole body|\bF4[13]|\bM79\.7|\b729\.1`)},
}

// bodyParts returns the parts that a text names, sorted.
func bodyParts(text string) []string {
	var out []string
	for _, b := range bodyWords {
		if b.re.MatchString(text) {
			out = append(out, b.part)
		}
	}
	sort.Strings(out)
	return out
}

// bodyPartOf is the part that a line is for: as the line names it, else as its diagnosis, else as the request's or the treating
// physician's diagnoses say.
func (c *classifier) bodyPartOf(l line) imr.Fact[[]string] {
	for _, text := range []string{l.parts["service"] + " " + l.parts["quantity"], l.parts["diagnosis"]} {
		if parts := bodyParts(text); len(parts) > 0 {
			return imr.KnownFact(parts, l.place)
		}
	}
	if f, ok := c.partsFromDiagnoses(); ok {
		return f
	}
	return absent[[]string](c.reader)
}

// partsFromDiagnoses reads the diagnoses of the request, the UR letter's and the reports', the first that name a part.
func (c *classifier) partsFromDiagnoses() (imr.Fact[[]string], bool) {
	for _, kind := range []string{rfa, ur, application, progress, firstReport} {
		for _, p := range c.papers {
			if p.kind != kind || p.excluded {
				continue
			}
			for _, m := range p.of("diagnosis") {
				if parts := bodyParts(m.Text); len(parts) > 0 {
					return imr.KnownFact(parts, m.Evidence), true
				}
			}
		}
	}
	return imr.Fact[[]string]{}, false
}
