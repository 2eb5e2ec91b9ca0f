package render

import (
	"fmt"
	"strings"

	"imr"
)

// administratorNote is the note that names the guideline which utilization review cited.
const administratorNote = "ur_guideline"

// administrator quotes how utilization review named its guideline, where the record says so.
func (c *composer) administrator() []imr.Sentence {
	var out []imr.Sentence
	for _, n := range c.named(administratorNote) {
		out = append(out, c.noted(ended(quoted(n.Value)), n))
	}
	return out
}

var guidelineNames = map[string]string{
	"9792.24.1": "MTUS Acupuncture Medical Treatment Guidelines, 8 CCR 9792.24.1",
	"9792.20":   "MTUS definitions, 8 CCR 9792.20",
}

// guideline names the texts of the law that the item's reasons quote, with their versions.
func (c *composer) guideline(item imr.ItemResult) (imr.Sentence, bool) {
	if s, ok := c.reviewersGuideline(item); ok {
		return s, true
	}
	var names []string
	source := imr.Source{Kind: imr.FromLaw}
	for _, v := range c.d.Law {
		if !quotes(item, v) {
			continue
		}
		name, ok := guidelineNames[v.Section]
		if !ok {
			name = "8 CCR " + v.Section
		}
		names = append(names, fmt.Sprintf("%s (version in force from %s)", name, v.From.US()))
		source.Law = append(source.Law, imr.LawRef{Section: v.Section, Version: v.Version})
	}
	if len(names) == 0 {
		return imr.Sentence{}, false
	}
	f := formBasedOn
	if item.Outcome == imr.Refer {
		f = formGuidelineRead
	}
	return c.say(fmt.Sprintf(f.text, enumerate(names)), source), true
}

func quotes(item imr.ItemResult, v imr.LawVersion) bool {
	for _, r := range item.Reasons {
		for _, q := range r.Law {
			if sectionOf(q.Section) == v.Section && q.Version == v.Version {
				return true
			}
		}
	}
	return false
}

// sectionOf is the section without its paragraphs: "9792.24.1" of "9792.24.1(c)(1)".
func sectionOf(paragraph string) string {
	section, _, _ := strings.Cut(paragraph, "(")
	return strings.TrimSpace(section)
}
