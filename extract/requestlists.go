package extract

import (
	"strings"

	"imr"
	"imr/extract/visits"
)

// listRequests reads the entries of a list that a heading such as "I request authorization for the following:" announces.
func (s *scan) listRequests(p imr.Page, bs []block) []imr.Mention {
	var out []imr.Mention
	inside := false
	marker := imr.Evidence{}
	for _, b := range bs {
		text := strings.TrimSpace(b.text)
		switch {
		case listHead.MatchString(text):
			inside = true
			continue
		case inside && (tableEnd.MatchString(text) || boxStart.MatchString(text)):
			return out
		case !inside || diagnosis.MatchString(text):
			continue
		}
		at := b.place(s.file, p, 0, len(b.text))
		if bare := itemNumber.ReplaceAllString(text, ""); bare == "" {
			marker = at
			continue
		}
		_ = marker
		for _, entry := range strings.Split(text, ";") {
			if m, ok := s.entry(entry, at); ok {
				out = append(out, m)
			}
		}
	}
	return out
}

// entry reads one entry such as "1. Acupuncture (CPT 97810): 6 visits   Dx Lumbar sprain 847.2".
func (s *scan) entry(text string, at imr.Evidence) (imr.Mention, bool) {
	text = itemNumber.ReplaceAllString(strings.TrimSpace(text), "")
	diag := ""
	if i := strings.Index(text, " Dx "); i >= 0 {
		text, diag = text[:i], text[i+4:]
	}
	code := ""
	if m := codeNote.FindStringSubmatch(text); m != nil {
		code = strings.TrimSpace(m[1])
		text = codeNote.ReplaceAllString(text, "")
	}
	service, quantity := text, ""
	if head, tail, ok := strings.Cut(text, ": "); ok {
		service, quantity = head, tail
	}
	service, quantity = clean(service), clean(quantity)
	if service == "" || !serviceWord.MatchString(service) {
		return imr.Mention{}, false
	}
	return s.request(diag, service, code, quantity, at), true
}

// labelledRequests reads fields such as "Service requested: Acupuncture" with "Frequency:", "Duration:" and "Quantity:" after it.
func (s *scan) labelledRequests(p imr.Page, bs []block) []imr.Mention {
	var out []imr.Mention
	service, quantity := "", ""
	var at imr.Evidence
	flush := func() {
		if service == "" {
			return
		}
		for _, one := range strings.Split(service, ";") {
			if m, ok := s.entry(one, at); ok {
				if quantity != "" {
					m = s.request("", m.Parts["service"], m.Parts["code"], clean(m.Parts["quantity"]+" "+quantity), at)
				}
				out = append(out, m)
			}
		}
		service, quantity = "", ""
	}
	for _, b := range bs {
		text := strings.TrimSpace(b.text)
		if m := labelled.FindStringSubmatch(text); m != nil {
			flush()
			service, at = m[1], b.place(s.file, p, 0, len(b.text))
		} else if m := amount.FindStringSubmatch(text); m != nil && service != "" {
			quantity = strings.TrimSpace(quantity + " " + withUnit(text, m[1]))
		}
	}
	flush()
	return out
}

// withUnit gives a bare number the unit that its label implies: "Quantity: 12" are visits.
func withUnit(text, value string) string {
	label := strings.ToLower(text)
	for _, v := range visits.ParseCell(value) {
		if v.Total != nil || v.Frequency != nil {
			break
		}
	}
	if strings.HasPrefix(label, "q") || strings.HasPrefix(label, "visits") || strings.HasPrefix(label, "number") {
		if !strings.ContainsAny(value, "abcdefghijklmnopqrstuvwxyz") {
			return value + " visits"
		}
	}
	return value
}
