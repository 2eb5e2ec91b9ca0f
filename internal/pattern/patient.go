package pattern

var (
	// patient is pt where it means the patient and not physical therapy.
	patient = New(`(?i)\bpt\b(?:['’]s)? (?:has (?:had|never|not|no\b|now|tried|received|completed|attended|undergone|finished|done|stopped|reduced|cut|quit|resumed|returned|gone|taken|used|noticed|reported|been (?:off|on|able|seen|having|taking|doing|using|to|working|through))|hasn|hadn|had (?:no|a|an|\d|\w+ (?:acu|visits?|sessions?))|have\b|(?:is|was|isn|wasn) (?:a\b|an\b|the|able|unable|seen|not|still|now|in\b|on\b|off|here|told|given|very|doing|taking|feeling|having|working|using|compliant|improving|\d)|denie[sd]|reports?|states?|received|attended|finished|completed|made|did|does|doesn|went|goes|tolerates?|takes?|cannot|can\b|could|will\b|would|may\b|came|notes|feels|compliant|presents|says|still|now\b|only|never|who|not\b|needs?|able|unable|walks|sits|stands|uses|using|stopped|tried|underwent|had\b)`)
	// ofTherapy are words after which pt is the therapy: "in PT now".
	ofTherapy = New(`(?i)\b(?:in|to|from|of|with|attend\w*|doing|does|start\w*|no|further|more|and|or|for|during|via|by|needs?|physical)\s$`)
)

// PatientForPT returns a text in which pt, where it means the patient and not physical therapy, is "he": "pt has" becomes "he has". The
// text stays as long as it was.
func PatientForPT(text string) string {
	for _, at := range patient.FindAllStringIndex(text, -1) {
		if !ofTherapy.MatchString(text[:at[0]]) {
			text = text[:at[0]] + "he" + text[at[0]+2:]
		}
	}
	return text
}
