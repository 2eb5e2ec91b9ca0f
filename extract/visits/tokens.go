package visits

import (
	"slices"
	"strconv"
	"strings"

	"imr/internal/pattern"
)

// token is a number, a word in its dictionary form, or a sign.
type token struct {
	text       string
	num        float64
	isNum      bool
	inWords    bool // twelve, not 12
	often      bool // once, twice, thrice
	nth        int  // of an ordinal: seventh, 7th
	start, end int
}

const monthNames = `(?i:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)(?i:[a-z]*)\.?`

// lexeme is what a text is cut into. Whatever holds numbers that count nothing is kept whole: dates, telephone and claim numbers,
// codes of diagnoses, levels of the spine, acupuncture points.
var lexeme = pattern.New(strings.Join([]string{
	`\d{1,2}[/-]\d{1,2}[/-]\d{2,4}`, `\d{4}-\d{2}-\d{2}`, `\b` + monthNames + ` \d{1,2}(?:st|nd|rd|th)?(?:,? \d{4})?\b`, `\b\d{1,2} ` + monthNames + ` \d{4}\b`,
	`\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}(?: ?(?:x|ext\.?) ?\d+)?`, `\b\d{1,2}:\d{2}\b`, `\b\d{2,}-\d{3,}\b`,
	`\b[A-TV-WYZ]\d{2}\.[0-9A-Z]{1,4}\b`, `\b[CTLScts]\d{1,2}(?: ?[-/–] ?[CTLScts]?\d{1,2})?\b`,
	`\b(?:LI|ST|SP|BL|UB|GB|LV|LR|KI|PC|TE|SJ|SI|HT|LU|GV|DU|CV|REN)[ -]?\d{1,2}\b`,
	`[$]?\d{1,3}(?:,\d{3})+`, `\d+\.\d+`, `\b\d{1,2}(?:st|nd|rd|th)\b`, `\d+`, `\(s\)`, `\b(?i:i\.e|e\.g)\.`, `\b(?i:s/p|w/k)\b`, `\b(?i:w)/(?:\s|$)`, `\b(?i:[tbq]\.i\.w|q\.o\.w)\b\.?`,
	`\pL+(?:['’]\pL+)?`, `[^\s\pL\d]`,
}, "|"))

// misread are digits with a letter among them as scanners and dictation make them: l2, 1O, l8; a Z before x is a 2.
var misread = pattern.New(`\b(?:\d{1,2} ?[xX] ?[lI]\d?\b|[xX] ?l\d?\b|l ?- ?\d|[lI] to \d|l ?[xX]\b|I ?[xX] (?:a|per|\d)\b|[lI|]\d\b(?:[^-/]|$)|\d[lIO]\b|[lI|]O\b|\d[oO]\d\b|Z(?: ?[xX](?: ?\d|\b)|\b))`)

// abbreviated are words after which a full stop does not end the sentence.
var abbreviated = map[string]bool{"wk": true, "wks": true, "mo": true, "mos": true, "sess": true, "tx": true, "txs": true, "vis": true, "no": true, "qty": true, "freq": true, "dur": true, "approx": true, "appt": true, "appts": true, "mins": true, "acu": true, "max": true, "add'l": true, "addtl": true, "x": true}

func tokenize(text string) []token {
	fixed := misread.ReplaceAllStringFunc(text, asDigits)
	var out []token
	for _, at := range lexemes(fixed) {
		raw := strings.ToLower(fixed[at[0]:at[1]])
		if raw == "(s)" || raw == "." && at[0] > 0 && len(out) > 0 && abbreviated[lastWord(fixed[:at[0]])] {
			continue
		}
		out = append(out, tokensOf(raw, at[0], at[1])...)
	}
	return joinDigits(joinNumberWords(unhyphenated(out, fixed)))
}

func lastWord(text string) string {
	i := strings.LastIndexFunc(text, func(r rune) bool { return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && r != '\'' })
	return strings.ToLower(text[i+1:])
}

