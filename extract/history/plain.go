package history

import "imr/internal/pattern"

// therapy is what acupuncture itself is called.
var therapy = pattern.New(`(acu\w*) therapy\b`)

// Digits that a scanner read for letters within a word, and the other way round: "inc1ude", "n0t", "l2 visits".
var (
	oneForL  = pattern.New(`([a-z])1([a-z])|([a-z]{4})1\b`)
	lForOne  = pattern.New(`\bl(\d)( (?:more |additional )?(?:acu|visit|session|treatment))`)
	zeroForO = pattern.New(`([a-z])0([a-z])`)
)

// dotted is physical therapy with its dots.
var dotted = pattern.New(`\bp\.t\.`)

// Plain says a text in lower case without words that mean something else than they seem to, at the same length: "pt has" is "he has",
// and "acupuncture therapy" is acupuncture.
func Plain(low string) string {
	low = lForOne.ReplaceAllString(low, "1${1}${2}")
	low = oneForL.ReplaceAllString(zeroForO.ReplaceAllString(low, "${1}o${2}"), "${1}${3}l${2}")
	low = dotted.ReplaceAllString(low, "pt  ")
	return therapy.ReplaceAllString(pattern.PatientForPT(low), "${1}        ")
}
