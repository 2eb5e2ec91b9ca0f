package render

import (
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"
	"time"
)

// words withholds from words of a record: whole names, numbers and days, whatever has the shape of one, and each word of a name.
func (v veil) words(s string) string {
	s = v.wholes(clean(s))
	for _, phrase := range v.phrases {
		s = phrase.ReplaceAllString(s, withheld)
	}
	for _, shape := range shapes {
		s = shape.ReplaceAllString(s, withheld)
	}
	s = nameWord.ReplaceAllStringFunc(s, func(w string) string {
		if v.hides(w) {
			return withheld
		}
		return w
	})
	return joinedMarks.ReplaceAllString(s, withheld)
}

// wholes withholds whole names, numbers and days.
func (v veil) wholes(s string) string {
	for _, re := range v.whole {
		s = re.ReplaceAllString(s, withheld)
	}
	for _, n := range v.names {
		for _, at := range slices.Backward(n.find(s)) {
			s = s[:at[0]] + withheld + s[at[1]:]
		}
	}
	return s
}

// shows reports whether a whole name, number or day is in a text.
func (v veil) shows(s string) bool { return v.wholes(s) != s }

// sentence withholds from a sentence of the program: from what it quotes of a record as from a record, from the rest whole names only,
// so that "may" and "will" stay what they are. Words of the law stay.
func (v veil) sentence(s string, law []string) string {
	var out strings.Builder
	done := 0
	for _, at := range quotedWords.FindAllStringIndex(s, -1) {
		quote := strings.Trim(s[at[0]:at[1]], "“”")
		out.WriteString(v.wholes(s[done:at[0]]))
		if !slices.ContainsFunc(law, func(l string) bool { return strings.Contains(l, clean(quote)) }) {
			quote = v.words(quote)
		}
		out.WriteString("“" + quote + "”")
		done = at[1]
	}
	out.WriteString(v.wholes(s[done:]))
	return out.String()
}

// joinedMarks are marks beside each other: they would tell how many words a name has.
var joinedMarks = regexp.MustCompile(regexp.QuoteMeta(withheld) + `(?:[\s,./&-]*` + regexp.QuoteMeta(withheld) + `)+`)

// shapes are what names somebody by its form alone: numbers of social security, telephones and claims, addresses, days of birth, and
// names behind a title or before a degree.
var shapes = []*regexp.Regexp{
	regexp.MustCompile(`\b\d{3}-\d{2}-\d{4}\b`),
	regexp.MustCompile(`\(?\b\d{3}\)?[ .-]\d{3}[ .-]\d{4}\b`),
	regexp.MustCompile(`\b[\w.+-]+@[\w-]+\.[\w.-]+\b`),
	regexp.MustCompile(`(?i)\b(?:claim|policy|case|mrn|ssn|member)\s*(?:no|number|#|id)\.?\s*:?\s*[\w-]*\d[\w-]*`),
	regexp.MustCompile(`(?i)\b(?:dob|date of birth|born(?: on)?)\s*:?\s*[\w/.-]*\d[\w/.-]*`),
	regexp.MustCompile(`\b\d{1,5} (?:[A-Z]\w+ ){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Dr|Lane|Ln|Way)\b\.?`),
	regexp.MustCompile(`\b(?:Dr|Mr|Mrs|Ms|Miss)\.? [A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?`),
	regexp.MustCompile(`\b[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*){1,2}, ?(?:M\.?D|D\.?O|D\.?C|L\.?Ac|PT|DPT|NP|PA-C|PhD)\b\.?`),
}

// dayForms finds a day, given as YYYY-MM-DD or MM/DD/YYYY, in any of its usual forms; nil where the text is no day.
func dayForms(s string) *regexp.Regexp {
	day, err := time.Parse(time.DateOnly, strings.TrimSpace(s))
	if err != nil {
		if day, err = time.Parse("1/2/2006", strings.TrimSpace(s)); err != nil {
			return nil
		}
	}
	y, m, d := day.Year(), int(day.Month()), day.Day()
	month := day.Month().String()
	named := fmt.Sprintf(`(?:%s|%s)\.?`, month, month[:3])
	return regexp.MustCompile(fmt.Sprintf(`(?i)\b(?:0?%d[/. -]0?%d[/. -](?:%d|%02d)|%d[/. -]0?%d[/. -]0?%d|%s\s+0?%d(?:st|nd|rd|th)?,?\s+%d|0?%d(?:st|nd|rd|th)?\s+%s,?\s+%d)\b`,
		m, d, y, y%100, y, m, d, named, d, y, d, named, y))
}

// renamed puts a file's public name in place of its own, with or without its folder.
func renamed(s, file, public string) string {
	if file == "" || file == public {
		return s
	}
	return strings.ReplaceAll(strings.ReplaceAll(s, file, public), path.Base(file), public)
}
