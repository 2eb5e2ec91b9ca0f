package paper

import (
	"regexp"
	"strings"
)

// What a paper says of a drawn fact stands between marks, so that whoever shortens the paper knows what must stay. They are
// characters for private use, and are gone before the PDF is drawn.
const (
	opens  = "\uE000"
	begins = "\uE001"
	closes = "\uE002"
)

var opening = regexp.MustCompile(opens + `([^` + begins + `]*)` + begins)

// dayFacts are the slots that state a fact by themselves.
var dayFacts = map[string]string{"doi": "date_of_injury", "rfa_date": "rfa_date", "ur_date": "ur_date"}

// factOf tells which fact a group of phrases states, or "".
func factOf(group string) string {
	stem, _, _ := strings.Cut(group, ".")
	switch stem {
	case "q", "ask", "units":
		return "requested_visits"
	case "part", "dx", "complaint", "findings":
		return "body_part"
	case "review", "verdict": // of the acupuncture; those of other lines are verdict_other and review_other
		return "ur_outcome authorized_visits"
	}
	return ""
}

// mark puts a phrase between marks that name its facts, its group and where it came from.
func mark(facts, group string, p picked) string {
	if facts == "" {
		return p.text
	}
	return opens + facts + ";" + group + ";" + p.from + begins + p.text + closes
}

// Plain removes the marks from a text.
func Plain(text string) string {
	return strings.ReplaceAll(opening.ReplaceAllString(text, ""), closes, "")
}

// Mark is what one phrase of a paper states, and its wording's place.
type Mark struct {
	Facts []string
	Group string
	From  string // STYLE:LINE
}

// Marks lists what a text states.
func Marks(text string) []Mark {
	var out []Mark
	for _, m := range opening.FindAllStringSubmatch(text, -1) {
		parts := strings.Split(m[1], ";")
		out = append(out, Mark{Facts: strings.Fields(parts[0]), Group: parts[1], From: parts[2]})
	}
	return out
}
