package visits

import "imr"

// adjectives may stand between a number and the noun it counts.
var adjectives = []string{"acupuncture", "more", "additional", "further", "extra", "new", "initial", "total", "such", "manual", "infrared", "electrical", "elect", "electro", "-", "needle", "therapy", "medical", "prior", "previous", "completed", "authorized", "requested", "of", "trial", "follow", "echo", "post", "op", "postoperative", "remaining", "weekly", "certified"}

// otherTherapy are words that make a count one of another treatment's visits.
var otherTherapy = []string{"physical", "pt", "physiotherapy", "chiropractic", "chiro", "office", "massage", "occupational", "aquatic", "psych", "psychotherapy", "counseling", "doctor", "clinic", "er", "rehabilitation", "exercise"}

// nounAfter returns the index after the noun of a count that begins at i: at most four adjectives, then visits, sessions, treatments.
func (p parser) nounAfter(i int) (int, bool) {
	for j := i; j < len(p.tokens) && j <= i+4; j++ {
		if p.is(j, "visit") {
			if p.is(j+1, "visit") { // "treatment sessions"
				j++
			}
			if p.is(j+1, "of", "in", "for") && (p.is(j+2, otherTherapy...) || p.is(j+3, otherTherapy...) && p.is(j+2, "the", "his", "her")) {
				return i, false
			}
			return j + 1, true
		}
		if !p.is(j, adjectives...) {
			return i, false
		}
	}
	return i, false
}

// counted reads a number with its noun: "12 visits", "six (6) more acupuncture sessions", "3 to 6 treatments", "#12 visits".
func (p parser) counted(i int) (atom, bool) {
	r, other, upTo, next, ok := p.span(i)
	if !ok || !small(r) || p.is(i-1, "/", "-", "$", ".") {
		return atom{}, false
	}
	to, ok := p.nounAfter(next)
	if !ok {
		return atom{}, false
	}
	if upTo {
		r.Low = r.High
	}
	return atom{kind: total, to: to, visits: r, other: other, upTo: upTo}, true
}

// leads are words that make the number after them a number of visits.
var leads = map[string]bool{"#": true, "qty": true, "quantity": true, "units": true, "visit": true, "number": true}

// marked reads a number that a sign or a word marks: "#12", "qty 12", "x 12", "trial of 6", "total of 12", "another 6", "6 more".
func (p parser) marked(i int) (atom, bool) {
	j, ok := p.mark(i)
	if !ok {
		return p.moreAfter(i)
	}
	r, other, upTo, next, ok := p.span(j)
	if !ok || !small(r) || p.is(next, unitNouns...) || p.is(next, "/", "x", "week", "month", ":", ".") && !p.sentenceEnd(next) || p.is(next, otherTherapy...) {
		return atom{}, false
	}
	if to, ok := p.nounAfter(next); ok {
		next = to
	}
	if upTo {
		r.Low = r.High
	}
	return atom{kind: total, to: next, visits: r, other: other, upTo: upTo}, true
}

func (p parser) sentenceEnd(i int) bool {
	return p.is(i, ".") && (i+1 == len(p.tokens) || !p.tokens[i+1].isNum)
}

// mark returns where the number after a mark begins.
func (p parser) mark(i int) (int, bool) {
	switch {
	case i < len(p.tokens) && leads[p.tokens[i].text] && (p.cell || p.acupuncture):
		j := i + 1
		for p.is(j, ":", "#", "=", ".", "of") {
			j++
		}
		if p.is(i, "visit") && j == i+1 {
			return i, false
		}
		return j, true
	case p.is(i, "x") && (p.cell || p.acupuncture) && !(i > 0 && p.tokens[i-1].isNum):
		return i + 1, true
	case p.is(i, "trial", "course", "total", "series") && p.is(i+1, "of", ":"):
		return i + 2, p.cell || p.acupuncture
	case p.is(i, "another", "additional", "remaining", "further") && (p.cell || p.acupuncture):
		return i + 1, true
	case p.is(i, "=") && p.cell:
		return i + 1, true
	}
	return i, false
}

// moreAfter reads "6 more", "12 additional" where the noun is left out.
func (p parser) moreAfter(i int) (atom, bool) {
	r, other, _, next, ok := p.span(i)
	if !ok || !small(r) || !p.is(next, "more", "additional", "again") || !p.cell && !p.acupuncture {
		return atom{}, false
	}
	if p.is(next+1, unitNouns...) || p.is(next+1, "week", "month") || p.is(next+1, otherTherapy...) {
		return atom{}, false
	}
	if to, ok := p.nounAfter(next); ok {
		return atom{kind: total, to: to, visits: r, other: other}, true
	}
	return atom{kind: total, to: next + 1, visits: r, other: other}, true
}

