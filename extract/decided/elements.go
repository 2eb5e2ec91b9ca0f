package decided

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"imr/extract/visits"

	"imr/internal/pattern"
)

// element is a word or phrase, a number or a mark of a text.
type element struct {
	sense      string // of words.txt; "mark", "count", or "" for any other word
	text       string // in lower case
	start, end int    // bytes in the text

	n, of int            // of a count; n is -1 where no number follows from it, of is 0 where no larger number is said
	left  bool           // of a count: "the remaining 6"
	how   *visits.Phrase // of a count in the words of a schedule or of visits; nil for a bare number
}

var (
	notBare  = pattern.New(`(?:[^\W_xX]|[^\W]\w|[./#$-]|\d,)$`)
	notAlone = pattern.New(`^(?:[\w%]|[./-]\d)`)
)

// elements cuts a text.
func elements(text string) []element {
	words := wordsOf(text)
	found := quantities(text, words)
	var out []element
	for _, e := range words {
		for len(found) > 0 && e.start >= found[0].start {
			out = append(out, found[0])
			found = found[1:]
		}
		if n := len(out); n > 0 && out[n-1].how != nil && e.start < out[n-1].end { // part of the quantity
			continue
		}
		out = append(out, e)
	}
	return outOf(repeated(append(out, found...)))
}

// Speaks reports whether a text has a word of decision at all, which spares reading most pages.
func Speaks(text string) bool { return speaks(wordsOf(text)) }

func speaks(words []element) bool {
	return slices.ContainsFunc(words, func(e element) bool { return levels[e.sense] > 1 })
}

// wordsOf cuts a text into words and phrases, bare numbers and marks.
func wordsOf(text string) []element {
	var out []element
	raw := pieces(text)
	for i := 0; i < len(raw); {
		e, n := wordAt(raw, i, text)
		out = append(out, e)
		i += n
	}
	return out
}

// quantities are the numbers of visits and the schedules of a text. None reaches over a word of decision.
func quantities(text string, words []element) []element {
	var out []element
	from := 0
	for i := 0; i <= len(words); i++ {
		if i < len(words) && levels[words[i].sense] == 0 {
			continue
		}
		to := len(text)
		if i < len(words) {
			to = words[i].start
		}
		for _, p := range visits.Parse(text[from:to]) {
			p.Start, p.End = p.Start+from, p.End+from
			out = append(out, quantity(p))
		}
		if i < len(words) {
			from = words[i].end
		}
	}
	return out
}

// pieces are the words, numbers and marks of a text, without the hyphens that join words.
func pieces(text string) []element {
	out := make([]element, 0, len(text)/4)
	for at := 0; at < len(text); {
		start, end := nextPiece(text, at)
		if at = end; start == end {
			break
		}
		e := element{text: strings.ReplaceAll(strings.ToLower(text[start:end]), "’", "'"), start: start, end: end}
		if joins(text, start, end) {
			continue
		}
		if c := e.text[0]; !(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') {
			e.sense = "mark"
		}
		out = append(out, e)
	}
	return out
}

// joins reports whether a mark is a hyphen between two parts of a word.
func joins(text string, start, end int) bool {
	switch text[start:end] {
	case "-", "‐", "–":
		return start > 0 && isLetter(text[start-1]) && end < len(text) && text[end] != ' '
	}
	return false
}

// nextPiece is where the first word, number or mark from a place on begins and ends; a word may hold one apostrophe. Both are the text's
// end where there is none.
func nextPiece(text string, at int) (start, end int) {
	for at < len(text) && strings.IndexByte(" \t\n\f\r", text[at]) >= 0 {
		at++
	}
	if at == len(text) {
		return at, at
	}
	switch {
	case isLetter(text[at]):
		end = after(text, at, isLetter)
		_, size := utf8.DecodeRuneInString(text[end:])
		if tail := text[end:]; strings.HasPrefix(tail, "'") || strings.HasPrefix(tail, "’") {
			if last := after(text, end+size, isSmall); last > end+size {
				end = last
			}
		}
	case isDigit(text[at]):
		end = after(text, at, isDigit)
	default:
		_, size := utf8.DecodeRuneInString(text[at:])
		end = at + size
	}
	return at, end
}

// after is the first place from one on that holds another kind of byte.
func after(text string, at int, kind func(byte) bool) int {
	for at < len(text) && kind(text[at]) {
		at++
	}
	return at
}

