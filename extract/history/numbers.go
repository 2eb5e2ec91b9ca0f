package history

import (
	"strings"

	"imr/extract/visits"
	"imr/internal/pattern"
)

// numbers are the visits that a sentence counts.
type numbers struct {
	done, of int
	loose    int  // a single number of visits that no word claims
	part     bool // "4 of 6"
}

var (
	// linking are the words that may stand between a number and the word that claims it: "6 acupuncture visits have been attended".
	linking = pattern.New(`^[\s)]*(?:[a-z'’]+[\s)]+){0,8}$`)
	// leading are the words that may stand between a word and the number that it claims: "attended a total of 6".
	leading = pattern.New(`^[\s:(=#–-]*(?:(?:to|for|a|an|the|of|total|course|visits?|sessions?|treatments?|only|times|x|his|her|their|with|consisting|just|about|some|approximately|all|first|initial|already|date|so|far|thus|now|on|number|no|acu\w*|electro-?acu\w*)[\s:(=#–-]*)*$`)
	// outOf stands before the larger number: "of 12 appointments he kept 5".
	outOf    = pattern.New(`\bof (?:the |his |her |their |your |these |those )?$`)
	ofThem   = pattern.New(`^ of (?:them|these|those|which)\b`)
	relative = pattern.New(`\b(?:that|which|who|you|we|they)\b`)
	further  = pattern.New(`\b(?:another|more|further|additional|then|plus|again|later)\b`)
)

// numbers ties each number of visits to the word that claims it, the one after it or the one before.
func (s sentence) numbers() numbers {
	var n numbers
	var done []visits.Count
	loose := 0
	for _, c := range visits.Counts(s.text) {
		if c.Visits == 0 || s.foreign(c) || s.measures(c) {
			continue
		}
		if c.Of > 0 {
			n.done, n.of, n.part = c.Visits, c.Of, true
			continue
		}
		switch s.claimant(c) {
		case "done":
			done = append(done, c)
		case "allowed":
			n.of = c.Visits
		case "":
			if len(done) > 0 && further.MatchString(s.text[done[len(done)-1].End:c.End]) {
				done = append(done, c)
				continue
			}
			if c.Named || s.beside(c) {
				loose++
				n.loose = c.Visits
			}
		}
	}
	if loose != 1 {
		n.loose = 0
	}
	s.total(&n, done)
	return n
}

// total adds up the visits done, or tells the larger number that they are part of.
func (s sentence) total(n *numbers, done []visits.Count) {
	if len(done) > 1 && (outOf.MatchString(s.text[:done[0].Start]) || ofThem.MatchString(s.text[done[1].End:])) {
		n.of, done = done[0].Visits, done[1:]
	}
	for i, c := range done {
		switch {
		case i == 0:
			n.done = c.Visits
		case further.MatchString(s.text[done[i-1].End:min(len(s.text), c.End+12)]):
			n.done += c.Visits
		case c.Visits != n.done: // two numbers, and no word that adds them up
			n.done = 0
			return
		}
	}
}

// claimant is the kind of word that a number belongs to, "" where none claims it: the word after it, unless that stands in a clause
// of its own ("attended six visits that were authorized") and one before claims it.
func (s sentence) claimant(c visits.Count) string {
	inside := ""
	for _, e := range s.events {
		if e.start >= c.Start && e.end <= c.End && claims(e) {
			inside = e.kind
		}
	}
	if inside == "done" {
		return inside
	}
	before := ""
	for i := len(s.events) - 1; i >= 0 && before == ""; i-- {
		if e := s.events[i]; e.end <= c.Start && claims(e) && leading.MatchString(s.text[e.end:c.Start]) {
			before = e.kind
		}
	}
	for _, e := range s.events {
		if e.start < c.End || !claims(e) || !linking.MatchString(s.text[c.End:e.start]) || !s.unclaimed(c.End, e.start) {
			continue
		}
		if before != "" && relative.MatchString(s.text[c.End:e.start]) {
			break
		}
		return e.kind
	}
	if before == "" {
		return inside
	}
	return before
}

func claims(e event) bool { return e.kind == "done" || e.kind == "allowed" || e.kind == "wish" }

