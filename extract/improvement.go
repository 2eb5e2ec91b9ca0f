package extract

import (
	"slices"
	"strconv"
	"strings"

	"imr"
	"imr/extract/compare"
	"imr/extract/history"
	"imr/internal/pattern"
)

// The topics of the two limbs of functional improvement.
const (
	functionTopic   = "improvement_function"
	dependencyTopic = "improvement_dependency"
)

// improvements returns what a block says of functional improvement: by its phrases, and by measures before and after. Here a
// semicolon ends no sentence: "now she sits for an hour; before, 20 minutes".
func (s *scan) improvements(p imr.Page, b block) []spot {
	all := withContrasts(b.text, sentences(softened(b.text)))
	out := s.said(p, b, all, loadLimbs())
	before := ""
	for _, sent := range all {
		text := b.text[sent.start:sent.end]
		for _, m := range s.measured(text) {
			m.Evidence = b.place(s.file, p, sent.start, sent.end)
			m.Section, m.Before = b.heading, before
			out = append(out, spot{sent.start + strings.Index(text, m.Value), m})
		}
		before = text
	}
	return unneeded(out)
}

// unneeded drops what only the net caught in a sentence that another line places.
func unneeded(all []spot) []spot {
	placed := map[string]bool{}
	for _, s := range all {
		if s.mention.Sense != "net" {
			placed[s.mention.Topic+s.mention.Text] = true
		}
	}
	return slices.DeleteFunc(all, func(s spot) bool { return s.mention.Sense == "net" && placed[s.mention.Topic+s.mention.Text] })
}

// withContrasts joins a sentence to the one before it where it says how it was at another time: "After acupuncture he can cook. Before,
// he could not."
func withContrasts(text string, all []sentence) []sentence {
	var out []sentence
	for _, sent := range all {
		if n := len(out); n > 0 && leansBack(text[sent.start:sent.end]) {
			out[n-1].end = sent.end
			continue
		}
		out = append(out, sent)
	}
	return out
}

// leansBack reports whether a sentence says how it was at one time and leaves the other time to the sentence before it.
func leansBack(text string) bool {
	return contrast.MatchString(text) && !(timeBefore.MatchString(text) && timeAfter.MatchString(text))
}

var (
	timeBefore = pattern.New(`(?i)\b(?:before|previously|formerly|could not|couldn['’]t|was|were|had been|unable|from|used to|prior)\b`)
	timeAfter  = pattern.New(`(?i)\b(?:now|after|afterwards?|can|(?:is|are|be) able|today|currently|to|since)\b`)
)

var contrast = pattern.New(`(?i)^\W*(?:(?:before|previously|formerly|earlier|after(?: acu\w*)?|now|today|currently|at present|prior to)\b[^.]{0,12}[,: ]|[a-z ]{3,30}, (?:current|now|today|currently)\b|[a-z ]{3,30} (?:today|now|currently|at present):|(?:in|on|at|back|until|it|that) (?:the )?(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|fall|autumn|winter|\d{1,2}/\d{1,2}\S*|intake|start|outset|beginning|first visit|then|was)\b[^.]{0,40}\b(?:had to|needed|required|could|couldn['’]t|used|only|managed|was|were|took)\b|(?:it|that) was\b[^.]{0,60}\b(?:in|on|at|before)\b|(?:he|she|patient|the patient) (?:could not|was unable|was not able|had not been able)\b[^.]{0,30}(?:before|earlier|previously|then)|this was not possible)`)

// softened makes a comma of each semicolon.
func softened(text string) string { return strings.ReplaceAll(text, ";", ",") }

var (
	anyActivity = pattern.New(expand(`{activity}`))
	anyDrug     = pattern.New(expand(`\b{drug}\b`))
	// seenBy are words of visits to a physician; needleVisits of those for the acupuncture itself.
	seenBy = pattern.New(`\b(?:visits?|office|clinic|doctor|physician|appointments?|follow-?up|see|sees|seen|comes? in|therapy|pt|physio\w*|chiro\w*|massage|injections?)\b`)
	// otherMedicine is not against pain.
	otherMedicine = pattern.New(expand(`{other-drug}`))
	needleVisits  = pattern.New(`\bacu\w* (?:visits?|treatments?|sessions?|every|q)\b|\b(?:visits?|treatments?|sessions?) of acu`)
	anyPain       = pattern.New(expand(`{pain}`))
)

// measured returns the measures of activity and of medication that a sentence gives before and after.
func (s *scan) measured(text string) []imr.Mention {
	low := history.Plain(lower(softened(text)))
	var out []imr.Mention
	for _, c := range compare.In(low) {
		topic, sense := "", ""
		switch c.Kind {
		case "doses", "strength":
			topic, sense = dependencyTopic, "reduced"
			if !anyDrug.MatchString(low) && otherMedicine.MatchString(low) {
				continue
			}
			if !anyDrug.MatchString(low) {
				sense = "vague"
			}
		case "interval":
			if !seenBy.MatchString(low) || needleVisits.MatchString(low) {
				continue
			}
			topic, sense = dependencyTopic, "visits"
		case "time", "weight", "distance", "climb":
			topic, sense = functionTopic, "measured"
			if !anyActivity.MatchString(low) {
				sense = "vague"
			}
			if sense == "vague" && anyPain.MatchString(low) {
				continue
			}
		default:
			continue
		}
		m := s.mention(topic, sense, text[c.Start:c.End], text, imr.Evidence{})
		m.Parts = daysIn(text)
		if m.Parts == nil {
			m.Parts = map[string]string{}
		}
		m.Parts["from"], m.Parts["to"] = number2(c.Before), number2(c.After)
		out = append(out, m)
	}
	return out
}

func number2(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }
