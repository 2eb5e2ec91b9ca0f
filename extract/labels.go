package extract

import (
	"strings"

	"imr"
	"imr/internal/pattern"
)

var (
	diagnosisLabel   = pattern.New(`(?i)^(?:(?:primary |working )?diagnos[ie]s(?: \(ICD\))?|Dx|assessment|impression)\s*:\s*(.+)$`)
	diagnosisHeading = pattern.New(`(?i)^(?:\d+\.\s*)?(?:diagnos[ie]s|assessment|impressions?|a/p|assessment and plan)$`)
	diagnosisPart    = pattern.New(`\s+(?:\d{1,2}[.)]\s)|;\s+`)
	occupationLabel  = pattern.New(`(?i)\boccupation\s*:\s*([A-Za-z][A-Za-z /-]{2,40}?)(?:\s{2,}|$|\s+(?:claim|employer|DOI|date|13\.))|\b(?:works?|worked|working|employed|hired|job|employment|position|duties)\b[^.;]{0,60}?\bas an? ([a-z][a-z -]{2,30}?)(?:[.,;]|$| when| while| for)`)
)

// labelMentions returns diagnoses and the occupation: what stands after their labels or under their headings.
func (s *scan) labelMentions(p imr.Page, bs []block) []imr.Mention {
	var out []imr.Mention
	for _, b := range bs {
		if b.isHeading {
			continue
		}
		at := b.place(s.file, p, 0, len(b.text))
		switch m := diagnosisLabel.FindStringSubmatch(b.text); {
		case m != nil:
			out = append(out, s.diagnoses(m[1], at)...)
		case diagnosisHeading.MatchString(b.heading) && !diagnosisHeading.MatchString(strings.TrimSpace(b.text)):
			out = append(out, s.diagnoses(b.text, at)...)
		}
		if m := occupationLabel.FindStringSubmatch(b.text); m != nil {
			out = append(out, s.mention("occupation", "", strings.TrimSpace(m[1]+m[2]), b.text, at))
		}
	}
	return out
}

// diagnoses splits a list of diagnoses. Under a heading that assessment and plan share, only entries with a code are diagnoses.
func (s *scan) diagnoses(text string, at imr.Evidence) []imr.Mention {
	var out []imr.Mention
	for _, d := range diagnosisPart.Split(" "+text, -1) {
		d = strings.Trim(itemNumber.ReplaceAllString(strings.TrimSpace(d), ""), " .;")
		if d == "" || len(d) > 120 || !icdCode.MatchString(d) && acupunctureWord.MatchString(d) {
			continue
		}
		out = append(out, s.mention("diagnosis", "", d, d, at))
	}
	return out
}
