package history

import (
	"strings"

	"imr/internal/pattern"
)

// The senses of what a sentence tells.
const (
	None       = "none"       // there was no acupuncture
	Some       = "some"       // there was some
	Authorized = "authorized" // visits were authorized or scheduled, which is not the same as given
	Unrecorded = "unrecorded" // the record does not know whether visits were attended
)

// Told is what a sentence tells of earlier acupuncture.
type Told struct {
	Sense string
	Done  int // visits completed, 0 where no number is told
	Of    int // visits authorized, 0 where no number is told
}

// Of reads a sentence in lower case. ok is false where it tells nothing of earlier acupuncture.
func Of(text string) (Told, bool) {
	if strings.HasSuffix(text, "?") || !acuWord.MatchString(text) { // a question tells nothing
		return Told{}, false
	}
	s := read(text)
	if len(s.acu) == 0 && !s.says("unsure") {
		return Told{}, false
	}
	n := s.numbers()
	switch sense := s.sense(n); sense {
	case "":
		return Told{}, false
	case Some:
		return Told{Some, s.counted(n), n.of}, true
	default:
		return Told{Sense: sense, Of: n.of}, true
	}
}

// sense is what a sentence with these numbers tells, or "".
func (s sentence) sense(n numbers) string {
	yes, no := s.done()
	switch {
	case strings.Contains(s.text, "?") && !s.says("absent") && !s.says("happened") && !s.says("unsure"):
		return "" // a question without its answer
	case s.says("unsure") && (!yes || n.done == 0):
		return Unrecorded
	case s.says("absent") || no && !yes || s.says("lapsed") && n.done == 0:
		return None
	case yes || s.says("happened") || s.says("left") || s.passed("since") || !s.says("wish") && (s.passed("result") && !s.allMeant() || s.says("numbered") || n.part):
		return Some
	case s.says("allowed"):
		return Authorized
	}
	return ""
}

// counted is how many visits a sentence says were completed, 0 where it gives no number.
func (s sentence) counted(n numbers) int {
	switch {
	case s.says("uncounted") || s.says("left"):
		return 0
	case n.done == 0 && !s.says("wish") && !s.says("allowed"):
		return n.loose
	}
	return n.done
}

func (s sentence) says(kind string) bool {
	for _, e := range s.events {
		if e.kind == kind {
			return true
		}
	}
	return false
}

// passed reports whether a text says a thing of that kind of the time that is past.
func (s sentence) passed(kind string) bool {
	for _, e := range s.events {
		if e.kind == kind && !s.planned(e) && !toDo.MatchString(s.clauseBefore(e.start)) && !thenDo.MatchString(s.text[e.end:]) {
			return true
		}
	}
	return false
}

// toDo are words of what is to be done when the acupuncture has been given.
var toDo = pattern.New(`\b(?:re-?eval\w*|re-?assess\w*|re-?check|re-?exam\w*|follow[- ]?up|return|see (?:him|her|me)|until|await|once)\b`)

// thenDo follows acupuncture after which something is to be done: "after the acupuncture he will be seen again".
var thenDo = pattern.New(`^(?: (?:visits?|sessions?|treatments?))?,? (?:he|she|we|i|they|(?:the )?(?:patient|employee|pt)) (?:will|would be|should|shall|is to|are to|may)\b`)

// done reports whether acupuncture is said to have been given, and to have not. What stands right by acupuncture goes before what only
// stands in the same sentence.
func (s sentence) done() (yes, no bool) {
	closest := unbound
	for _, e := range s.events {
		if e.kind != "done" && (e.kind != "sofar" || s.says("done")) || s.planned(e) {
			continue
		}
		b, ok := s.related(e)
		switch {
		case !ok || b < closest:
			continue
		case b > closest:
			closest, yes, no = b, false, false
		}
		if s.denied(e) {
			no = true
		} else {
			yes = true
		}
	}
	return yes, no
}

// labelled is a field that says how many of the visits named before were attended.
var labelled = pattern.New(`^\W*(?:visits? )?(?:attended|completed|used|kept|received|done)\b`)

// shortest is how long an answer to a question may be.
const shortest = 30

// GoesOn reports whether a sentence that names no treatment goes on with the one before it: it says of its visits that they were attended,
// that there were none or that the record does not know, or answers its question.
func GoesOn(before, text string) bool {
	if strings.HasSuffix(before, "?") && len(text) < shortest {
		return true
	}
	s := read(text)
	return len(s.acu)+len(s.other) == 0 && (s.says("unsure") || s.says("uncounted") || s.says("absent") || labelled.MatchString(text))
}