func tokensOf(raw string, start, end int) []token {
	if isDigit(raw[0]) {
		if n, err := strconv.ParseFloat(raw, 64); err == nil {
			return []token{{text: raw, num: n, isNum: true, start: start, end: end}}
		}
	}
	raw = strings.ReplaceAll(strings.TrimSuffix(raw, "."), "’", "'")
	if raw == "" {
		return []token{{text: ".", start: start, end: end}}
	}
	var out []token
	for _, w := range formsOf(strings.ReplaceAll(raw, ".", "")) {
		n, isNum := numberWords[w]
		often := w == "once" || w == "twice" || w == "thrice"
		out = append(out, token{text: w, num: n, isNum: isNum, inWords: isNum, often: often, nth: nthOf(w), start: start, end: end})
	}
	return out
}

var ordinals = strings.Fields("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth")

// nthOf returns the number of an ordinal, in words or as 7th; 0 for any other word.
func nthOf(word string) int {
	if word != "" && isDigit(word[0]) {
		n, err := strconv.Atoi(strings.TrimRight(word, "stndrh"))
		if err != nil {
			return 0
		}
		return n
	}
	return slices.Index(ordinals, word) + 1
}

// asDigits reads a misread number; the length stays the same, so that places in the text do too.
func asDigits(s string) string {
	if head, tail, found := strings.Cut(s, " to "); found {
		return asDigits(head) + " to " + tail
	}
	return strings.Map(func(r rune) rune {
		switch r {
		case 'l', 'I', '|':
			return '1'
		case 'O', 'o':
			return '0'
		case 'Z':
			return '2'
		}
		return r
	}, s)
}

// unhyphenated drops the hyphens inside words: twice-weekly, 6-week. Between two numbers a hyphen makes a range.
func unhyphenated(in []token, text string) []token {
	var out []token
	for i, t := range in {
		inside := t.text == "-" && i > 0 && i+1 < len(in) && in[i-1].end == t.start && in[i+1].start == t.end
		if inside && !(in[i-1].isNum && in[i+1].isNum) {
			continue
		}
		out = append(out, t)
	}
	return out
}

// joinNumberWords joins "twenty", "-", "four" into 24 and "two", "dozen" into 24.
func joinNumberWords(in []token) []token {
	var out []token
	for i := 0; i < len(in); i++ {
		t := in[i]
		tens := t.inWords && t.num >= 20 && int(t.num)%10 == 0
		j := i + 1
		if tens && j < len(in) && in[j].text == "-" {
			j++
		}
		switch {
		case tens && j < len(in) && in[j].inWords && in[j].num < 10 && !in[j].often:
			t.num += in[j].num
			t.end = in[j].end
			i = j
		case t.text == "half" && i+1 < len(in) && (in[i+1].text == "dozen" || in[i+1].text == "a" && i+2 < len(in) && in[i+2].text == "dozen"):
			for i++; in[i].text != "dozen"; i++ {
			}
			t = token{text: "half dozen", num: 6, isNum: true, inWords: true, start: t.start, end: in[i].end}
		case t.isNum && i+1 < len(in) && in[i+1].text == "dozen":
			t.num *= 12
			t.end = in[i+1].end
			i++
		}
		out = append(out, t)
	}
	return out
}

// joinDigits joins the two digits of "1 8 visits", which a scanner or a typist tore apart.
func joinDigits(in []token) []token {
	for i := 0; i+2 < len(in); i++ {
		a, b := in[i], in[i+1]
		digits := a.isNum && b.isNum && !a.inWords && !b.inWords && a.num > 0 && a.num < 10 && b.num < 10 && len(a.text) == 1 && len(b.text) == 1
		if digits && b.start-a.end == 1 && in[i+2].text == "visit" && (i == 0 || !in[i-1].isNum && in[i-1].text != "x" && in[i-1].text != "-") {
			a.num, a.text, a.end = a.num*10+b.num, a.text+b.text, b.end
			return append(append(append([]token(nil), in[:i]...), a), joinDigits(in[i+2:])...)
		}
	}
	return in
}

var numberWords = map[string]float64{
	"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
	"thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
	"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "dozen": 12, "once": 1, "twice": 2, "thrice": 3,
}
