package extract

import (
	"regexp"
	"strconv"
	"strings"

	"imr"
	"imr/extract/visits"
)

const number = `(\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|sixteen|eighteen|twenty)`

// certifiedCount are the wordings that say how many visits UR certified; the first group is the number.
var certifiedCount = []*regexp.Regexp{
	regexp.MustCompile(`(?i)\b` + number + `\)? (?:of|out of) (?:the )?(?:requested )?\w+\)?(?: \w+){0,3} (?:is |are |were |was )?(?:certified|approved|authorized)`),
	regexp.MustCompile(`(?i)(?:modif\w+|reduced|limited|changed|decreased|amended)(?: \w+){0,4} (?:to|as|for)(?: (?:a |an |the )?(?:initial |total |trial |course |of |certify |allow |authorize |approve )*)?\s*` + number + `\b`),
	regexp.MustCompile(`(?i)(?:^|[^-\w])(?:certif(?:y|ied|ication)|approv(?:ed?|al)|authoriz(?:ed?|ation)|allow(?:ed)?)\b(?: is| are| was| were)?(?: recommended)?\s*(?:for|of|:|as|=|-)?\s*(?:a |an |the |total |first |initial |trial |course |of |only |quantity |visits:? |sessions:? |x ?)*` + number + `\b`),
	regexp.MustCompile(`(?i)\b` + number + `\)?(?: more| initial| additional)? ?(?:acupuncture |electro-?acupuncture )?(?:visits?|sessions?|treatments?)?(?: of acupuncture)?(?: (?:is|are|was|were|has been|have been))?(?: hereby)? (?:certified|approved|authorized|allowed|recommended for certification)`),
}

var notCertified = regexp.MustCompile(`(?i)(?:\bnot\b|\bnon-?) ?$`)

// certified returns the number of visits that a decision certifies, as a decimal. text is the decision, verdict what follows its
// first outcome word, asked what was requested: a decision that changes only the frequency or the duration certifies what is left.
func certified(text, verdict string, asked *imr.Quantity) (string, bool) {
	text = stripNonCertified(text)
	for _, re := range certifiedCount {
		m := re.FindStringSubmatchIndex(text)
		if m == nil || notCertified.MatchString(text[:m[0]]) {
			continue
		}
		if n, ok := wordNumber(text[m[2]:m[3]]); ok && !scheduleFollows(text[m[2]:]) {
			return strconv.Itoa(n), true
		}
	}
	if n, ok := changedSchedule(stripNonCertified(verdict), asked); ok {
		return strconv.Itoa(n), true
	}
	return "", false
}

var (
	refusedLabel = regexp.MustCompile(`(?i)\b(?:not (?:approved|certified|authorized)|non-?\s?certified|denied)\s*:\s*\d{1,3}(?: (?:visits?|sessions?|treatments?))?`)
	refusedPart  = regexp.MustCompile(`(?i)\b(?:remaining |other |additional )?` + number + `(?: (?:acupuncture )?(?:visits?|sessions?|treatments?))?(?: \w+){0,2} (?:non-?\s?certified|not (?:certified|approved|authorized)|denied)`)
)

// stripNonCertified takes out the part of a decision that says how many visits were refused.
func stripNonCertified(text string) string {
	return refusedPart.ReplaceAllString(refusedLabel.ReplaceAllString(text, " "), " ")
}

var frequencyAfter = regexp.MustCompile(`(?i)^\w+\s*(?:x|times?|/|per|a)\s*(?:a |per |/)?\s*(?:wk|week|w\b|\d)`)

// scheduleFollows reports whether a number is the first of "2 per week for 3 weeks" or "2x3", which are read as a whole.
func scheduleFollows(text string) bool { return frequencyAfter.MatchString(text) }

func changedSchedule(text string, asked *imr.Quantity) (int, bool) {
	for _, v := range visits.Parse(text) {
		switch {
		case len(v.Readings) == 1 && v.Readings[0].Low == v.Readings[0].High:
			return int(v.Readings[0].High), true
		case asked != nil && v.Frequency == nil && v.Duration != nil && asked.Frequency != nil && asked.Frequency.Low == asked.Frequency.High && v.Duration.Low == v.Duration.High:
			return int(asked.Frequency.High * v.Duration.High), true
		}
	}
	return 0, false
}

func wordNumber(s string) (int, bool) {
	if n, err := strconv.Atoi(s); err == nil {
		return n, true
	}
	words := strings.Fields("one two three four five six seven eight nine ten eleven twelve")
	for i, w := range words {
		if strings.EqualFold(s, w) {
			return i + 1, true
		}
	}
	switch strings.ToLower(s) {
	case "sixteen":
		return 16, true
	case "eighteen":
		return 18, true
	case "twenty":
		return 20, true
	}
	return 0, false
}

// senseOf corrects the outcome where the certified number says more than the word: fewer than asked is a modification.
func senseOf(m imr.Mention, n string) string {
	count, _ := strconv.Atoi(n)
	if m.Quantity == nil || len(m.Quantity.Readings) != 1 {
		return m.Sense
	}
	if high := int(m.Quantity.Readings[0].High); count > 0 && count < high {
		return imr.URModified
	}
	return m.Sense
}
