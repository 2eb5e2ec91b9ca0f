package classify

import (
	"slices"
	"strings"

	"imr"
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
	titled   bool // its title stands on its first page
	excluded bool // another patient's
	mentions []imr.Mention
	text     string // of all its pages, a line a line
}

// papersOf cuts a record into documents.
func papersOf(r imr.Record, mentions []imr.Mention) []paper {
	var out []paper
	said := map[string][]imr.Mention{}
	for _, m := range mentions {
		key := pageKey(m.Evidence.File, m.Evidence.Page)
		said[key] = append(said[key], m)
	}
	for _, f := range r.Files {
		start := len(out)
		for _, p := range f.Pages {
			if len(p.Lines) == 0 {
				continue
			}
			next := paperOf(f.Name, p, said[pageKey(f.Name, p.Number)])
			if n := len(out); n > start && next.goesOnFrom(out[n-1]) {
				out[n-1].last = p.Number
				out[n-1].text += next.text
				out[n-1].mentions = append(out[n-1].mentions, next.mentions...)
				continue
			}
			out = append(out, next)
		}
	}
	for i := range out {
		if out[i].kind == "" {
			out[i].kind = unplaced
		}
		out[i].date = out[i].day()
		out[i].author = out[i].writer()
	}
	return out
}

// paperOf is a page as a document of its own.
func paperOf(file string, p imr.Page, mentions []imr.Mention) paper {
	out := paper{file: file, first: p.Number, last: p.Number, text: pageText(p), mentions: mentions}
	out.kind, out.titled = kindOf(p)
	return out
}

// goesOnFrom reports whether a page continues the document before it: the next page, without a title, of the same patient.
func (p paper) goesOnFrom(prev paper) bool {
	if p.first != prev.last+1 || identityOf(p.mentions).another(identityOf(prev.mentions)) {
		return false
	}
	return p.kind == "" || p.kind == prev.kind && !p.titled
}

func pageText(p imr.Page) string {
	var b strings.Builder
	for _, l := range p.Lines {
		b.WriteString(l.Text())
		b.WriteByte('\n')
	}
	return b.String()
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
			if m.Topic == "date" && m.Sense == role && !furniture.MatchString(m.Text) && !((role == "" || role == "date" && p.kind == ur) && m.Evidence.Line > titleLines) {
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
