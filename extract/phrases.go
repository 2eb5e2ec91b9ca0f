package extract

import (
	"embed"
	"fmt"
	"regexp"
	"slices"
	"sort"
	"strings"
	"sync"

	"imr"
	"imr/extract/visits"
)

//go:embed phrases/*.txt
var phraseFiles embed.FS

// phrase is one line of a phrase file: a way in which records speak of a topic.
type phrase struct {
	topic, sense string
	re           *regexp.Regexp   // matches lower case
	needs        []*regexp.Regexp // macros without which it cannot match
}

// loadPhrases compiles the phrase files once. A mistake in a file is a mistake of the program: it panics in the first test.
var loadPhrases = sync.OnceValue(func() []phrase {
	names, err := phraseFiles.ReadDir("phrases")
	if err != nil {
		panic(err)
	}
	var out []phrase
	for _, n := range names {
		body, err := phraseFiles.ReadFile("phrases/" + n.Name())
		if err != nil {
			panic(err)
		}
		out = append(out, parsePhrases(strings.TrimSuffix(n.Name(), ".txt"), string(body))...)
	}
	return out
})

func parsePhrases(topic, body string) []phrase {
	var out []phrase
	for i, line := range strings.Split(body, "\n") {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		sense, pattern, ok := strings.Cut(line, " ")
		if !ok {
			panic(fmt.Sprintf("phrases/%s.txt:%d: want a sense, a space and a pattern", topic, i+1))
		}
		out = append(out, phrase{topic, sense, regexp.MustCompile(expand(strings.TrimSpace(pattern))), needed(pattern)})
	}
	return out
}

// keyMacros are the macros that most sentences lack: looking for them once spares trying every phrase that contains one.
var keyMacros = sync.OnceValue(func() map[string]*regexp.Regexp {
	out := map[string]*regexp.Regexp{}
	for _, name := range []string{"{acu}", "{drug}", "{rehab}", "{surgery}", "{activity}"} {
		out[name] = regexp.MustCompile(expand(name))
	}
	return out
})

// needed returns the key macros that every match of a pattern contains: those that stand outside any alternative.
func needed(pattern string) []*regexp.Regexp {
	var out []*regexp.Regexp
	for name, re := range keyMacros() {
		if strings.Contains(pattern, name) && !strings.Contains(pattern, "|"+name) && !strings.Contains(pattern, name+"|") {
			out = append(out, re)
		}
	}
	return out
}

// lower is ToLower for ASCII letters only, so that places in the text stay where they are.
func lower(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'A' && r <= 'Z' {
			return r + 'a' - 'A'
		}
		return r
	}, s)
}

// hit is a place in a sentence where a phrase was found.
type hit struct {
	p          phrase
	start, end int
}

// phraseMentions returns one mention for each topic and sense that a sentence speaks of.
func (s *scan) phraseMentions(p imr.Page, bs []block) []imr.Mention {
	var out []imr.Mention
	for _, b := range bs {
		if b.isHeading || signatureBlock.MatchString(b.text) {
			continue
		}
		before := ""
		for _, sent := range sentences(b.text) {
			text := b.text[sent.start:sent.end]
			for _, h := range s.hits(text) {
				m := s.mention(h.p.topic, h.p.sense, text[h.start:h.end], text, b.place(s.file, p, sent.start, sent.end))
				m.Section, m.Before = b.heading, before
				m.Quantity = quantityNear(text, h)
				m.Parts = daysIn(text + " " + before)
				out = append(out, m)
			}
			before = text
		}
	}
	return out
}

// signatureBlock is a signature or a specialty: "Physical Medicine & Rehabilitation" tells of no therapy.
var signatureBlock = regexp.MustCompile(`(?i)^(?:/s/|signature|specialty|electronically signed)`)

// possible reports whether a sentence has the macros that a phrase needs.
func (p phrase) possible(has map[*regexp.Regexp]bool) bool {
	for _, re := range p.needs {
		if !has[re] {
			return false
		}
	}
	return true
}

// hits returns the first hit of each topic and sense in a sentence, in the order they stand.
func (s *scan) hits(text string) []hit {
	seen := map[string]bool{}
	low := lower(text)
	has := map[*regexp.Regexp]bool{}
	for _, re := range keyMacros() {
		has[re] = re.MatchString(low)
	}
	var out []hit
	for _, ph := range s.phrases {
		key := ph.topic + " " + ph.sense
		if seen[key] || !ph.possible(has) {
			continue
		}
		if at := ph.re.FindStringIndex(low); at != nil {
			seen[key] = true
			out = append(out, hit{ph, at[0], at[1]})
		}
	}
	out = uncancelled(out)
	sort.SliceStable(out, func(i, j int) bool { return out[i].start < out[j].start })
	return out
}

// uncancelled drops the hits of a sense that another line of the same topic takes back: "!none" takes back "none", as "no relief
// from acupuncture" does. It goes itself.
func uncancelled(all []hit) []hit {
	gone := map[string]bool{}
	for _, h := range all {
		if sense, ok := strings.CutPrefix(h.p.sense, "!"); ok {
			gone[h.p.topic+" "+sense] = true
		}
	}
	return slices.DeleteFunc(all, func(h hit) bool { return h.p.sense[0] == '!' || gone[h.p.topic+" "+h.p.sense] })
}

var yearAlone = regexp.MustCompile(`\b(?:19|20)\d{2}\b`)

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

// quantityNear returns the quantity of visits that a sentence about acupuncture states, or nil. Of several the one that
// overlaps the phrase counts, or else the first.
func quantityNear(text string, h hit) *imr.Quantity {
	switch h.p.topic {
	case "prior_acupuncture", "plan":
	default:
		return nil
	}
	found := visits.Parse(text)
	if h.p.sense == "some" && len(found) > 1 {
		if sum, ok := addedUp(text, found); ok {
			return sum
		}
	}
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

var furtherWord = regexp.MustCompile(`(?i)\b(?:further|another|additional|then|plus|followed by|later)\b[^.;]{0,25}$`)

// addedUp sums "6 visits in January and a further 6 in October": expressions of one number each, the later ones in addition.
func addedUp(text string, found []visits.Phrase) (*imr.Quantity, bool) {
	total := 0.0
	for i, v := range found {
		if len(v.Readings) != 1 || v.Readings[0].Low != v.Readings[0].High || v.Done > 0 {
			return nil, false
		}
		if i > 0 && !v.Additional && !furtherWord.MatchString(text[found[i-1].End:v.Start]) {
			return nil, false
		}
		total += v.Readings[0].High
	}
	return &imr.Quantity{Readings: []imr.Range{{Low: total, High: total}}}, true
}
