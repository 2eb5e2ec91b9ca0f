package extract

import (
	"strings"

	"imr"
	"imr/extract/decided"
	"imr/internal/pattern"
)

// asked is a request that a page names, and what is decided on it, as the page goes on.
type asked struct {
	subject string // "" where a decision names no request
	number  string
	rank    int // how firmly the decision stands
	said    decided.Statement
	text    string
	at      imr.Evidence
	from    stretch
	told    string // the day on which it was decided, where that is told in the past tense
	passage int    // its last
	loose   bool   // only named in passing, for what the next sentence decides
}

// review reads a page passage by passage.
type review struct {
	scan    *scan
	page    imr.Page
	asked   []asked
	queue   [][]verdict // decisions that name no request, a passage each, while several wait for one
	current int         // the request that the passage speaks of, or -1
	over    *verdict    // a decision that announces a list of what it decides: "DENIED:"
}

// verdict is a clause or a row that decides and names no request.
type verdict struct {
	clause  decided.Clause
	text    string
	at      imr.Evidence
	from    stretch
	passage passage
	zone    string
	index   int
}

// stretch is a part of a block's text; block is nil for a row.
type stretch struct {
	block      *block
	start, end int
}

var clauseLabel = pattern.New(`^\W*([A-Z][A-Za-z /#&()-]{1,45}?)\s*(?:#?\d{1,2})?\s*:\s*`)

// read takes in one passage: its clauses name requests, decide on them, or both.
func (r *review) read(ps passage, index int) {
	r.current = -1
	zone := ps.zone
	var waits []verdict // of this sentence: decisions whose request may be named further on
	for _, c := range decided.Clauses(ps.text) {
		text := ps.text[c.Start:c.End]
		if m := clauseLabel.FindStringSubmatch(text); m != nil {
			if z := zoneOf(m[1]); z != "" && z != "title" {
				zone = z
			}
		}
		subject := ps.named
		if !ps.row {
			subject = subjectIn(ps.text, c)
		}
		v := verdict{clause: c, text: text, at: r.at(ps, c.Start, c.End), from: stretch{ps.block, c.Start, c.End}, passage: ps, zone: zone, index: index}
		if !c.GoesOn {
			r.takeAll(&waits, "")
		}
		waits = append(waits, v)
		if subject != "" || !c.Decides() {
			r.takeAll(&waits, subject)
		}
	}
	r.takeAll(&waits, "")
}

// takeAll takes in the clauses that waited, the last of which may name the request of them all: "6 visits certified, 12 not certified,
// for acupuncture".
func (r *review) takeAll(waits *[]verdict, subject string) {
	all := *waits
	*waits = nil
	last := len(all) - 1
	if last > 0 && subject != "" && namedAfter(all[last]) {
		if r.take(all[last], subject); r.current >= 0 {
			for _, v := range all[:last] {
				r.decide(r.current, v)
			}
		}
		return
	}
	for i, v := range all {
		named := subject
		if i < last {
			named = ""
		}
		r.take(v, named)
	}
}

// namedAfter reports whether a clause names its request after what it decides.
func namedAfter(v verdict) bool {
	gaps := v.clause.Gaps
	at := gaps[len(gaps)-1]
	return v.clause.Decides() && serviceWord.MatchString(v.passage.text[at[0]:at[1]])
}

func (r *review) at(ps passage, start, end int) imr.Evidence {
	if ps.block == nil {
		return r.scan.linesPlace(r.page, ps.lines)
	}
	return ps.block.place(r.scan.file, r.page, start, end)
}

