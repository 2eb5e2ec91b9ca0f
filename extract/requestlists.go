package extract

import (
	"strings"

	"imr"
	"imr/extract/visits"
	"imr/internal/pattern"
)

// listRequests reads the entries of a list that a sentence or a heading announces: "I request authorization for the following:".
func (s *scan) listRequests(p imr.Page, bs []block) []imr.Mention {
	var out []imr.Mention
	inside, marked := false, false // marked: its entries have bullets or numbers
	for _, b := range bs {
		text := strings.TrimSpace(b.text)
		switch {
		case !inside:
			inside = announces(b, text)
		case boxStart.MatchString(text) && serviceWord.MatchString(text):
			if at := anyBox.FindStringIndex(text); at != nil && tick.MatchString(text[at[0]:at[1]]) {
				out = append(out, s.entries(text[at[1]:], b.place(s.file, p, 0, len(b.text)))...)
			}
		case tableEnd.MatchString(text) || boxStart.MatchString(text) || b.isHeading && !announces(b, text):
			return out
		case diagnosis.MatchString(text) || itemNumber.ReplaceAllString(text, "") == "":
		case len(out) > 0 && (marked && !bulletStart.MatchString(text) || !serviceWord.MatchString(text)):
			return out
		default:
			marked = marked || bulletStart.MatchString(text)
			for _, e := range b.listed() {
				out = append(out, s.entries(b.text[e.start:e.end], b.place(s.file, p, e.start, e.end))...)
			}
		}
	}
	return out
}

// listed cuts a block of a list into its entries, which need no bullets: a line that begins with a treatment is an entry of its own where
// the lines above it name one and do not lead over to it.
func (b block) listed() []sentence {
	var out []sentence
	from := 0
	for _, s := range b.spans[1:] {
		if above := b.text[from:s.start]; serviceWord.MatchString(above) && !leadsOver.MatchString(above) && entryStart.MatchString(b.text[s.start:]) && serviceWord.MatchString(firstWords(b.text[s.start:])) {
			out = append(out, sentence{from, s.start})
			from = s.start
		}
	}
	return append(out, sentence{from, len(b.text)})
}

// firstWords are the words of a line that name its treatment, if it begins with one.
func firstWords(text string) string {
	words := strings.Fields(text)
	return strings.Join(words[:min(len(words), 4)], " ")
}

var (
	leadsOver  = pattern.New(`(?i)(?:[,/&-]|\b(?:and|or|with|of|for|to|the|a|an|by|plus|including|in|on|per|initial))\s*$`)
	entryStart = pattern.New(`^(?:[A-Z]|\d{1,3} )`)
)

// announces reports whether a block leads to what is asked for: a heading that says so, or a sentence that ends in a colon.
func announces(b block, text string) bool {
	return listHead.MatchString(text) && !serviceWord.MatchString(text) || len(text) < 60 && zoneOf(strings.TrimSuffix(text, ":")) == "request"
}

// entries reads the requests of one entry, which may be several with semicolons between.
func (s *scan) entries(text string, at imr.Evidence) []imr.Mention {
	var out []imr.Mention
	for _, one := range severalIn(text) {
		if m, ok := s.entry(one, at); ok {
			out = append(out, m)
		}
	}
	return out
}

// severalIn cuts a text at semicolons where a treatment is named on both sides. What names none goes on with the one before.
func severalIn(text string) []string {
	var out []string
	for _, part := range strings.Split(text, ";") {
		bare := cptCode.ReplaceAllString(part, "")
		if len(out) > 0 && !serviceWord.MatchString(bare) {
			out[len(out)-1] += ";" + part
			continue
		}
		out = append(out, part)
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
		for _, m := range s.entries(service, at) {
			if quantity != "" {
				m = s.request("", m.Parts["service"], m.Parts["code"], clean(m.Parts["quantity"]+" "+quantity), at)
			}
			out = append(out, m)
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

var (
	asksFor = pattern.New(`(?i)(?:\b(?:i|we)\b[^.;:]{0,30} (?:ask(?:ing)?|request(?:ing)?)(?: you)? (?:that you|to)|\brequesting (?:an? |the )?(?:extension|continu\w+|additional|further|trial|initial|course|\d)|\b(?:i|we)(?: am| are)?(?: hereby| now| therefore)? (?:request(?:ing)?|ask(?:ing)? for|seek(?:ing)?|would like to request)|\b(?:is|are)(?: hereby| now)? requested|\bplease (?:authorize|approve|consider)|^request(?:ing)?)\b(?: that you)?(?: (?:your|the))?(?: (?:authoriz\w+|approv\w+|certif\w+))?(?: (?:of|for))?`)
	further = pattern.New(`,? and (?:of |for )?(?:a |an )?`)
)

// proseRequests reads sentences in which a physician asks for treatment.
func (s *scan) proseRequests(p imr.Page, bs []block) []imr.Mention {
	var out []imr.Mention
	for _, b := range bs {
		for _, sent := range sentences(b.text) {
			text := b.text[sent.start:sent.end]
			at := asksFor.FindStringIndex(text)
			if at == nil || !serviceWord.MatchString(text[at[1]:]) || outcomeOf(text) != "" {
				continue
			}
			for _, one := range apart(strings.Trim(text[at[1]:], " .:")) {
				out = append(out, s.entries(one, b.place(s.file, p, sent.start, sent.end))...)
			}
		}
	}
	return out
}

// apart cuts what a sentence asks for at "and", where another treatment follows.
func apart(text string) []string {
	var out []string
	from := 0
	for _, at := range further.FindAllStringIndex(text, -1) {
		if serviceWord.MatchString(text[at[1]:]) && serviceWord.MatchString(text[from:at[0]]) && !strings.Contains(text[from:at[0]], " with ") {
			out = append(out, text[from:at[0]])
			from = at[1]
		}
	}
	return append(out, text[from:])
}

// requestTitle is the title of a request.
var requestTitle = pattern.New(`(?i)^\W*(?:dwc )?(?:form )?(?:rfa\b|request for authorization|authorization request|treatment request)`)

// entryRequests reads the numbered entries of a page whose title says that it is a request.
func (s *scan) entryRequests(p imr.Page, bs []block) []imr.Mention {
	titled := false
	var out []imr.Mention
	for i, b := range bs {
		text := strings.TrimSpace(b.text)
		titled = titled || i < titleBlocks && requestTitle.MatchString(text)
		if titled && bulletStart.MatchString(text) && serviceWord.MatchString(text) {
			out = append(out, s.entries(text, b.place(s.file, p, 0, len(b.text)))...)
		}
	}
	return out
}

// titleBlocks is how many blocks at the top of a page may hold its title.
const titleBlocks = 8