// afterAcupuncture reads the bare number after the word: "Acupuncture 12", "acupuncture, 8", "acupuncture: 6".
func (p parser) afterAcupuncture(i int) (atom, bool) {
	k := i - 1
	if p.is(k, ",", ":", "-") {
		k--
	}
	if !p.is(k, "acupuncture") {
		return atom{}, false
	}
	r, other, upTo, next, ok := p.span(i)
	if !ok || !small(r) || r.High > 60 || p.is(next, unitNouns...) || p.is(next, "/", "x", "week", "month", "times", "-", ")") || p.is(next, otherTherapy...) {
		return atom{}, false
	}
	return atom{kind: total, to: next, visits: r, other: other, upTo: upTo}, true
}

// bare reads the number that fills a cell of its own.
func (p parser) bare(i int) (atom, bool) {
	if !p.cell || i != 0 {
		return atom{}, false
	}
	r, other, upTo, next, ok := p.span(i)
	if !ok || !small(r) || next != len(p.tokens) {
		return atom{}, false
	}
	return atom{kind: total, to: next, visits: r, other: other, upTo: upTo}, true
}

// doneOfAtom reads "4/6 treatments", "4 of 6 visits", "visit 4 of 6", "tx #4/6".
func (p parser) doneOfAtom(i int) (atom, bool) {
	j, led := i, false
	if p.is(i, "visit") {
		j, led = i+1, true
		for p.is(j, "#", ":", "no", "number", ".") {
			j++
		}
	}
	done, _, next, ok := p.number(j)
	if !ok || !p.is(next, "/", "of", "out") {
		return atom{}, false
	}
	slash := p.is(next, "/")
	for p.is(next, "/", "of", "out", "the") {
		next++
	}
	of, _, next, ok := p.number(next)
	if !ok || done > of || of > 60 || done != float64(int(done)) {
		return atom{}, false
	}
	to, noun := p.nounAfter(next)
	if p.is(next, "acupuncture") && !noun {
		to, noun = next+1, true
	}
	if !noun && !led || slash && !led && p.is(next, ")") {
		return atom{}, false
	}
	if led && (p.is(next, otherTherapy...) || p.is(next+1, otherTherapy...)) {
		return atom{}, false
	}
	if !noun {
		to = next
	}
	return atom{kind: doneOf, to: to, visits: imr.Range{Low: done, High: of}}, true
}

// remainingAtom reads "remaining 12 of 18 visits": the twelve are asked for.
func (p parser) remainingAtom(i int) (atom, bool) {
	if !p.is(i, "remaining") {
		return atom{}, false
	}
	n, _, next, ok := p.number(i + 1)
	if !ok {
		return atom{}, false
	}
	if p.is(next, "of") {
		j := next + 1
		for p.is(j, "the") {
			j++
		}
		if _, _, after, ok := p.number(j); ok {
			next = after
		}
	}
	if to, ok := p.nounAfter(next); ok {
		next = to
	}
	return atom{kind: total, to: next, visits: imr.Range{Low: n, High: n}, remaining: true}, true
}

// code reads a procedure code with its count. 97810 and 97813 stand for a visit each; 97811 and 97814 add time to one and are units.
func (p parser) code(i int) (atom, bool) {
	if i >= len(p.tokens) || !needleCode(p.tokens[i]) && !addOnCode(p.tokens[i]) {
		return atom{}, false
	}
	j := i + 1
	for p.is(j, "x", ":", "(", "qty", "units", "#", "=", "-") {
		j++
	}
	if j == i+1 {
		return atom{kind: units, to: i + 1}, addOnCode(p.tokens[i])
	}
	n, _, next, ok := p.number(j)
	if !ok || n > 120 {
		return atom{}, false
	}
	if addOnCode(p.tokens[i]) {
		return atom{kind: units, to: next}, true
	}
	return atom{kind: total, to: next, visits: imr.Range{Low: n, High: n}}, true
}

func needleCode(t token) bool {
	switch t.text {
	case "97810", "97813", "97800", "97801":
		return true
	}
	return false
}

func addOnCode(t token) bool { return t.text == "97811" || t.text == "97814" }
