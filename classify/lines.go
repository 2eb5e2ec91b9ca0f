package classify

import (
	"strings"

	"imr"
	"imr/internal/pattern"
)

// line is one requested line, as the RFA has it, before utilization review is set against it.
type line struct {
	service    imr.Service
	sameVisits bool
	text       string
	parts      map[string]string
	quantity   *imr.Quantity
	place      imr.Evidence
}

var (
	acuWord     = pattern.New(`(?i)ac+up?[uo]n(?:c|k)?tur|echo[- ]?puncture|\bacup?\b|\b978(?:10|11|13|14)\b|\b9780[01]\b`)
	electroWord = pattern.New(`(?i)electro-? ?ac|electrical ac|elect\.? ac|\be-?stim\w*|with (?:electrical |electro-?)stim\w*|with (?:e-?stim|electricity)|\b97813\b|\b97814\b|acupuncture (?:with|w/) elect\w+`)
	otherHead   = pattern.New(`(?i)^(?:\W*(?:twelve|six|\d+)\s+)?(?:infrared|cupping|heat|moxa|moxibustion|gua sha|massage|myofascial|manual therapy|electrical (?:muscle )?stimulation|e-?stim|TENS|dry needling|herb\w*|evaluation|re-?evaluation|office visit|consult\w*|MRI|physical therapy|capsaicin)\b`)
	// kindOfNeedling is acupuncture with another treatment as its kind: "infrared acupuncture visits".
	kindOfNeedling = pattern.New(`(?i)^(?:\W*(?:twelve|six|\d+)\s+)?[\w-]+ acupuncture\b`)
	// onNeedles is electrical stimulation by its code for needles, otherCode the code of another service on the same line.
	onNeedles   = pattern.New(`\b9781[34]\b`)
	otherCode   = pattern.New(`\b(?:9781[01]|97[0-79]\d{2}|[GS]\d{4}|99\d{3})\b`)
	dryNeedling = pattern.New(`(?i)dry needling|\b2056[01]\b`)
	adjunctWord = pattern.New(`(?i)\binfrared\b|\b97026\b|\bcupping\b|\b97016\b|electrical stimulation of the needles?`)
)

// lineOf reads a request mention as a line.
func lineOf(m imr.Mention) line {
	l := line{text: m.Text, parts: m.Parts, quantity: m.Quantity, place: m.Evidence}
	all := m.Parts["service"] + " " + m.Parts["code"]
	l.service, l.sameVisits = serviceOf(m.Parts["service"], all)
	return l
}

// serviceOf tells needle treatment from everything else. A modality that only goes with it (infrared heat with acupuncture) is
// another service, given in the same visits.
func serviceOf(name, all string) (imr.Service, bool) {
	switch {
	case dryNeedling.MatchString(all):
		return imr.OtherService, false
	case onNeedles.MatchString(all) && !otherCode.MatchString(all):
		return imr.Electroacupuncture, false
	case otherHead.MatchString(name) && !kindOfNeedling.MatchString(name):
		return imr.OtherService, adjunctWord.MatchString(all)
	case !acuWord.MatchString(all):
		return imr.OtherService, adjunctWord.MatchString(all)
	case electroWord.MatchString(all) && !strings.Contains(strings.ToLower(name), "tens unit"):
		return imr.Electroacupuncture, false
	}
	return imr.Acupuncture, false
}

func (l line) needles() bool { return l.service != imr.OtherService }

// linesOf returns the requested lines of a paper, each place once.
func linesOf(p paper) []line {
	var out []line
	seen := map[string]bool{}
	for _, m := range p.of("request") {
		if seen[m.Text] && len(out) > 0 {
			continue
		}
		seen[m.Text] = true
		out = append(out, lineOf(m))
	}
	return out
}