// take gives a clause to the request that it names or goes on with.
func (r *review) take(v verdict, subject string) {
	c := v.clause
	if subject == "" && c.Decides() && !v.passage.row && announcesList(v.passage.text) {
		r.pair()
		r.over = &v
		return
	}
	if v.zone == "aside" && !(c.Decides() && subject != "" && requestWords.MatchString(v.text) && !c.Told) {
		return
	}
	if v.zone == "reason" && c.Told {
		return
	}
	goesOn := r.current >= 0 && (c.Rest() && (c.Told || r.asked[r.current].told == "") || v.passage.row)
	switch {
	case !c.Decides() && subject == "":
		if r.current >= 0 && !c.Aside { // a number of the request above: "Requested: 12 visits"
			r.asked[r.current].said.Add(c)
		}
	case !c.Decides():
		r.name(v, subject)
	case subject == "" || goesOn:
		r.attach(v)
	default:
		r.pair()
		r.over = nil
		for _, one := range subjectsIn(subject, v) {
			r.add(one, v)
		}
	}
}

// add notes a request together with what is decided on it.
func (r *review) add(subject string, v verdict) {
	r.asked = append(r.asked, asked{subject: subject, number: v.passage.number, text: v.text, at: v.at, from: v.from, passage: v.index})
	r.decide(len(r.asked)-1, v)
}

// subjectsIn cuts the name of what is decided at "and", where a clause without numbers decides on several treatments.
func subjectsIn(subject string, v verdict) []string {
	if v.passage.row || v.clause.Counts() {
		return []string{subject}
	}
	return apart(subject)
}

// announcesList reports whether a passage is a heading of its own with a colon.
func announcesList(text string) bool {
	text = strings.TrimSpace(text)
	return strings.HasSuffix(text, ":") && len(text) < 90
}

var (
	requestWords = pattern.New(`(?i)\brequest(?:s|ed|ing)?\b|\basked (?:us |for)|\bproposed\b|\bprescribed\b|\bsubmitted\b|\bunder review\b`)
	personWords  = pattern.New(`(?i)\b(?:patient|claimant|he|she|completed|attended|received|underwent|history|prior|previous)\b`)
)

// name notes a request that a clause names without deciding on it. One that is only spoken of may be decided on right after.
func (r *review) name(v verdict, subject string) {
	asks := v.zone == "request" || v.zone != "reason" && requestWords.MatchString(v.text) || v.zone == "decision" && v.passage.number != ""
	if v.clause.Aside || personWords.MatchString(v.text) && v.zone != "request" {
		return
	}
	r.pair()
	if r.over != nil && r.over.zone == v.zone {
		over := *r.over
		over.text, over.at, over.from, over.passage, over.index = v.text, joined(over.at, v.at), v.from, v.passage, v.index
		r.add(subject, over)
		return
	}
	a := asked{subject: subject, number: v.passage.number, text: v.text, at: v.at, from: v.from, passage: v.index, loose: !asks}
	a.said.Add(v.clause)
	r.asked = append(r.asked, a)
	r.current = len(r.asked) - 1
}

// decide adds what a clause decides to a request.
func (r *review) decide(i int, v verdict) {
	a := &r.asked[i]
	if a.text != v.text {
		a.text = strings.TrimSpace(a.text + " " + v.text)
		r.widen(a, v)
	}
	a.said.Add(v.clause)
	a.rank = max(a.rank, rankOf(v))
	a.passage, a.loose = v.index, false
	if v.clause.Told && a.told == "" {
		for _, d := range datesIn(v.text) {
			a.told = string(d.day)
		}
	}
	r.current = i
}

func rankOf(v verdict) int {
	switch v.zone {
	case "reason", "aside":
		return rankReason
	case "decision":
		return rankAnnounced
	}
	return rankStated
}

// widen takes the place of one more clause into that of a request: as one quotation where both stand in one block.
func (r *review) widen(a *asked, v verdict) {
	if b := a.from.block; b != nil && b == v.from.block {
		a.from.end = max(a.from.end, v.from.end)
		a.at = b.place(r.scan.file, r.page, a.from.start, a.from.end)
		return
	}
	a.at = joined(a.at, v.at)
}

// joined is the place of two stretches of one page.
func joined(a, b imr.Evidence) imr.Evidence {
	if a.Line == b.Line && a.Quote == b.Quote {
		return a
	}
	if a.Box != nil && b.Box != nil {
		u := a.Box.Union(*b.Box)
		a.Box = &u
	}
	a.Quote += " " + b.Quote
	return a
}
