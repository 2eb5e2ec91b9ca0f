package decided

import (
	"slices"

	"imr"
	"imr/extract/visits"
)

// Statement is what clauses on one request say together.
type Statement struct {
	marks  []mark
	signed []signed
	rest   bool
}

// Firmly reads a text as one statement, and reports whether it decides in more than words of opinion.
func Firmly(text string) (Statement, bool) {
	var s Statement
	words := wordsOf(text)
	if !speaks(words) && !slices.ContainsFunc(words, func(e element) bool { return e.text == "yes" || e.text == "no" }) {
		return s, false
	}
	for _, c := range Clauses(text) {
		s.Add(c)
	}
	return s, s.Firm()
}

// Add takes one more clause into a statement.
func (s *Statement) Add(c Clause) {
	s.marks = append(s.marks, c.marks...)
	s.signed = append(s.signed, c.signed...)
	s.rest = s.rest || c.rest && c.Decides()
}

// numbers are those with one of the signs.
func (s *Statement) numbers(signs ...string) []int {
	var out []int
	for _, g := range s.signed {
		if g.n >= 0 && slices.Contains(signs, g.sign) {
			out = append(out, g.n)
		}
	}
	return out
}

// Asked are the words that say how much was asked for: where a request is granted or refused whole, those that say how much of it.
func (s *Statement) Asked() []visits.Phrase {
	sign := "asked"
	if o := s.Outcome(); len(s.numbers("asked")) == 0 && !s.rest {
		sign = map[string]string{imr.URDenied: "no", imr.URApproved: "yes"}[o]
	}
	var out []visits.Phrase
	for _, g := range s.signed {
		if g.sign == sign && g.how != nil {
			out = append(out, *g.how)
		}
	}
	return out
}

// AskedNumber is the number of visits that was asked for, as "6 of 18" or "18 requested" tells it.
func (s *Statement) AskedNumber() (int, bool) {
	of := s.numbers("asked")
	return first(of), len(of) > 0 && same(of)
}

// Changed are the words that say how often or how long, where a modification leads to them and to no number.
func (s *Statement) Changed() *visits.Phrase {
	for _, g := range s.signed {
		if g.sign == "part" && g.n < 0 {
			return g.how
		}
	}
	return nil
}

// Decides reports whether the statement holds a decision, firm or not.
func (s *Statement) Decides() bool { return len(s.marks) > 0 }

// Firm reports whether it decides in more than words of opinion.
func (s *Statement) Firm() bool { return s.level() > 1 }

func (s *Statement) level() int {
	best := 0
	for _, m := range s.marks {
		best = max(best, m.level)
	}
	return best
}

func (s *Statement) has(sense string) bool {
	level := s.level()
	for _, m := range s.marks {
		if m.sense == sense && m.level == level {
			return true
		}
	}
	return false
}

// Outcome is one of imr's outcomes of utilization review, or "" where the words contradict one another or decide nothing.
func (s *Statement) Outcome() string {
	yes, no := s.has("yes"), s.has("no")
	part := s.has("part") || s.has("cut")
	certified, known := s.Certified()
	asked, told := s.AskedNumber()
	switch {
	case s.has("doubt"):
		return ""
	case s.has("conditional"):
		return imr.URConditional
	case s.has("deferred") || s.has("withdrawn"):
		return s.unreviewed(yes || no || part)
	case (yes || part) && known && certified == 0:
		return imr.URDenied
	case part || no && s.rest && (yes || told && s.refusesLess(asked)) || yes && no && known:
		return imr.URModified
	case yes && no:
		return ""
	case yes && known && told && certified < asked:
		return imr.URModified
	case yes:
		return imr.URApproved
	case no:
		return imr.URDenied
	}
	return ""
}

func (s *Statement) unreviewed(decided bool) string {
	switch {
	case decided || s.has("deferred") && s.has("withdrawn"):
		return ""
	case s.has("deferred"):
		return imr.URDeferred
	}
	return imr.URWithdrawn
}

// Certified is the number of visits that were certified, where the words tell one.
func (s *Statement) Certified() (int, bool) {
	yes, no := s.numbers("yes", "part"), s.numbers("no")
	asked, told := s.AskedNumber()
	switch {
	case len(yes) > 0:
		return yes[0], same(yes) && s.addsUp(yes[0], no)
	case told && s.refusesLess(asked) && s.rest:
		return asked - no[0], true
	}
	return 0, false
}

// refusesLess reports whether one number was refused, and a smaller one than was asked for.
func (s *Statement) refusesLess(asked int) bool {
	no := s.numbers("no")
	return len(no) == 1 && no[0] < asked
}

// addsUp reports whether what was certified and what was refused make up what was asked for, where all three are told.
func (s *Statement) addsUp(yes int, no []int) bool {
	asked, told := s.AskedNumber()
	return !told || yes <= asked && (len(no) == 0 || yes+no[0] == asked)
}

func first(ns []int) int {
	if len(ns) == 0 {
		return 0
	}
	return ns[0]
}

func same(ns []int) bool {
	for _, n := range ns {
		if n != ns[0] {
			return false
		}
	}
	return true
}