// unclaimed reports whether no other word that claims numbers stands between two places.
func (s sentence) unclaimed(from, to int) bool {
	for _, e := range s.events {
		if claims(e) && e.start >= from && e.end <= to {
			return false
		}
	}
	return true
}

// foreign reports whether a number counts another treatment: its name stands next to the number, and acupuncture does not.
func (s sentence) foreign(c visits.Count) bool {
	for _, o := range s.other {
		switch {
		case o.start >= c.End && near(s.text[c.End:o.start]) && !s.acuIn(c.Start, o.start):
			return true
		case o.end <= c.Start && near(s.text[o.end:c.Start]) && !s.acuIn(c.End, c.End+16):
			return true
		}
	}
	return false
}

var (
	// unitAfter and measureBefore are what makes a number one of something else than visits: a dose, a measure, a score, an earlier value.
	unitAfter     = pattern.New(`^[\s-]*(?:(?:to|-|–|->|→)\s*\d+\s*)?(?:(?:/|a |per |each )\s*(?:d|day|night)\b|daily|(?:tab|pill|capsule|mg|mcg|min|hour|hr|lb|pound|kg|block|mile|feet|foot|ft|degree|percent|point|year|month|day)s?\b|%|out of (?:10|ten)\b|/ ?10\b|before\b|previously\b|times (?:a|per) day|tablets?\b)`)
	measureBefore = pattern.New(`\b(?:instead of|rather than|down to|down from|up to|up from|compared (?:to|with)|versus|vs\.?|(?:pain|level|score|vas|nprs|intensity|severity|rated|rates)(?: (?:it|was|is|at|of|as|about|a|pain|now|level|score|from|went))*)\s*$`)
	compared      = pattern.New(`\b(?:instead of|rather than|compared (?:to|with)|versus)\b`) // "every two months rather than every two weeks"
	scored        = pattern.New(`\b(?:pain|vas|nprs|score|scale|severity|intensity)\b`)
)

// measures reports whether a number that names no visits measures something else: "3 a day", "pain 3 out of ten".
func (s sentence) measures(c visits.Count) bool {
	if compared.MatchString(s.text[c.Start:c.End]) {
		return true
	}
	if c.Of == 10 && scored.MatchString(s.text) && !visitsAfter.MatchString(s.text[c.End:]) {
		return true
	}
	if visitWord.MatchString(s.text[c.Start:c.End]) || visitsAfter.MatchString(s.text[c.End:]) {
		return false
	}
	digits := len(s.text) - len(strings.TrimLeft(s.text[c.Start:], "0123456789"))
	return unitAfter.MatchString(s.text[digits:]) || unitAfter.MatchString(s.text[c.End:]) || measureBefore.MatchString(s.text[:c.Start])
}

var visitWord = pattern.New(`\b(?:visits?|sessions?|treatments?|tx|appointments?|appts?)\b`)

// visitsAfter follows a number of visits: "6 of 10 acupuncture visits".
var visitsAfter = pattern.New(`^\s*(?:\w+ ){0,3}(?:visits?|sessions?|treatments?|tx|acu\w*)\b`)

// beside reports whether a number stands right next to acupuncture: "acu x 6", "acupuncture (6)".
func (s sentence) beside(c visits.Count) bool {
	for _, a := range s.acu {
		if a.end <= c.Start && bare.MatchString(s.text[a.end:c.Start]) || a.start >= c.End && bare.MatchString(s.text[c.End:a.start]) {
			return true
		}
	}
	return false
}

var bare = pattern.New(`^[\s:(=x#–,-]*(?:(?:times|visits?|sessions?|treatments?|tx|number|no)[\s.:#]*)*$`)

func (s sentence) acuIn(from, to int) bool {
	for _, a := range s.acu {
		if a.start >= from && a.start < to {
			return true
		}
	}
	return false
}

// near reports whether next to nothing stands between a number and a treatment: "12 visits of", "x".
func near(text string) bool {
	return len(strings.TrimSpace(text)) <= 14 && !strings.ContainsAny(text, ",;") && !strings.Contains(text, " and ")
}
