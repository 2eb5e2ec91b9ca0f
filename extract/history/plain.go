package history

import "imr/internal/pattern"

// patient is pt where it means the patient and not physical therapy.
var patient = pattern.New(`\bpt\b(?:['’]s)? (?:has (?:had|never|not|no\b|now|tried|received|completed|attended|undergone|finished|done|stopped|reduced|cut|quit|resumed|returned|gone|taken|used|noticed|reported|been (?:off|on|able|seen|having|taking|doing|using|to|working|through))|hasn|hadn|had (?:no|a|an|\d|\w+ (?:acu|visits?|sessions?))|have\b|(?:is|was|isn|wasn) (?:a\b|an\b|the|able|unable|seen|not|still|now|in\b|on\b|off|here|told|given|very|doing|taking|feeling|having|working|using|compliant|improving|\d)|denie[sd]|reports?|states?|received|attended|finished|completed|made|did|does|doesn|went|goes|tolerates?|takes?|cannot|can\b|could|will\b|would|may\b|came|notes|feels|compliant|presents|says|still|now\b|only|never|who|not\b|needs?|able|unable|walks|sits|stands|uses|using|stopped|tried|underwent|had\b)`)

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

// ofTherapy are words after which pt is the therapy: "in PT now".
var ofTherapy = pattern.New(`\b(?:in|to|from|of|with|attend\w*|doing|does|start\w*|no|further|more|and|or|for|during|via|by|needs?|physical)\s$`)

// Plain says a text in lower case without words that mean something else than they seem to, at the same length: "pt has" is "he has",
// and "acupuncture therapy" is acupuncture.
func Plain(low string) string {
	low = lForOne.ReplaceAllString(low, "1${1}${2}")
	low = oneForL.ReplaceAllString(zeroForO.ReplaceAllString(low, "${1}o${2}"), "${1}${3}l${2}")
	low = dotted.ReplaceAllString(low, "pt  ")
	for _, at := range patient.FindAllStringIndex(low, -1) {
		if !ofTherapy.MatchString(low[:at[0]]) {
			low = low[:at[0]] + "he" + low[at[0]+2:]
		}
	}
	return therapy.ReplaceAllString(low, "${1}        ")
}
