package extract

import (
	"imr"
	"imr/extract/history"
)

// priorMentions returns what a block tells of earlier acupuncture, a mention for each sentence that does.
func (s *scan) priorMentions(p imr.Page, b block) []spot {
	var out []spot
	start, before := 0, ""
	for _, sent := range sentences(softened(b.text)) {
		text := b.text[sent.start:sent.end]
		if len(out) > 0 && history.GoesOn(lower(text)) && out[len(out)-1].at == start {
			whole := b.text[start:sent.end] // "12 visits were authorized. Whether they were attended is not known."
			if m, ok := s.prior(whole); ok {
				m.Before, m.Section = before, b.heading
				m.Evidence = b.place(s.file, p, start, sent.end)
				out[len(out)-1].mention = m
			}
			continue
		}
		if m, ok := s.prior(text); ok {
			m.Before, m.Section = before, b.heading
			m.Evidence = b.place(s.file, p, sent.start, sent.end)
			m.Parts = daysIn(text + " " + before)
			out = append(out, spot{sent.start, m})
		}
		start, before = sent.start, text
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
	m.Parts = daysIn(text)
	if t.Done > 0 || t.Of > 0 {
		m.Quantity = &imr.Quantity{Done: t.Done, Of: t.Of}
	}
	return m, true
}
