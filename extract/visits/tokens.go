package visits

import (
	"regexp"
	"strconv"
	"strings"
)

// token is a number, a word in lower case, or a sign.
type token struct {
	text       string
	num        float64
	isNum      bool
	start, end int
}

// lexeme is what a text is cut into: dates (kept whole, so that their parts are never counts), numbers with letters that a scanner
// mistook for digits, numbers, words, signs.
var lexeme = regexp.MustCompile(`\d{1,2}[/-]\d{1,2}[/-]\d{2,4}|\d{4}-\d{2}-\d{2}|[$]?\d{1,3}(?:,\d{3})+|\d+\.\d+|\d+|[\pL]+(?:['’][\pL]+)?|[^\s\pL\d]`)

// misread are digits with a letter among them as scanners and dictation make them: l2, 1O, l8.
var misread = regexp.MustCompile(`\b(?:[lI|]\d|\d[lIO]|[lI|]O|\d[oO]\d|Z)\b`)

func tokenize(text string) []token {
	fixed := misread.ReplaceAllStringFunc(text, asDigits)
	var out []token
	for _, at := range lexeme.FindAllStringIndex(fixed, -1) {
		t := token{text: strings.ToLower(fixed[at[0]:at[1]]), start: at[0], end: at[1]}
		if n, err := strconv.ParseFloat(t.text, 64); err == nil && t.text[0] >= '0' && t.text[0] <= '9' {
			t.num, t.isNum = n, true
		} else if n, ok := numberWords[t.text]; ok {
			t.num, t.isNum = n, true
		} else if s, ok := sameAs[t.text]; ok {
			t.text = s
		}
		out = append(out, t)
	}
	return joinNumberWords(out)
}

// asDigits reads a misread number; the length stays the same, so that places in the text do too. A lone Z is a 2 only before "x".
func asDigits(s string) string {
	if s == "Z" {
		return "2"
	}
	return strings.Map(func(r rune) rune {
		switch r {
		case 'l', 'I', '|':
			return '1'
		case 'O', 'o':
			return '0'
		}
		return r
	}, s)
}

// joinNumberWords joins "twenty", "-", "four" into 24.
func joinNumberWords(in []token) []token {
	var out []token
	for i := 0; i < len(in); i++ {
		t := in[i]
		tens := t.isNum && t.num >= 20 && t.num < 100 && int(t.num)%10 == 0 && t.text[0] > '9'
		j := i + 1
		if tens && j < len(in) && in[j].text == "-" {
			j++
		}
		if tens && j < len(in) && in[j].isNum && in[j].num < 10 && in[j].text[0] > '9' {
			t.num += in[j].num
			t.end = in[j].end
			i = j
		}
		out = append(out, t)
	}
	return out
}

var numberWords = map[string]float64{
	"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
	"thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
	"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "dozen": 12,
}

// sameAs brings the spellings of a word to one.
var sameAs = map[string]string{
	"×": "x", "*": "x", "–": "-", "—": "-", "‐": "-", "−": "-", "weeks": "week", "wk": "week", "wks": "week", "wkly": "weekly", "week's": "week",
	"months": "month", "mo": "month", "mos": "month", "visits": "visit", "vis": "visit", "visit's": "visit", "sessions": "visit", "session": "visit", "treatments": "visit", "treatment": "visit", "tx": "visit",
	"txs": "visit", "tx's": "visit", "appointments": "visit", "appointment": "visit", "times": "times", "time": "times", "days": "day", "through": "to", "thru": "to", "acupunture": "acupuncture",
	"acu": "acupuncture", "acup": "acupuncture", "accupuncture": "acupuncture", "puncture": "acupuncture", "electroacupuncture": "acupuncture", "accupunture": "acupuncture", "acupunctures": "acupuncture",
	"addtl": "additional", "addl": "additional", "add'l": "additional", "needling": "acupuncture",
}

// guideline knows the acupuncture guideline's own numbers and their relatives in other guidelines: they ask for nothing.
var guideline = regexp.MustCompile(`(?i)time to produce|produce functional|optimum duration|effect on function should|frequency:? 1 to 3 times per week|one to three times per week over|maximum duration|guidelines? (?:support|recommend|allow|state|call)|trial of 3-4 visits over 2 weeks|up to 8-12 visits|\bcap of\b`)