func isLetter(c byte) bool { return isSmall(c) || c >= 'A' && c <= 'Z' }
func isSmall(c byte) bool  { return c >= 'a' && c <= 'z' }
func isDigit(c byte) bool  { return c >= '0' && c <= '9' }

// quantity is a phrase of the grammar of visits as one element. A schedule beside another total is what was asked for.
func quantity(p visits.Phrase) element {
	e := element{sense: "count", text: strings.ToLower(p.Text), start: p.Start, end: p.End, n: -1, how: &p}
	switch {
	case p.Kind == visits.DoneOf:
		e.n, e.of = p.Done, p.Of
	case p.Kind == visits.Remaining && strings.Contains(e.text, " of "): // all of it was asked for
		e.n = int(p.Total.High)
	case p.Kind == visits.Remaining:
		e.n, e.left = int(p.Total.High), true
	case p.Total != nil:
		e.n = int(p.Total.High)
	case len(p.Readings) == 1:
		e.n = int(p.Readings[0].High)
	}
	for _, r := range p.Readings {
		if p.Total != nil && r != *p.Total && ofRequest.MatchString(e.text) {
			e.of = int(r.High)
		}
	}
	return e
}

// ofRequest stands between a number and the schedule of the request that it is a part of: "4 visits of acupuncture 2x6". What
// disagrees side by side, "21 visits (3x8)", is one request.
var ofRequest = pattern.New(`\b(?:of|under|for|from|in) (?:\w+ ){0,5}(?:acupuncture|request\w*)\b|\brequest|` + leading)

// leading are the words at the end of a schedule that lead to another number: "3x4, to six visits".
const leading = `[ ,]to (?:\w+|\w+ \(\d+\)) (?:visit|session|treatment)s?$`

var leadsTo = pattern.New(leading)

// wordAt reads the phrase, word or number that begins at a piece, and how many pieces it takes.
func wordAt(raw []element, i int, text string) (element, int) {
	e := raw[i]
	if e.sense == "mark" {
		return e, 1
	}
	if n, ok := numberOf(e.text); ok {
		if !notBare.MatchString(text[max(0, e.start-2):e.start]) && !notAlone.MatchString(text[e.end:]) && !(i+1 < len(raw) && otherUnits[raw[i+1].text]) {
			e.sense, e.n = "count", n
		}
		return e, 1
	}
	sense, n := senseAt(raw[i:])
	e.sense, e.end = sense, raw[i+n-1].end
	if e.text == "may" && i+1 < len(raw) && raw[i+1].text[0] <= '9' { // the month
		e.sense = ""
	}
	return e, n
}

// otherUnits count no visits.
var otherUnits = map[string]bool{
	"week": true, "weeks": true, "wk": true, "wks": true, "month": true, "months": true, "mo": true, "day": true, "days": true, "year": true, "years": true,
	"minute": true, "minutes": true, "min": true, "hour": true, "hours": true, "mg": true, "tablets": true, "refills": true, "refill": true, "percent": true,
}

var numbers = strings.Fields("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty")

func numberOf(word string) (int, bool) {
	if isDigit(word[0]) {
		n, err := strconv.Atoi(word)
		return n, err == nil && n < 100
	}
	if n := slices.Index(numbers, word); n >= 0 {
		return n, true
	}
	return 0, word == "none"
}

// repeated drops a number that says the one before it once more, in brackets: "six (6)".
func repeated(es []element) []element {
	var out []element
	for i := 0; i < len(es); i++ {
		out = append(out, es[i])
		if i+3 < len(es) && es[i].sense == "count" && es[i+1].text == "(" && es[i+2].sense == "count" && es[i+2].n == es[i].n && es[i+3].text == ")" {
			i += 3
		}
	}
	return out
}

// outOf joins "6 of 18", "6 out of the 18" and "6/18" into one count.
func outOf(es []element) []element {
	var out []element
	for i := 0; i < len(es); i++ {
		e := es[i]
		k := i + 1
		for k < len(es) && (es[k].text == "of" || es[k].text == "out" || es[k].text == "the" || es[k].text == "/") {
			k++
		}
		if e.sense == "count" && e.of == 0 && k > i+1 && k < len(es) && es[k].sense == "count" && es[k].n >= e.n && e.n >= 0 {
			e.of, e.end = es[k].n, es[k].end
			i = k
		}
		out = append(out, e)
	}
	return out
}
