package extract

import (
	"slices"
	"strconv"
	"strings"

	"imr"
	"imr/extract/visits"
	"imr/internal/pattern"
)

// phraseMentions returns one mention for each topic and sense that a sentence speaks of.
func (s *scan) phraseMentions(p imr.Page, bs []block) []imr.Mention {
	var out []imr.Mention
	for _, b := range bs {
		if b.isHeading || signatureBlock.MatchString(b.text) {
			continue
		}
		found := append(s.said(p, b, sentences(b.text), loadTopics()), s.improvements(p, b)...)
		found = append(found, s.priorMentions(p, b)...)
		slices.SortStableFunc(found, func(a, b spot) int { return a.at - b.at })
		for _, f := range found {
			out = append(out, f.mention)
		}
	}
	return out
}

// spot is a mention and where in its block's text it stands.
type spot struct {
	at      int
	mention imr.Mention
}

// said returns what the phrases find in the sentences of a block.
func (s *scan) said(p imr.Page, b block, all []sentence, known *phrases) []spot {
	var out []spot
	before := ""
	for _, sent := range all {
		text := b.text[sent.start:sent.end]
		for _, h := range known.hits(softened(text)) {
			if unmarked(text, h.start) {
				continue
			}
			m := s.mention(h.p.topic, h.p.sense, text[h.start:h.end], text, b.place(s.file, p, sent.start, sent.end))
			m.Section, m.Before = b.heading, before
			m.Quantity = quantityNear(text, h)
			m.Parts = daysIn(text + " " + before)
			if ago := daysAgo(text); ago != "" && h.p.topic == "surgery" {
				m.Parts = withPart(m.Parts, "days_ago", ago)
			}
			out = append(out, spot{sent.start + h.start, m})
		}
		before = text
	}
	return out
}

// unmarked reports whether a place in a text is the label of a box that was left empty, in a row of boxes with their labels after them.
func unmarked(text string, at int) bool {
	boxes := bracketBox.FindAllStringIndex(text, -1)
	if len(boxes) == 0 || !beforeBoxes.MatchString(text[:boxes[0][0]]) {
		return false
	}
	empty := false
	for _, b := range boxes {
		if b[0] <= at {
			empty = !tick.MatchString(text[b[0]:b[1]])
		}
	}
	return empty
}

var (
	bracketBox  = pattern.New(`\[[ xX✓]?\]|\([ xX✓]\)|[☐☒☑]`)
	beforeBoxes = pattern.New(`(?:^|[:?)])\s*$`)
)

// signatureBlock is a signature or a specialty: "Physical Medicine & Rehabilitation" tells of no therapy.
var signatureBlock = pattern.New(`(?i)^(?:/s/|signature|specialty|electronically signed)`)

var yearAlone = pattern.New(`\b(?:19|20)\d{2}\b`)

// daysIn returns the first and the last day that a text names, and the first year, for statements that say when.
func daysIn(text string) map[string]string {
	parts := map[string]string{}
	for _, d := range datesIn(text) {
		if parts["day"] == "" {
			parts["day"] = string(d.day)
		}
		parts["last_day"] = max(parts["last_day"], string(d.day))
	}
	if y := yearAlone.FindString(text); y != "" {
		parts["year"] = y
	}
	if len(parts) == 0 {
		return nil
	}
	return parts
}

var agoWords = pattern.New(`(?i)\b(\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (days?|weeks?|wks?|months?|mos?|years?|yrs?)\.? (?:ago|past|out|post|after|from|following|earlier|back|s/p|status post)`)

// daysAgo returns how many days ago a text puts what it tells, "" where it does not say.
func daysAgo(text string) string {
	m := agoWords.FindStringSubmatch(text)
	if m == nil {
		return ""
	}
	n, err := strconv.Atoi(m[1])
	if err != nil {
		n = slices.Index(strings.Fields("zero one two three four five six seven eight nine ten eleven twelve"), strings.ToLower(m[1]))
	}
	unit := map[byte]int{'d': 1, 'w': 7, 'm': 30, 'y': 365}[strings.ToLower(m[2])[0]]
	return strconv.Itoa(n * unit)
}

func withPart(parts map[string]string, name, value string) map[string]string {
	if parts == nil {
		parts = map[string]string{}
	}
	parts[name] = value
	return parts
}

// quantityNear returns the quantity of visits that a plan for acupuncture states, or nil. Of several the one that overlaps the phrase
// counts, or else the first.
func quantityNear(text string, h hit) *imr.Quantity {
	if h.p.topic != "plan" {
		return nil
	}
	found := visits.Parse(text)
	for _, v := range found {
		if v.Start < h.end && v.End > h.start {
			return quantityOf(v)
		}
	}
	if len(found) == 0 {
		return nil
	}
	return quantityOf(found[0])
}
