package extract

import (
	"regexp"
	"strconv"
	"strings"

	"imr"
	"imr/extract/verdict"
	"imr/extract/visits"
)

// asked is a request that a page names, and what is decided on it, as the statements go on.
type asked struct {
	subject  string
	number   string
	rank     int // how firmly the decision stands: see the ranks
	verdict  string
	at       imr.Evidence
	decided  bool
	position int // of its last statement
}

// The ranks of a decision: told among reasons in words that decide nothing by themselves, told among reasons, stated, and stated
// under a heading or label that announces it, or in a table.
const (
	rankWeak = iota
	rankReason
	rankStated
	rankAnnounced
)

// reviewMentions returns, for a page, each request with what UR decided on it. Whether the page is a UR letter at all is for
// classification to say.
func (s *scan) reviewMentions(p imr.Page, bs []block) []imr.Mention {
	out := s.reviewTable(p)
	if len(out) > 0 {
		return out
	}
	var all []asked
	for i, st := range s.statements(p, bs) {
		all = weigh(all, st, i)
	}
	for _, a := range all {
		if m, ok := s.decision(a); ok {
			out = append(out, m)
		}
	}
	return out
}

// weigh adds one statement to the requests of a page: it names one, decides on one, or on those before it.
func weigh(all []asked, st statement, i int) []asked {
	if st.zone == "aside" {
		return all
	}
	text := st.text
	v := verdict.Of(text)
	subject := st.subject
	if subject == "" {
		subject = subjectOf(text, v)
	}
	switch {
	case v.Outcome == "" && subject != "" && asks(st):
		return append(all, asked{subject: subject, number: st.number, at: st.at, position: i})
	case v.Outcome == "" || v.Weak && subject == "":
		return all
	case subject != "":
		return append(all, asked{subject: subject, number: st.number, rank: rankOf(st, v), verdict: text, at: st.at, decided: true, position: i})
	}
	return attach(all, st, i, v)
}

var requestWords = regexp.MustCompile(`(?i)\brequest(?:s|ed|ing)?\b|\basked for\b|\bproposed\b|\bprescribed\b|\bsubmitted for\b`)

// asks reports whether a statement without a decision names what is to be decided on.
func asks(st statement) bool {
	return st.zone == "request" || st.zone != "reason" && requestWords.MatchString(st.text) || st.zone == "decision" && st.number != ""
}

func rankOf(st statement, v verdict.Verdict) int {
	switch {
	case v.Weak:
		return rankWeak
	case st.zone == "reason":
		return rankReason
	case st.zone == "decision":
		return rankAnnounced
	}
	return rankStated
}

// attach gives a decision that names no treatment to the requests that it speaks of: the one of its number, the one just before it,
// or those that wait for one.
func attach(all []asked, st statement, i int, v verdict.Verdict) []asked {
	decide := func(a *asked) {
		a.verdict = strings.TrimSpace(a.verdict + " ; " + st.text)
		a.decided, a.position = true, i
		a.rank = max(a.rank, rankOf(st, v))
		a.at = joined(a.at, st.at)
	}
	if st.number != "" {
		for k := range all {
			if all[k].number == st.number && !all[k].decided {
				decide(&all[k])
				return all
			}
		}
	}
	last := len(all) - 1
	switch {
	case last >= 0 && all[last].decided && waiting(all) == 0:
		if v.Yes >= 0 || v.No >= 0 || detailLabel.MatchString(st.label) { // what it says beyond the decision itself is a reason
			decide(&all[last])
		}
	case last >= 0 && !all[last].decided && all[last].position >= i-2:
		decide(&all[last])
	case waiting(all) > 0:
		for k := range all {
			if !all[k].decided {
				decide(&all[k])
			}
		}
	case visitNoun.MatchString(st.text):
		return append(all, asked{subject: st.text, rank: rankOf(st, v), verdict: st.text, at: st.at, decided: true, position: i})
	}
	return all
}

// detailLabel are labels that say more of the decision above: "Approved: 6", "Not certified: 12 visits".
var detailLabel = regexp.MustCompile(`(?i)^(?:approved|certified|authorized|not (?:approved|certified|authorized)|non-?\s?certified|denied|modified|quantity)`)

