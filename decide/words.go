package decide

import (
	"strconv"
	"strings"

	"imr"
)

// count writes a range as a person would: "6", "4 to 8".
func count(r imr.Range) string {
	if r.Low == r.High {
		return figure(r.Low)
	}
	return figure(r.Low) + " to " + figure(r.High)
}

func figure(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }

// visits writes a number with its noun: "1 visit", "6 visits".
func visits(n float64) string {
	if n == 1 {
		return "1 visit"
	}
	return figure(n) + " visits"
}

func visitsOf(r imr.Range) string {
	if r.Low == r.High {
		return visits(r.High)
	}
	return count(r) + " visits"
}

// quoted puts the law's words in quotation marks.
func quoted(words string) string { return "“" + words + "”" }

var indicationWords = map[string]string{
	imr.AdjunctRehabilitation:  "acupuncture is an adjunct to physical rehabilitation",
	imr.AdjunctSurgery:         "acupuncture is an adjunct to surgery",
	imr.MedicationNotTolerated: "pain medication is not tolerated",
	imr.MedicationReduced:      "pain medication is reduced",
}

// grounds names the proven indications in a sentence's words.
func grounds(names []string) string {
	var out []string
	for _, n := range names {
		out = append(out, indicationWords[n])
	}
	return join(out)
}

func join(words []string) string {
	switch len(words) {
	case 0:
		return ""
	case 1:
		return words[0]
	}
	return strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1]
}

var partWords = map[string]string{"ankle_foot": "ankle or foot", "elbow": "elbow", "eye": "eye", "forearm_wrist_hand": "forearm, wrist or hand", "head": "head", "hip": "hip", "knee": "knee",
	"low_back": "low back", "neck": "neck", "shoulder": "shoulder", "upper_back": "upper back", "other": "part that the guideline does not name"}

func parts(names []string) string {
	var out []string
	for _, n := range names {
		out = append(out, partWords[n])
	}
	return join(out)
}
