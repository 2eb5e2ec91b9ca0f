package render

import (
	"fmt"
	"strings"

	"imr"
)

// pathOf names a thing of decision.json that has no id of its own.
func pathOf(list string, i int) string { return fmt.Sprintf("%s.%d", list, i) }

var documentNames = map[string]string{
	"application":   "Application for Independent Medical Review",
	"noarfi":        "Notice of assignment and request for information",
	"rfa":           "Request for Authorization (RFA)",
	"ur":            "Utilization review decision",
	"authorization": "Authorization letter",
	"withdrawal":    "Withdrawal",
	"pr2":           "Treating physician’s report",
	"first_report":  "Doctor’s first report of occupational injury",
	"acupuncture":   "Acupuncture treatment note",
	"therapy":       "Therapy note",
	"operative":     "Operative report",
	"qme":           "Medical-legal evaluation (QME or AME)",
	"work_status":   "Work status report",
	"fax":           "Fax cover sheet",
	"proof":         "Proof of service",
	"attorney":      "Attorney’s letter",
	"lab":           "Laboratory report",
	"imaging":       "Imaging report",
	"billing":       "Billing paper",
	"deposition":    "Deposition",
	"wage":          "Wage statement",
	"appointments":  "Appointment list",
	"message":       "Telephone message",
	"case_manager":  "Case manager’s note",
	"pharmacy":      "Pharmacy record",
	"intake":        "Intake form",
	"other":         "Other document",
}

// documentWords is a document's kind in words.
func documentWords(kind string) string {
	if name, ok := documentNames[kind]; ok {
		return name
	}
	return capital(strings.ReplaceAll(kind, "_", " "))
}

var factNames = map[string]string{
	"requested_visits":       "visits requested",
	"frequency_per_week":     "visits a week",
	"duration_weeks":         "duration in weeks",
	"authorized_visits":      "visits authorized by utilization review",
	"prior_visits":           "visits completed before the request",
	"ur_outcome":             "outcome of utilization review",
	"course":                 "course of treatment",
	"indication":             "indication",
	"improvement_function":   "improvement in daily activities or reduction in work restrictions",
	"improvement_dependency": "reduction in the dependency on continued medical treatment",
	"body_part":              "body part",
	"governing_date":         "date that decides which text of the guideline applies",
	"date_of_injury":         "date of injury",
	"ur_date":                "date of the utilization review decision",
	"rfa_date":               "date of the request for authorization",
	administratorNote:        "guideline named by utilization review",
}

// isDay reports whether the fact of that name is a day.
func isDay(name string) bool { return strings.HasSuffix(name, "_date") || name == "date_of_injury" }

// factName is a fact's name in words.
func factName(name string) string {
	if words, ok := factNames[name]; ok {
		return words
	}
	return strings.ReplaceAll(name, "_", " ")
}

// factWords says a fact and its value as the list of places does: "Visits requested: 18."
func factWords(f imr.StatedFact) string {
	value := valueWords(f.Value)
	switch f.Status {
	case imr.Silent:
		value = "the record says nothing of it"
	case imr.Contradictory:
		value = "the record contradicts itself"
	case imr.Unknown:
		value = "not known"
	}
	return fmt.Sprintf("%s: %s.", capital(factName(f.Name)), value)
}
