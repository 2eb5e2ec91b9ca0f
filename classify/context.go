package classify

import (
	_ "embed"
	"strings"
	"sync"

	"imr"
	"imr/internal/pattern"
)

//go:embed context.txt
var contextFile string

// trigger is a word that changes what a statement after (or before) it means, after the ConText algorithm (Harkema and others,
// Journal of Biomedical Informatics 42, 2009): it says what is planned, supposed, denied, quoted or someone else's.
type trigger struct {
	sense string // "planned", "hypothetical", "negated", "quoted", "other"
	where string // "before" the phrase, "after" it, "within" it, with what "lead"s to it, "anywhere" in the sentence, or in the "section" heading
	re    *pattern.Pattern
}

var loadTriggers = sync.OnceValue(func() []trigger {
	var out []trigger
	for _, r := range pattern.Table("context.txt", contextFile, 2, "a sense, a place and a pattern") {
		out = append(out, trigger{r.Columns[0], r.Columns[1], pattern.New("(?i)" + r.Rest)})
	}
	return out
})

// firmWords are phrases in which a trigger's word does not mean what it means alone.
var firmWords = strings.NewReplacer("could not", "cannot", "no longer", "stopped", "not only", "also", "not possible", "unable", "possible again", "able again", "no more than", "up to", "able to", "able", "and to ", "and ", "return to", "return", "back to", "back", "down to", "down")

var (
	dotted        = pattern.New(`(?i)\bp\.t\.`)
	oneForL       = pattern.New(`([a-z])1([a-z])`) // "c1aim", as a scanner reads it
	zeroForO      = pattern.New(`([a-z])0([a-z])`)
	monthOfMay    = pattern.New(`([a-z0-9,;(] )May\b|(?i:\bmay)(,? \d)`)
	calledTherapy = pattern.New(`(?i)\b(acu\w*) therapy\b`)
)

// plain says a text without words that mean something else than they seem to: pt for patient, digits within a word, the month of May, and the therapy that
// acupuncture is called.
func plain(text string) string {
	text = oneForL.ReplaceAllString(dotted.ReplaceAllString(text, "PT"), "${1}l${2}")
	text = zeroForO.ReplaceAllString(text, "${1}o${2}")
	text = monthOfMay.ReplaceAllString(text, "${1}that month$2")
	return calledTherapy.ReplaceAllString(pattern.PatientForPT(text), "$1")
}

// scopeEnd ends the reach of a trigger that stands before a phrase.
var scopeEnd = pattern.New(`(?i);|\b(?:but|however|although|though|except|yet|whereas|nevertheless)\b`)

// holds reports whether a statement is in a context of that sense.
func holds(m imr.Mention, sense string) bool {
	m.Text, m.Value = plain(m.Text), plain(m.Value)
	at := strings.Index(m.Text, m.Value)
	if at < 0 {
		at = 0
	}
	before, after := m.Text[:at], m.Text[min(at+len(m.Value), len(m.Text)):]
	if ends := scopeEnd.FindAllStringIndex(before, -1); len(ends) > 0 {
		before = before[ends[len(ends)-1][1]:]
	}
	if end := scopeEnd.FindStringIndex(after); end != nil {
		after = after[:end[0]]
	}
	before = firmWords.Replace(before)
	for _, t := range loadTriggers() {
		if t.sense != sense {
			continue
		}
		text := map[string]string{"before": before, "after": after, "anywhere": m.Text, "within": m.Value, "section": m.Section, "lead": before + m.Value}[t.where]
		if text != "" && t.re.MatchString(text) {
			return true
		}
	}
	return false
}

// asserted reports whether a statement says what is or was, not what is planned, supposed or quoted.
func asserted(m imr.Mention) bool {
	return !holds(m, "planned") && !holds(m, "hypothetical") && !holds(m, "quoted") && (!holds(m, "other") || holds(m, "helper"))
}
