package extract

import (
	"strings"

	"imr"
	"imr/internal/pattern"
)

var (
	signer     = pattern.New(`(?:/s/|[Ss]igned by:?|[Ss]ignature:?|[Rr]eviewed by:?|[Rr]eviewer:|[Yy]ours,|[Ss]incerely,)\s*(?:/s/)?\s*([A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*){1,4},? ?(?:MD|M\.D\.|DO|D\.O\.|DC|D\.C\.|L\.?Ac\.?|PT|DPT|NP|PA-C|PA|PhD|RN|DPM|OTR)\b\.?)`)
	author     = pattern.New(`(?:[Pp]hysician:|[Pp]rovider:|Therapist:)\s*([A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*){1,4},? ?(?:MD|M\.D\.|DO|D\.O\.|DC|D\.C\.|L\.?Ac\.?|PT|DPT|NP|PA-C|PA|PhD|RN|DPM|OTR)\b\.?)`)
	credential = pattern.New(`^(?:[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*){1,3}), ?(?:MD|M\.D\.|DO|D\.O\.|DC|D\.C\.|L\.?Ac\.?|PT|DPT|NP|PA-C|PhD|DPM|OTR)\.?(?:, L\.?Ac\.?)?$`)
)

// identityMentions returns whose page it is (patient, claim number) and who signed it. Names are compared, never logged.
func (s *scan) identityMentions(p imr.Page) []imr.Mention {
	out := s.patientMentions(p)
	for _, line := range p.Lines {
		text := line.Text()
		at := s.linePlace(p, line)
		if m := signer.FindStringSubmatch(text); m != nil {
			out = append(out, s.mention("author", "signed", strings.TrimSpace(m[1]), text, at))
		} else if m := author.FindStringSubmatch(text); m != nil {
			out = append(out, s.mention("author", "named", strings.TrimSpace(m[1]), text, at))
		} else if m := credential.FindString(strings.TrimSpace(text)); m != "" {
			out = append(out, s.mention("author", "alone", m, text, at))
		}
	}
	return out
}
