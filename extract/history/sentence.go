package history

import (
	"slices"
	"strings"

	"imr/internal/pattern"
)

// sentence is a text with what it says, in order.
type sentence struct {
	text   string
	events []event // all kinds but acu and other
	acu    []event
	other  []event
}

// read finds the events of a text in lower case. Acupuncture and other treatments are found under the events too: "no prior acupuncture"
// names it.
func read(text string) sentence {
	text = Plain(text)
	s := sentence{text: text}
	masked, named := text, text
	words := load()
	for _, i := range words.set.In(text) {
		w := words.list[i]
		on := masked
		if w.kind == "acu" || w.kind == "other" {
			on = named
		}
		for _, at := range w.re.FindAllStringIndex(on, -1) {
			e := event{w.kind, at[0], at[1]}
			blank := strings.Repeat("\x00", at[1]-at[0])
			switch w.kind {
			case "acu":
				s.acu = append(s.acu, e)
			case "other":
				s.other = append(s.other, e)
				named = named[:at[0]] + blank + named[at[1]:]
			case "aside":
				masked = masked[:at[0]] + blank + masked[at[1]:]
				named = named[:at[0]] + blank + named[at[1]:]
			default:
				s.events = append(s.events, e)
				masked = masked[:at[0]] + blank + masked[at[1]:]
			}
		}
	}
	slices.SortFunc(s.events, func(a, b event) int { return a.start - b.start })
	return s
}

var (
	breaks   = pattern.New(`[;.]|\b(?:but|however|although|though|whereas|while|because|since)\b`)
	denying  = pattern.New(`\b(?:not|never|no|none|nil|without|zero|0|yet to|denies|denied|unable to|neither|nor|ø)\b|n['’]t\b|ø`)
	apart    = pattern.New(`,| and `)
	zero     = pattern.New(`^[\s:=(–-]*(?:0|zero|none|nil)\b`)
	future   = pattern.New(`\b(?:to be|will(?: be)?|would(?: be)?|should(?: be)?|may(?: be)?|can be|shall|going to|in order to|wants? to|wishes to|hopes? to)\s*(?:\w+ )?$`)
	supposed = pattern.New(`(?:^|[^ds] )\b(?:if|unless|provided|until)\b`)
	passive  = pattern.New(`^ (?:not )?been (?:not )?(?:pre)?(?:author|approv|certif|sched|request|recommend|denied|offer|grant|refer)`)
	listOnly = pattern.New(`^(?:[\s,/&()+:–-]|\b(?:and|or|with|w|plus|then|as|well|x|of|the|a|an|some|oral|prior|\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|(?:twenty|thirty|forty)(?:-\w+)?|visits?|sessions?|treatments?|tx|including|includes?|care|therapy|trials?|several|multiple|home|program|courses?|series|total|initial|first|last|all|only|both|him|her|them|patient|to|his|their|your|previous|past|earlier|more|additional|further|another|weekly|regular|manual|electro|infrared|body|about|approximately|around|up|to|in|for|from|authorized|approved|certified|six-visit|good|\w+-visit|yes|no|none|denied|at|our|office|this|that|been|not|yet|actually|now|also|already|so|far|just|any|on|by|occasions?|times)\b|\x00)*$`)
)

// clauseBefore is the text before a place back to the last break.
func (s sentence) clauseBefore(at int) string {
	head := s.text[:at]
	if all := breaks.FindAllStringIndex(head, -1); len(all) > 0 {
		head = head[all[len(all)-1][1]:]
	}
	return head
}

// denied reports whether an event is said not to have been.
func (s sentence) denied(e event) bool {
	head := s.clauseBefore(e.start)
	for _, o := range s.events { // "no relief" denies the relief, and "has not had therapy and completed" not what follows
		from := e.start - len(head)
		if o.end <= from || o.end > e.start {
			continue
		}
		if o.kind == "result" || o.kind == "done" && apart.MatchString(s.text[o.end:e.start]) {
			head = s.text[o.end:e.start]
		}
	}
	return denying.MatchString(head) || zero.MatchString(s.text[e.end:])
}

// planned reports whether an event is still to come.
func (s sentence) planned(e event) bool {
	head := s.clauseBefore(e.start)
	if e.start == 0 && s.text[:e.end] == "include" { // an order, or the end of a sentence whose beginning is lost
		return true
	}
	return future.MatchString(head) || supposed.MatchString(head) || passive.MatchString(s.text[e.end:])
}

// bond is how an event hangs together with the first treatment to one side of it.
type bond int

const (
	unbound bond = iota // no treatment stands there
	foreign             // another treatment, or acupuncture after words of something else
	bound               // acupuncture, or a list that holds it
)