func waiting(all []asked) int {
	n := 0
	for _, a := range all {
		if !a.decided {
			n++
		}
	}
	return n
}

var (
	visitNoun = regexp.MustCompile(`(?i)\b(?:visits?|sessions?|treatments?)\b`)
	// asking are the words around what is asked for: "The request for … is", "Recommend prospective request for".
	asking   = regexp.MustCompile(`(?i)^\W*(?:(?:\d{1,2}[.)]|[-•])\s*)?(?:(?:item|request|treatment|service|procedure)s?\s*#?\d*\s*[.:)]\s*)?(?:(?:treatments?|services?|procedures?|items?)?\s*(?:requested|determination|decision|recommendation|outcome)(?: (?:treatment|service|procedure)s?)?\s*#?\d*\s*:\s*)?(?:(?:we|i) (?:have |hereby )?(?:reviewed |received )?)?(?:recommend(?:ed|ation is)? )?(?:(?:your|the|this|a|an) )?(?:(?:prospective|retrospective|concurrent) )?(?:requests?(?: (?:of|dated?|made on|received)(?: on)? [\d/.-]+,?)* (?:for|of) )?(?:authorization (?:of|for) )?`)
	trailing = regexp.MustCompile(`(?i)[\s,;:-]*\b(?:is|are|was|were|be|has been|have been|will be|should be|and|to be|i|we|that|find|the request|decision|determination|recommendation|and the request is(?: therefore)?)\W*$`)
)

// subjectOf returns the words of a text that name the treatment it speaks of, "" where none do.
func subjectOf(text string, v verdict.Verdict) string {
	if v.Outcome == "" {
		return named(text)
	}
	for i, part := range v.Parts(text) {
		at := serviceWord.FindStringIndex(part)
		if at == nil {
			continue
		}
		if i > 0 && v.Yes >= 0 { // the number certified stands before the treatment
			part = part[at[0]:]
		}
		return named(part)
	}
	return ""
}

func named(text string) string {
	if !serviceWord.MatchString(text) {
		return ""
	}
	text = asking.ReplaceAllString(text, "")
	for trailing.MatchString(text) {
		text = trailing.ReplaceAllString(text, "")
	}
	return clean(text)
}

// decision turns a request with its decision into a mention.
func (s *scan) decision(a asked) (imr.Mention, bool) {
	v := verdict.Of(a.verdict)
	if !a.decided || v.Outcome == "" {
		return imr.Mention{}, false
	}
	m := s.mention("ur", v.Outcome, "", a.at.Quote, a.at)
	m.Parts = map[string]string{"service": a.subject, "rank": strconv.Itoa(a.rank)}
	m.Quantity = requested(visits.Parse(a.subject))
	if n, ok := certified(v, m.Quantity); ok && (v.Outcome == imr.URApproved || v.Outcome == imr.URModified) {
		m.Value = strconv.Itoa(n)
		m.Sense = senseOf(m, n)
	}
	return m, true
}

// certified is how many visits a decision certifies, by its number, by what is left of the number asked for, or by a changed length.
func certified(v verdict.Verdict, q *imr.Quantity) (int, bool) {
	asked, known := oneNumber(q)
	switch {
	case v.Yes >= 0:
		return v.Yes, true
	case v.No > 0 && known && v.No < asked && v.Outcome == imr.URModified:
		return asked - v.No, true
	case v.Weeks.High > 0 && v.Weeks.Low == v.Weeks.High && q != nil && q.Frequency != nil && q.Frequency.Low == q.Frequency.High:
		return int(q.Frequency.High * v.Weeks.High), true
	}
	return 0, false
}

func oneNumber(q *imr.Quantity) (int, bool) {
	if q == nil || len(q.Readings) != 1 || q.Readings[0].Low != q.Readings[0].High {
		return 0, false
	}
	return int(q.Readings[0].High), true
}

// senseOf corrects the outcome where the certified number says more than the word: fewer than asked is a modification.
func senseOf(m imr.Mention, n int) string {
	if m.Quantity == nil || len(m.Quantity.Readings) != 1 {
		return m.Sense
	}
	if high := int(m.Quantity.Readings[0].High); n > 0 && n < high {
		return imr.URModified
	}
	return m.Sense
}
