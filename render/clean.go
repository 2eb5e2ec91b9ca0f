package render

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// clean makes one line of a text: composed characters, single spaces, and nothing that cannot be seen or that turns the
// direction of the words around it.
func clean(s string) string {
	s = strings.Map(visible, strings.ToValidUTF8(s, "\uFFFD"))
	return strings.Join(strings.Fields(norm.NFC.String(s)), " ")
}

func visible(r rune) rune {
	switch {
	case unicode.IsSpace(r):
		return ' '
	case unicode.In(r, unicode.Cc, unicode.Cf):
		return -1
	}
	return r
}

// outcomeWord finds words that would read as the outcome of an item.
var outcomeWord = regexp.MustCompile(`(:\s*)(Upheld|Overturned)\b`)

// disarm marks an outcome that stands after a colon in the words of a record, such as an earlier determination in the file,
// so that only an item's own line reads as one. The brackets say that the words between them are the program's.
func disarm(s string) string {
	return outcomeWord.ReplaceAllString(s, "$1[quoted] $2")
}

// listMark is what stands before an entry of a list in a record.
var listMark = regexp.MustCompile(`^[-–•*]\s+`)

// quoteLimit is how many characters of a record are quoted in one place; decision.json has all of them.
const quoteLimit = 400

// quoted puts the record's words between quotation marks.
func quoted(s string) string {
	s = strings.Trim(listMark.ReplaceAllString(clean(s), ""), `"“”`)
	if r := []rune(s); len(r) > quoteLimit {
		s = strings.TrimSpace(string(r[:quoteLimit])) + " …"
	}
	return "“" + s + "”"
}

// ended puts a full stop behind words, or behind a quotation, that have none of their own.
func ended(words string) string {
	if inner := strings.TrimSuffix(words, "”"); inner != "" && strings.ContainsAny(inner[len(inner)-1:], ".!?") {
		return words
	}
	return words + "."
}
