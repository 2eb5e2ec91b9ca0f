package extract

import (
	"imr"
	"imr/extract/history"
)

// priorMentions returns what a block tells of earlier acupuncture, a mention for each sentence that does.
func (s *scan) priorMentions(p imr.Page, b block) []spot {
	var out []spot
	before := ""
	for _, told := range tellings(b.text) {
		text := b.text[told.start:told.end]
		if m, ok := s.prior(text); ok {
			m.Before, m.Section = before, b.heading
			m.Evidence = b.place(s.file, p, told.start, told.end)
			m.Parts = daysIn(text + " " + before)
			out = append(out, spot{told.start, m})
		}
		before = text
	}
	return out
}

// tellings cuts a text into sentences, each with those that only go on with it: "12 visits were authorized. Whether they were attended
// is not known."
func tellings(text string) []sentence {
	var out []sentence
	for _, sent := range sentences(softened(text)) {
		if n := len(out); n > 0 && acupunctureWord.MatchString(text[out[n-1].start:out[n-1].end]) && history.GoesOn(lower(text[out[n-1].start:out[n-1].end]), lower(text[sent.start:sent.end])) {
			out[n-1].end = sent.end
			continue
		}
		out = append(out, sent)
	}
	return out
}

// prior reads one text.
func (s *scan) prior(text string) (imr.Mention, bool) {
	t, ok := history.Of(lower(text))
	if !ok {
		return imr.Mention{}, false
	}
	m := s.mention("prior_acupuncture", t.Sense, text, text, imr.Evidence{})
	if t.Done > 0 || t.Of > 0 {
		m.Quantity = &imr.Quantity{Done: t.Done, Of: t.Of}
	}
	return m, true
}
