package visits

// atom is a wording found in a text: tokens[from:to], and the readings of it, more than one where it has two meanings.
type atom struct {
	from, to int
	readings []facts
	beside   bool // it says nothing by itself
}

// atomAt returns the longest wording that begins at a token; of several the first in phrasings.txt, with its second meanings.
func (p parser) atomAt(i int) (atom, bool) {
	var best atom
	taken := -2 // index of the wording taken
	for _, k := range p.g.beginning(p.tokens[i]) {
		w := p.g.phrases[k]
		if !p.placed(w.name, i) || w.example == "" && w.name != "any" && taken != k-1 {
			continue
		}
		to, readings := p.longest(w, i)
		second := isSecond(w) && taken == k-1
		switch {
		case len(readings) == 0 || to < best.to || to == best.to && !second:
			continue
		case to == best.to:
			best.readings = append(best.readings, readings...)
		default:
			best = atom{from: i, to: to, readings: readings, beside: w.name == "beside"}
		}
		taken = k
	}
	return best, len(best.readings) > 0
}

// isSecond reports whether a line gives a second meaning of the wording before it.
func isSecond(w wording) bool { return w.example == "" && !wholePart(w.pattern) }

// wholePart reports whether a wording is nothing but a named part, whose examples stand with its own lines.
func wholePart(n node) bool {
	return n.kind == allNode && len(n.kids) == 1 && n.kids[0].kind == listNode
}

// placed reports whether a wording of a place may begin at a token.
func (p parser) placed(place string, i int) bool {
	switch place {
	case "acu":
		return p.cell || p.acupuncture
	case "after":
		k := i - 1
		for p.is(k, ",", ":", "-") {
			k--
		}
		return p.is(k, "acupuncture")
	case "cell":
		return p.cell
	case "whole":
		return p.cell && i == 0
	}
	return true
}

// longest matches one wording and returns the end of its longest reading, and what the readings so long say.
func (p parser) longest(w wording, i int) (int, []facts) {
	to, seen := 0, map[string]bool{}
	var out []facts
	for _, s := range p.match(w.pattern, state{to: i}) {
		if s.to < to || s.to == i || w.name == "whole" && s.to != len(p.tokens) || !p.free(i, s.to) {
			continue
		}
		if s.to > to {
			to, out, seen = s.to, nil, map[string]bool{}
		}
		for _, f := range factsOf(s) {
			if key := f.String(); !seen[key] {
				seen[key] = true
				out = append(out, f)
			}
		}
	}
	return to, out
}

// free reports whether tokens[from:to] stand by themselves: no part of another number before, no other unit or therapy after.
func (p parser) free(from, to int) bool {
	if p.number(from) && p.is(from-1, "/", "$", ".", "gauge", "size", "#", "on") && !(p.is(from-1, ".") && !p.number(from-2)) {
		return false
	}
	if p.number(to) && p.is(to-1, "of") || p.number(to-1) && p.is(to, "of") && (p.number(to+1) || p.is(to+1, "the") && p.number(to+2)) {
		return false // "8 of 12": the larger number is not this one's
	}
	if p.number(to-1) && p.is(to, "to", "-", "or") && p.number(to+1) && p.tokens[to+1].num > p.tokens[to-1].num && !p.leadsTo(to) {
		return false // a part of a range
	}
	if p.is(from, "x") && p.number(from-1) || p.is(from, "#") && p.dosed(from) || p.number(to-1) && p.runsOn(to) {
		return false
	}
	if p.number(to-1) && (p.listed("unit-noun", to) || p.listed("other-therapy", to) || p.is(to, "/", "x", "times", "%", "week", "month", "°") || p.is(to, ":", ".", "-") && p.number(to+1)) {
		return false
	}
	if p.is(to-1, "x", "times") && to < len(p.tokens) && !p.is(to, ",", ";", ".", "(", ")") {
		return false
	}
	return !p.is(to-1, "visit") || !p.otherTherapy(to)
}

// dosed reports whether the words before a number sign speak of a medicine: "Norco 10 mg #60".
func (p parser) dosed(i int) bool {
	for k := i - 1; k >= 0 && k > i-before && !p.is(k, "acupuncture"); k-- {
		if p.listed("dose", k) {
			return true
		}
	}
	return false
}

// runsOn reports whether letters stand right after a number: it is a part of something else.
func (p parser) runsOn(i int) bool {
	return i < len(p.tokens) && p.tokens[i].start == p.tokens[i-1].end && p.tokens[i].text[0] >= 'a'
}

// otherTherapy reports whether the words after a noun make it another therapy's: "six visits of physical therapy".
func (p parser) otherTherapy(i int) bool {
	if p.is(i, "of", "in", "for", "with") {
		i++
		if p.is(i, "the", "his", "her", "a") {
			i++
		}
	}
	return p.listed("other-therapy", i)
}

// listed reports whether a token is one of a named list of words.
func (p parser) listed(name string, i int) bool {
	return i < len(p.tokens) && len(p.match(p.g.lists[name], state{to: i})) > 0
}
