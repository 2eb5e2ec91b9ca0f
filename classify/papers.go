package classify

import (
	_ "embed"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"

	"imr"
	"imr/internal/pattern"
)

// The kinds of documents that decide something; kinds.txt has the others.
const (
	application = "application"
	rfa         = "rfa"
	ur          = "ur"
	assignment  = "noarfi"
	authorized  = "authorization"
	withdrawal  = "withdrawal"
	progress    = "pr2"
	firstReport = "first_report"
	acuNote     = "acupuncture"
	therapyNote = "therapy"
	operative   = "operative"
	proof       = "proof"
	unplaced    = "other"
)

// paper is one document of the case: pages in a row that belong together.
type paper struct {
	kind     string
	file     string
	first    int
	last     int
	date     imr.Date
	author   string
	excluded bool // another patient's
	mentions []imr.Mention
	text     string // of all its pages, a line a line
}

// clue is one line of kinds.txt.
type clue struct {
	kind   string
	weight int
	title  bool
	re     *pattern.Pattern
}

//go:embed kinds.txt
var kindsFile string

// loadClues compiles kinds.txt once; a mistake in it is a mistake of the program and panics in the first test.
var loadClues = sync.OnceValue(func() []clue {
	var out []clue
	for i, line := range strings.Split(kindsFile, "\n") {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		f := strings.Fields(line)
		if len(f) < 4 {
			panic(fmt.Sprintf("kinds.txt:%d: want kind, weight, place and pattern", i+1))
		}
		weight, err := strconv.Atoi(f[1])
		if err != nil {
			panic(fmt.Sprintf("kinds.txt:%d: %v", i+1, err))
		}
		at := strings.Index(line, f[2]+" ") + len(f[2])
		out = append(out, clue{f[0], weight, f[2] == "title", pattern.New("(?i)" + strings.TrimSpace(line[at:]))})
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
		text := l.Text()
		if c.title {
			if furniture.MatchString(text) {
				continue
			}
			if seen++; seen > titleLines {
				return false
			}
			if len(text) > 95 || strings.HasSuffix(strings.TrimSpace(text), ".") { // a sentence, not a title
				continue
			}
		}
		if c.re.MatchString(text) {
			return true
		}
	}
	return false
}

// papersOf cuts a record into documents.
func papersOf(r imr.Record, mentions []imr.Mention) []paper {
	var out []paper
	for _, f := range r.Files {
		start := len(out)
		for _, p := range f.Pages {
			if len(p.Lines) == 0 {
				continue
			}
			kind, titled := kindOf(p)
			if n := len(out); n > start && goesOn(out[n-1], kind, titled, p) {
				out[n-1].last = p.Number
				out[n-1].text += pageText(p)
				continue
			}
			if kind == "" {
				kind = unplaced
			}
			out = append(out, paper{kind: kind, file: f.Name, first: p.Number, last: p.Number, text: pageText(p)})
		}
	}
	for i := range out {
		out[i].take(mentions)
	}
	return out
}

// goesOn reports whether a page continues the document before it.
func goesOn(prev paper, kind string, titled bool, p imr.Page) bool {
	if kind == "" {
		return p.Number == prev.last+1
	}
	return kind == prev.kind && !titled && p.Number == prev.last+1
}

func pageText(p imr.Page) string {
	var b strings.Builder
	for _, l := range p.Lines {
		b.WriteString(l.Text())
		b.WriteByte('\n')
	}
	return b.String()
}

func (p *paper) take(all []imr.Mention) {
	for _, m := range all {
		if m.Evidence.File == p.file && m.Evidence.Page >= p.first && m.Evidence.Page <= p.last {
			p.mentions = append(p.mentions, m)
		}
	}
	p.date = p.day()
	p.author = p.writer()
}

// writer returns who wrote the document: who signed it, else whose name stands alone on a line. In a letter the first name alone is
// that of the person written to, and the last is its signature. A form that quotes others' names counts only where it is signed.
func (p *paper) writer() string {
	names := p.of("author")
	if p.kind == ur || p.kind == authorized || p.kind == assignment {
		slices.Reverse(names)
	}
	for _, sense := range []string{"signed", "alone", "named"} {
		for _, m := range names {
			if m.Sense == sense && (sense != "named" || p.kind != ur && p.kind != application) {
				return m.Value
			}
		}
	}
	return ""
}

// day returns the document's own date: of the visit or the decision, else one that stands alone at its head, else of its signature.
func (p *paper) day() imr.Date {
	roles := []string{"service", "report", "alone", "date", "signed", ""}
	if p.kind == ur {
		roles = []string{"ur", "alone", "report", "date", ""}
	}
	if p.kind == authorized {
		roles = []string{"alone", "report", "date", "ur", ""}
	}
	if p.kind == rfa || p.kind == application {
		roles = []string{"signed", "date", "alone"}
	}
	for _, role := range roles {
		for _, m := range p.mentions {
			if m.Topic == "date" && m.Sense == role && !((role == "" || role == "date" && p.kind == ur) && m.Evidence.Line > titleLines) {
				return imr.Date(m.Value)
			}
		}
	}
	return ""
}

// of returns the mentions of a topic in a paper.
func (p paper) of(topic string) []imr.Mention {
	var out []imr.Mention
	for _, m := range p.mentions {
		if m.Topic == topic {
			out = append(out, m)
		}
	}
	return out
}

// clinical reports whether a physician, therapist or acupuncturist speaks in the paper of what was found and done.
func (p paper) clinical() bool {
	switch p.kind {
	case progress, firstReport, acuNote, therapyNote, operative, "qme", "work_status", "pharmacy", "intake":
		return !p.excluded
	case unplaced:
		return !p.excluded
	}
	return false
}
