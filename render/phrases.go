package render

import "strings"

// phrase is how the summary speaks of the notes of one name: the start of a sentence before one value, before several, and
// before a sentence of the record.
type phrase struct{ one, many, says string }

var phrases = map[string]phrase{
	"age":         {"The record gives the age as ", "The record gives different ages: ", "On the age, the record says: "},
	"sex":         {"The record gives the sex as ", "The record differs on the sex: ", "On the sex, the record says: "},
	"occupation":  {"The occupation on record is ", "The occupations on record are ", "On the occupation, the record says: "},
	"mechanism":   {"On how the injury happened, the record says: ", "On how the injury happened, the record says: ", "On how the injury happened, the record says: "},
	"complaint":   {"The complaint on record is ", "The complaints on record are ", "On the complaints, the record says: "},
	"finding":     {"The finding on examination is ", "The findings on examination are ", "On the examination, the record says: "},
	"diagnosis":   {"The diagnosis on record is ", "The diagnoses on record are ", "On the diagnosis, the record says: "},
	"treatment":   {"The treatment on record is ", "The treatments on record are ", "On earlier treatment, the record says: "},
	"acupuncture": {"The earlier acupuncture on record is ", "The earlier acupuncture on record is ", "On earlier acupuncture, the record says: "},
	"medication":  {"The medication on record is ", "The medications on record are ", "On medication, the record says: "},
	"work_status": {"The work status on record is ", "The work status on record is ", "On work status, the record says: "},
}

// phraseOf returns the phrase of a name, also of one that has none of its own.
func phraseOf(name string) phrase {
	if p, ok := phrases[name]; ok {
		return p
	}
	start := "On " + strings.ReplaceAll(name, "_", " ") + ", the record says: "
	return phrase{start, start, start}
}
