package render

import (
	"regexp"

	"imr"
)

var (
	necessary    = regexp.MustCompile(`(?i)\b(?:is|are)\s+(?:\w+\s+){0,3}medically necessary\b`)
	notNecessary = regexp.MustCompile(`(?i)\b(?:is|are)\s+(?:\w+\s+){0,2}not\s+(?:\w+\s+){0,2}medically necessary\b`)
	openQuestion = regexp.MustCompile(`(?i)\bwhether\b`)
	quotedWords  = regexp.MustCompile(`“[^”]*”`)
	stays        = regexp.MustCompile(`(?i)\b(?:stays?|remains?)\s+(?:authorized|certified|approved)`)
)

// conclusion is the outcome that the last sentence on medical necessity states, or "" where none does. Words in quotation
// marks are others' and conclude nothing.
func conclusion(item imr.ItemResult) imr.Outcome {
	said := imr.Outcome("")
	for _, r := range item.Reasons {
		own := quotedWords.ReplaceAllString(r.Sentence, "")
		switch {
		case openQuestion.MatchString(own):
		case notNecessary.MatchString(own):
			said = imr.Upheld
		case necessary.MatchString(own):
			said = imr.Overturned
		}
	}
	return said
}
