package paper

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"strconv"
	"strings"

	"imr/internal/exam/styles"
)

// writer fills the slots of one paper's template.
type writer struct {
	*rand.Rand
	styles []styles.Style // where phrases are looked for: the paper's own style, then the common one
	slots  map[string]string
	say    func(facts []string) string
	spoil  func(text string) string // nil, or what a scanner makes of a quantity
}

var (
	slot   = regexp.MustCompile(`\{([A-Za-z][A-Za-z0-9_. ]*)\}`)
	choice = regexp.MustCompile(`<([^<>]*)>`)
)

// deepest is how many phrases may stand in one another before it is taken for a mistake.
const deepest = 12

// fill replaces the slots of a text until none is left. An error names a slot that nothing fills.
func (w *writer) fill(text string) (string, error) {
	for range deepest {
		if !strings.ContainsAny(text, "{<") {
			return text, nil
		}
		var missing error
		text = choice.ReplaceAllStringFunc(text, w.choose)
		text = slot.ReplaceAllStringFunc(text, func(s string) string {
			value, err := w.value(s[1 : len(s)-1])
			if err != nil {
				missing = err
			}
			return value
		})
		if missing != nil {
			return "", missing
		}
	}
	return "", fmt.Errorf("phrases stand in one another without end: %.60s", text)
}

func (w *writer) choose(s string) string {
	each := strings.Split(s[1:len(s)-1], "|")
	return each[w.IntN(len(each))]
}

func (w *writer) value(name string) (string, error) {
	verb, rest, _ := strings.Cut(name, " ")
	switch verb {
	case "pick":
		p, err := w.pick(rest)
		if err == nil && w.spoil != nil && strings.HasPrefix(rest, "q.") {
			p.text, err = w.fill(p.text)
			p.text = w.spoil(p.text)
		}
		return mark(factOf(rest), rest, p), err
	case "say":
		return w.say(strings.Fields(rest)), nil
	}
	if v, ok := w.slots[name]; ok {
		return mark(dayFacts[name], name, picked{v, ""}), nil
	}
	stem, form, _ := strings.Cut(name, ".")
	if n, err := strconv.Atoi(w.slots[stem]); err == nil && form != "" {
		return inForm(n, form)
	}
	return "", fmt.Errorf("nothing fills the slot {%s}", name)
}

// picked is a phrase and where it came from.
type picked struct{ text, from string }

// pick takes a phrase of a group at random, from the paper's own style where it has the group.
func (w *writer) pick(group string) (picked, error) {
	for _, s := range w.styles {
		if phrases := s.Groups[group]; len(phrases) > 0 {
			p := phrases[w.IntN(len(phrases))]
			return picked{p.Text, fmt.Sprintf("%s:%d", s.Name, p.Line)}, nil
		}
	}
	return picked{}, fmt.Errorf("no style has the group [%s]", group)
}

var numberWords = []string{"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"}

func inWords(n int) string {
	switch {
	case n < 20:
		return numberWords[n]
	case n%10 == 0:
		return tens[n/10]
	case n < 100:
		return tens[n/10] + "-" + numberWords[n%10]
	}
	return strconv.Itoa(n)
}

var tens = []string{"", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"}

// inForm writes a number in the form that a slot asks for.
func inForm(n int, form string) (string, error) {
	words := inWords(n)
	switch form {
	case "w":
		return words, nil
	case "W":
		return strings.ToUpper(words[:1]) + words[1:], nil
	case "b":
		return fmt.Sprintf("%s (%d)", words, n), nil
	case "o":
		return strconv.Itoa(n) + ending(n), nil
	case "t":
		return timesWord(n), nil
	}
	return "", fmt.Errorf("a number has no form %q", form)
}

func timesWord(n int) string {
	switch n {
	case 1:
		return "once"
	case 2:
		return "twice"
	}
	return inWords(n) + " times"
}

func ending(n int) string {
	if n/10%10 == 1 {
		return "th"
	}
	switch n % 10 {
	case 1:
		return "st"
	case 2:
		return "nd"
	case 3:
		return "rd"
	}
	return "th"
}
