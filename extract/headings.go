package extract

import (
	"strings"
	"unicode"

	"imr"
	"imr/internal/pattern"
)

var (
	numbered   = pattern.New(`^\d{1,2}\.\s*`)
	notHeading = pattern.New(`[.!?,;]$|\d{2}/\d{2}/\d{2,4}|\d{3}-\d{4}`)
)

// headingOf returns the heading that stands in cell k of line i of the page, or "". A heading is short, has no full stop, and is in
// capitals, underlined by a rule, one of the section names that records use, or announces what is asked for.
func headingOf(p imr.Page, i, k int) string {
	line := p.Lines[i]
	text := strings.TrimSuffix(strings.TrimSpace(line.Cells[k].Text), ":")
	if len(text) < 2 || len(text) > 60 || notHeading.MatchString(text) || boxStart.MatchString(text) || onlyICD.MatchString(text) {
		return ""
	}
	bare := numbered.ReplaceAllString(text, "")
	if sectionName.MatchString(bare) || len(line.Cells) == 1 && (capitals(bare) || underlined(p, i) || leadsToRequests(bare)) {
		return bare
	}
	return ""
}

// leadsToRequests reports whether a line that names no treatment announces those that are asked for or in dispute.
func leadsToRequests(text string) bool {
	return zoneOf(text) == "request" && !serviceWord.MatchString(text)
}

// section reports whether a heading is one of the names that sections have; a line in capitals may also be a statement.
func section(heading string) bool { return sectionName.MatchString(heading) }

// underlined reports whether the line after i is a rule.
func underlined(p imr.Page, i int) bool {
	return i+1 < len(p.Lines) && len(p.Lines[i+1].Cells) == 1 && ruler.MatchString(strings.TrimSpace(p.Lines[i+1].Cells[0].Text))
}

// sectionName knows the usual sections of reports, however they are written.
var sectionName = pattern.New(`(?i)^(?:chief complaints?|subjective(?: complaints| findings)?|objective(?: findings)?|assessment|impressions?|diagnos[ie]s|` +
	`(?:current |past |prior )?treatment(?: to date| history| plan| rendered)?|further treatment required|tx hx|interval history|history(?: of present illness)?|hpi|past (?:medical|surgical) history|` +
	`medications?(?: and allergies)?|current medications|meds(?: / tolerance)?|allergies|physical exam(?:ination)?|examination|pe|plan(?: of care)?|discussion(?: and plan)?|recommendations?|a/p|` +
	`work status|disability status|decision|determination|rationale|clinical rationale|reasons?|explanation|guidelines?|criteria|records? reviewed|documents reviewed|clinical summary|functional (?:status|improvement)|` +
	`how the injury happened|mechanism of injury|goals?|short.term goals|long.term goals)$`)

func capitals(s string) bool {
	upper, lower := 0, 0
	for _, r := range s {
		if unicode.IsUpper(r) {
			upper++
		}
		if unicode.IsLower(r) {
			lower++
		}
	}
	return upper >= 4 && lower*8 <= upper
}
