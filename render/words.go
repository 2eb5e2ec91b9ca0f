package render

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"imr"
)

// place names a thing of decision.json that has no id of its own.
func place(list string, i int) string { return fmt.Sprintf("%s.%d", list, i) }

var documentNames = map[string]string{
	"application":   "Application for Independent Medical Review",
	"noarfi":        "Notice of assignment and request for information",
	"rfa":           "Request for Authorization (RFA)",
	"ur":            "Utilization review decision",
	"authorization": "Authorization letter",
	"withdrawal":    "Withdrawal",
	"pr2":           "Treating physician’s progress report (PR-2)",
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

// valueWords is a fact's value in words. The value may come from the stage before or from JSON; both read the same.
func valueWords(v any) string {
	switch v := plainValue(v).(type) {
	case nil:
		return "not known"
	case bool:
		return map[bool]string{true: "yes", false: "no"}[v]
	case float64:
		return countWords(v)
	case string:
		return wordOrDay(v)
	case []any:
		return listWords(v)
	case map[string]any:
		return rangeWords(v)
	}
	return "not known"
}

// plainValue is the value as JSON reads it.
func plainValue(v any) any {
	b, err := json.Marshal(v)
	if err != nil {
		return nil
	}
	var plain any
	if json.Unmarshal(b, &plain) != nil {
		return nil
	}
	return plain
}

func countWords(n float64) string { return strconv.FormatFloat(n, 'f', -1, 64) }

func wordOrDay(s string) string {
	if day := imr.Date(s).US(); day != "" {
		return day
	}
	return strings.ReplaceAll(s, "_", " ")
}

func rangeWords(v map[string]any) string {
	low, okLow := v["low"].(float64)
	high, okHigh := v["high"].(float64)
	if !okLow || !okHigh {
		return "not known"
	}
	if low == high {
		return countWords(low)
	}
	return countWords(low) + " to " + countWords(high)
}

func listWords(list []any) string {
	if len(list) == 0 {
		return "none"
	}
	var words []string
	for _, v := range list {
		words = append(words, valueWords(v))
	}
	return enumerate(words)
}

// enumerate joins words as a sentence does: "a", "a and b", "a, b and c".
func enumerate(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " and " + words[last]
}

// count puts the right form of a noun after a number.
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// filePages is "file.pdf, page 3" or "file.pdf, pages 1–4, 7".
func filePages(file string, pages []int) string {
	pages = sortedSet(pages)
	switch len(pages) {
	case 0:
		return file
	case 1:
		return fmt.Sprintf("%s, page %d", file, pages[0])
	}
	return file + ", pages " + strings.Join(numberRanges(pages), ", ")
}

// numberRanges shortens sorted numbers: 1, 2, 3, 7 are "1–3", "7".
func numberRanges(numbers []int) []string {
	var out []string
	for i := 0; i < len(numbers); {
		j := i
		for j+1 < len(numbers) && numbers[j+1] == numbers[j]+1 {
			j++
		}
		if i == j {
			out = append(out, strconv.Itoa(numbers[i]))
		} else {
			out = append(out, fmt.Sprintf("%d–%d", numbers[i], numbers[j]))
		}
		i = j + 1
	}
	return out
}

// sortedSet returns the numbers in order, each once.
func sortedSet(numbers []int) []int {
	return slices.Compact(slices.Sorted(slices.Values(numbers)))
}
