package classify

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"sync"

	"imr"
	"imr/internal/pattern"
)

// clue is one line of kinds.txt.
type clue struct {
	kind   string
	weight int
	title  bool
	re     *pattern.Pattern
}

//go:embed kinds.txt
var kindsFile string

// loadClues reads kinds.txt once; a mistake in it is a mistake of the program and panics in the first test.
var loadClues = sync.OnceValue(func() []clue {
	var out []clue
	for _, r := range pattern.Table("kinds.txt", kindsFile, 3, "a kind, a weight, a place and a pattern") {
		weight, err := strconv.Atoi(r.Columns[1])
		if err != nil {
			panic(fmt.Sprintf("kinds.txt: the weight %q is no number", r.Columns[1]))
		}
		out = append(out, clue{r.Columns[0], weight, r.Columns[2] == "title", pattern.New("(?i)" + r.Rest)})
	}
	return out
})

// titleLines is how many lines at the top of a page may hold a document's title: letterheads and fax lines stand above it.
const titleLines = 14

// minimumScore is what the clues of a kind must add up to.
const minimumScore = 4

// kindOf returns the kind of document that a page looks like, and whether its title stands on it; "" where nothing tells.
func kindOf(p imr.Page) (kind string, titled bool) {
	scores, titles := map[string]int{}, map[string]bool{}
	for _, c := range loadClues() {
		if clueFound(c, p) {
			scores[c.kind] += c.weight
			titles[c.kind] = titles[c.kind] || c.title
		}
	}
	best := 0
	for _, c := range loadClues() { // in the file's order, so that a tie has one answer
		if scores[c.kind] > best {
			best, kind = scores[c.kind], c.kind
		}
	}
	if best < minimumScore {
		return "", false
	}
	return kind, titles[kind]
}

var furniture = pattern.New(`(?i)^\W*(?:page \d+(?: of \d+)?|\d{1,2}/\d{1,2}/\d{2,4} \d{1,2}:\d\d|confidential|-\d+-|imrrec|[a-z]{2,8} ?\d{5,}\b|.{0,60}\bfrom:.{0,40}\bto:)`)

func clueFound(c clue, p imr.Page) bool {
	seen := 0
	for _, l := range p.Lines {
		switch {
		case !c.title:
			if c.re.MatchString(l.Text()) {
				return true
			}
		case furniture.MatchString(l.Text()):
		default:
			if seen++; seen > titleLines {
				return false
			}
			if c.titles(l) || seen <= columnTitleLines && len(l.Cells) > 1 && c.titles(imr.Line{Cells: l.Cells[:1]}) {
				return true
			}
		}
	}
	return false
}

// columnTitleLines is how many lines at the top of a page of two columns may hold a title in the left one.
const columnTitleLines = 4

func (c clue) titles(l imr.Line) bool { return mayBeTitle(l, c.kind) && c.re.MatchString(l.Text()) }

var (
	// listEntry begins an entry of a list, or a field that names treatment: what stands there is asked for.
	listEntry = pattern.New(`(?i)^\s*(?:[-•*–·▪]\s|\(?\d{1,2}[.)]\s|(?:item|request|service|treatment)\W{0,2}#?\d{1,2}\b|#\d|(?:requested|(?:treatment|service|procedure)s?(?: requested)?|regarding|request(?: for)?|for)\s*:)`)
	// decidedOn is a word of a decision on treatment, which stands in no title but a letter's.
	decidedOn = pattern.New(`(?i)\b(?:non-?cert\w*|certif\w*|denied|deny|approved?|modified|deferred|withdrawn|not authorized)\b`)
)

// runningText reports whether a text of many words has few in capitals, as the line of a paragraph does.
func runningText(text string) bool {
	words := strings.Fields(text)
	small := 0
	for _, w := range words {
		if w[0] >= 'a' && w[0] <= 'z' {
			small++
		}
	}
	return len(words) > 8 && small > len(words)*2/3
}

// mayBeTitle reports whether a line may be the title of a document of a kind: no sentence, no entry of a list of treatment.
func mayBeTitle(l imr.Line, kind string) bool {
	text := strings.TrimSpace(l.Text())
	switch {
	case len(text) > 95 || strings.HasSuffix(text, ".") || len(l.Cells) > 3 || runningText(text):
		return false
	case oneOf(kind, []string{ur, authorized, withdrawal, proof, "fax"}):
		return true
	}
	return !listEntry.MatchString(text) && !decidedOn.MatchString(text)
}
