package extract

import (
	"strings"

	"imr/internal/pattern"
)

// sentence is a stretch of a block's text: start and end are byte offsets.
type sentence struct{ start, end int }

var (
	stop         = pattern.New(`[.!?;]["”)]*\s+|\s+[•▪]\s+`)
	abbreviation = pattern.New(`(?i)(?:^|[\s(])(?:dr|mr|mrs|ms|st|no|nos|vs|approx|e\.g|i\.e|etc|fig|dept|inc|jr|sr|cal|lic|pt|pts|rx|tx|hx|dx|wk|wks|mo|mos|lb|lbs|mg|min|hr|hrs|jan|feb|mar|apr|aug|sept?|oct|nov|dec|[a-z])\.$`)
)

// sentences splits text at full stops, semicolons, exclamation and question marks, but not after abbreviations.
func sentences(text string) []sentence {
	var out []sentence
	begin := 0
	for _, m := range stop.FindAllStringIndex(text, -1) {
		head := strings.TrimRight(text[begin:m[1]], " \t")
		if m[1] < len(text) && abbreviation.MatchString(head) && !startsUpper(text[m[1]:]) {
			continue
		}
		if m[1] < len(text) && (hardAbbreviation.MatchString(head) || entryMark.MatchString(head)) {
			continue
		}
		out = appendTrimmed(out, text, begin, m[1])
		begin = m[1]
	}
	return appendTrimmed(out, text, begin, len(text))
}

// hardAbbreviation never ends a sentence, whatever follows: a title before a name, or one capital as an initial.
var hardAbbreviation = pattern.New(`(?:^|[\s(])(?:Dr|Mr|Mrs|Ms|St|No|Nos|vs|Cal|Lic|[A-Z]|[Pp]\.[Tt])\.$|^\W*L\.Ac\.$`)

// entryMark is the number of an entry in a list, which begins a sentence and ends none.
var entryMark = pattern.New(`^\(?(?:\d{1,2}|[a-z])[.)]$`)

func startsUpper(s string) bool { return s != "" && s[0] >= 'A' && s[0] <= 'Z' }

func appendTrimmed(out []sentence, text string, start, end int) []sentence {
	for start < end && (text[start] == ' ' || text[start] == '\t') {
		start++
	}
	for end > start && (text[end-1] == ' ' || text[end-1] == '\t') {
		end--
	}
	if start < end {
		out = append(out, sentence{start, end})
	}
	return out
}
