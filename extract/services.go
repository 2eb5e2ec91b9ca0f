package extract

import "imr/internal/pattern"

var (
	acupunctureWord = pattern.New(`(?i)` + expand(`{acu}`))
	// serviceWord knows treatments and goods that stand on request lines. It serves to tell a line that asks for something
	// from one that does not; what it is called is copied from the record.
	serviceWord = pattern.New(`(?i)` + expand(`{acu}|\b(?:978(?:0[01]|1[0134])|mri|ct|x-?rays?|emg|ncv|ncs|ultrasound|imaging|scan|physical therapy|\bpt\b|physiotherapy|occupational therapy|chiropractic|manipulation|massage|myofascial|`+
		`manual therapy|infrared|cupping|moxibustion|gua sha|heat(?:ing)?|tens|electrical stimulation|e-?stim|injections?|block|epidural|surgery|arthroscopy|consult\w*|referral|evaluation|re-?evaluation|office visit|follow-?up|`+
		`brace|support|orthosis|orthotics?|pad|device|unit|equipment|mattress|chair|walker|cane|gym|screen|test(?:ing)?|labs?|panel|psych\w+|cognitive|biofeedback|aquatic|exercise|program|dry needling|laser|shockwave|`+
		`transport\w*|interpreter|home health|cream|patch(?:es)?|gel|ointment|capsules?|tablets?|mg)\b|{drug}`))
	icdCode = pattern.New(`\b(?:[A-TV-Z]\d{2}(?:\.[0-9A-Z]{1,4})?|\d{3}\.\d{1,2}|V\d{2}\.\d{1,2})\b`)
	cptCode = pattern.New(`\b(?:\d{5}|[A-CEGHJ-LQ]\d{4})\b`)
)