// related reports whether an event speaks of acupuncture: its object, or else its subject, is acupuncture or a list that holds it, or
// it stands without either in a sentence that names no other treatment.
func (s sentence) related(e event) (bond, bool) {
	if s.allMeant() {
		return foreign, false
	}
	right, left := s.nearest(e, true), s.nearest(e, false)
	switch {
	case right == bound || right == unbound && left == bound:
		return bound, true
	case right == foreign:
		return bound, left == bound && len(s.other) == 0
	}
	return unbound, left == unbound && len(s.other) == 0
}

// nearest looks from an event to the right or left for the first treatment before a break or another event.
func (s sentence) nearest(e event, right bool) bond {
	from, to := e.end, len(s.text)
	if !right {
		from, to = 0, e.start
	}
	for _, o := range s.events {
		if o.kind != "done" && o.kind != "allowed" && o.kind != "wish" {
			continue
		}
		if right && o.start >= e.end {
			to = min(to, o.start)
		}
		if !right && o.end <= e.start {
			from = max(from, o.end)
		}
	}
	if b := breaks.FindStringIndex(s.text[from:to]); b != nil && right {
		to = from + b[0]
	}
	acu, okA := first(s.free(), from, to, right)
	other, okT := first(s.other, from, to, right)
	switch {
	case !okA && !okT:
		return unbound
	case okA && right && s.subject(acu, e):
		return bondIf(false)
	case okA && right && (!okT || acu.start < other.start):
		return bondIf(listOnly.MatchString(s.text[from:acu.start]))
	case okA && !right && (!okT || acu.start > other.start):
		return bondIf(!purpose.MatchString(s.text[acu.end:to]))
	case okA && right:
		return bondIf(listOnly.MatchString(s.between(other.end, acu.start)))
	case okA:
		return bondIf(listOnly.MatchString(s.between(acu.end, other.start)))
	}
	return foreign
}

// subject reports whether acupuncture begins a statement of its own after an event: "massage was tried, acupuncture has not been given".
func (s sentence) subject(acu, after event) bool {
	for _, e := range s.events {
		if e.kind == "done" && e.start >= acu.end && e != after && owned.MatchString(s.text[acu.end:e.start]) {
			return true
		}
	}
	return false
}

// owned are the words between a subject and its verb.
var owned = pattern.New(`^(?: (?:visits?|sessions?|treatments?))? (?:has|have|had|was|were|is|are)(?: (?:not|never|yet|ever|been|also|only|recently|just|now))* $`)

func bondIf(ok bool) bond {
	if ok {
		return bound
	}
	return foreign
}

// purpose is what acupuncture is for: "is to hasten the recovery from the operation that he had".
var purpose = pattern.New(`\b(?:is|are|was|were) to\b|\bin order to\b|\bas an? adjunct\b`)

var toBe = pattern.New(`^[\s(]*(?:(?:is|are|was|were|has been|have been|had been|being|now|also|hereby|therefore|not|visits?|sessions?|treatments?)\s*)*$`)

// meant is what may follow acupuncture that is to be given: "acupuncture as an adjunct", "acupuncture to complement it".
var meant = pattern.New(`^\w*\s*(?:as (?:an? )?(?:adjunct|option|complement|supplement)|(?:is |are )?(?:meant |intended )?to (?:be|complement|supplement|help|hasten|assist|aid|go|reduce|relieve|treat|manage|support|accompany|speed)|(?:is|are) (?:(?:now|then|also|thus|therefore|again) )*(?:an? (?:adjunct|option|complement|supplement)|adjunctive|for|the next)\b|would\b|will\b|may\b|should\b|can\b)`)

// allMeant reports whether every mention of acupuncture says what it is to do.
func (s sentence) allMeant() bool {
	for _, a := range s.acu {
		if !meant.MatchString(s.text[a.end:]) {
			return false
		}
	}
	return true
}

// free returns the places that name acupuncture, but not as what is asked for or authorized: "and acupuncture is requested".
func (s sentence) free() []event {
	return slices.DeleteFunc(slices.Clone(s.acu), func(a event) bool {
		if meant.MatchString(s.text[a.end:]) {
			return true
		}
		for _, e := range s.events {
			if (e.kind == "wish" || e.kind == "allowed") && e.start >= a.end && toBe.MatchString(s.text[a.end:e.start]) {
				return true
			}
		}
		return false
	})
}

// between is the text between two places without the treatments in it.
func (s sentence) between(from, to int) string {
	text := s.text[from:to]
	for _, o := range s.other {
		if o.start >= from && o.end <= to {
			text = strings.Replace(text, s.text[o.start:o.end], "\x00", 1)
		}
	}
	return text
}

// first returns the first of some events between two places, from the left or from the right.
func first(all []event, from, to int, left bool) (event, bool) {
	var out event
	found := false
	for _, e := range all {
		if e.start < from || e.end > to {
			continue
		}
		if !found || left && e.start < out.start || !left && e.start > out.start {
			out, found = e, true
		}
	}
	return out, found
}
