package extract

import "imr"

// scan reads one file's pages for mentions.
type scan struct {
	file  imr.RecordFile
	named map[string]bool // the private names that the file has shown so far
}

// Mentions returns what the pages of a record say, file by file, page by page, in reading order. It never fails: what it does
// not understand it leaves to the reader of the page.
func Mentions(r imr.Record) []imr.Mention {
	var out []imr.Mention
	for _, f := range r.Files {
		s := scan{file: f, named: map[string]bool{}}
		for _, p := range f.Pages {
			out = append(out, s.page(p)...)
		}
	}
	return out
}

func (s *scan) page(p imr.Page) []imr.Mention {
	bs := blocks(p)
	out := s.dateMentions(p)
	out = append(out, s.identityMentions(p)...)
	out = append(out, s.requestMentions(p, bs)...)
	out = append(out, s.reviewMentions(p)...)
	out = append(out, s.labelMentions(p, bs)...)
	out = append(out, s.phraseMentions(p, bs)...)
	return append(out, s.privateMentions(p)...)
}

func (s *scan) mention(topic, sense, value, text string, at imr.Evidence) imr.Mention {
	return imr.Mention{Topic: topic, Sense: sense, Value: value, Text: text, Evidence: at}
}

// linePlace returns the evidence for a whole line.
func (s *scan) linePlace(p imr.Page, l imr.Line) imr.Evidence {
	box := l.Box()
	how := p.How
	if len(l.Cells) > 0 && l.Cells[0].How != "" {
		how = l.Cells[0].How
	}
	return imr.Evidence{File: s.file.Name, SHA256: s.file.SHA256, Page: p.Number, Line: l.Number, Box: &box, Quote: l.Text(), How: how}
}

// linesPlace returns the evidence for several lines of a page, quoted one after the other.
func (s *scan) linesPlace(p imr.Page, lines []imr.Line) imr.Evidence {
	e := s.linePlace(p, lines[0])
	for _, l := range lines[1:] {
		u := e.Box.Union(l.Box())
		e.Box = &u
		e.Quote += " " + l.Text()
	}
	return e
}
