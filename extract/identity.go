package extract

import (
	"strings"

	"imr"
	"imr/internal/pattern"
)

var (
	patientName = pattern.New(`(?:Patient|Employee|Claimant|Applicant|Injured [Ww]orker|Pt|PATIENT|EMPLOYEE)(?:['’]s)?(?: [Nn]ame)?(?: \([^)]*\))?\s*[:.]\s*([A-Z][\w'’-]+,\s?[A-Z][\w'’-]+|[A-Z][\w'’-]+(?: [A-Z]\.?)? [A-Z][\w'’-]+)|\bName(?: \([^)]*\))?\s*:\s*([A-Z][\w'’-]+,\s?[A-Z][\w'’-]+)|\bRE:?\s+([A-Z][\w'’-]+,\s?[A-Z][\w'’-]+)`)
	claimNumber = pattern.New(`(?i)\bclaim(?:\s?(?:no|number|#|num))?\s*[.#:]*\s*[:#]?\s*([A-Z]{0,6}[-/]?\d[\w/-]{4,})`)
	signer      = pattern.New(`(?:/s/|[Ss]igned by:?|[Ss]ignature:?|[Rr]eviewed by:?|[Rr]eviewer:|[Yy]ours,|[Ss]incerely,)\s*(?:/s/)?\s*([A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*){1,4},? ?(?:MD|M\.D\.|DO|D\.O\.|DC|D\.C\.|L\.?Ac\.?|PT|DPT|NP|PA-C|PA|PhD|RN|DPM|OTR)\b\.?)`)
	author      = pattern.New(`(?:[Pp]hysician:|[Pp]rovider:|Therapist:)\s*([A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*){1,4},? ?(?:MD|M\.D\.|DO|D\.O\.|DC|D\.C\.|L\.?Ac\.?|PT|DPT|NP|PA-C|PA|PhD|RN|DPM|OTR)\b\.?)`)
	credential  = pattern.New(`^(?:[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*){1,3}), ?(?:MD|M\.D\.|DO|D\.O\.|DC|D\.C\.|L\.?Ac\.?|PT|DPT|NP|PA-C|PhD|DPM|OTR)\.?(?:, L\.?Ac\.?)?$`)
)

// identityMentions returns whose page it is (patient, claim number) and who signed it. Names are compared, never logged.
func (s *scan) identityMentions(p imr.Page) []imr.Mention {
	var out []imr.Mention
	for _, line := range p.Lines {
		text := line.Text()
		at := s.linePlace(p, line)
		if m := patientName.FindStringSubmatch(text); m != nil {
			out = append(out, s.mention("patient", "", nameKey(m[1]+m[2]+m[3]), text, at))
		}
		for _, m := range claimNumber.FindAllStringSubmatch(text, -1) {
			out = append(out, s.mention("claim", "", strings.ToUpper(m[1]), text, at))
		}
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

// nameKey returns a name in one form for comparison: lower case, surname first.
func nameKey(name string) string {
	name = strings.ToLower(strings.Join(strings.Fields(name), " "))
	if i := strings.IndexByte(name, ','); i >= 0 {
		return strings.TrimSpace(name[:i]) + ", " + strings.TrimSpace(name[i+1:])
	}
	words := strings.Fields(name)
	return words[len(words)-1] + ", " + strings.Join(words[:len(words)-1], " ")
}
