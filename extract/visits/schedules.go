package visits

import "imr"

// The length of a month in weeks, at the least and on average.
const (
	monthLow  = 4.0
	monthHigh = 4.35
)

// rate is how often: so many visits every so many weeks, or a month.
type rate struct {
	count   imr.Range
	weeks   float64 // 1 a week, 2 every other week
	monthly bool
	both    bool // "biweekly": twice a week, or every two weeks
}

func (r rate) perWeek() imr.Range {
	if r.monthly {
		return imr.Range{Low: round2(r.count.Low / monthHigh), High: round2(r.count.High / monthLow)}
	}
	return imr.Range{Low: r.count.Low / r.weeks, High: r.count.High / r.weeks}
}

func round2(f float64) float64 { return float64(int(f*100+0.5)) / 100 }

// rateWords are frequencies in one word: visits, and the weeks they are spread over.
var rateWords = map[string]rate{
	"weekly": {imr.Range{Low: 1, High: 1}, 1, false, false}, "tiw": {imr.Range{Low: 3, High: 3}, 1, false, false}, "biw": {imr.Range{Low: 2, High: 2}, 1, false, false},
	"qw": {imr.Range{Low: 1, High: 1}, 1, false, false}, "qweek": {imr.Range{Low: 1, High: 1}, 1, false, false}, "qow": {imr.Range{Low: 1, High: 1}, 2, false, false}, "eow": {imr.Range{Low: 1, High: 1}, 2, false, false},
	"monthly": {imr.Range{Low: 1, High: 1}, 1, true, false}, "biweekly": {imr.Range{Low: 2, High: 2}, 1, false, true},
}

var times = map[string]float64{"once": 1, "twice": 2, "thrice": 3}

// rateAt reads a frequency: twice a week, 2-3x/wk, 2 visits each week, three times weekly, every other week, tiw, 4x/month.
func (p parser) rateAt(i int) (rate, int, bool) {
	if i >= len(p.tokens) {
		return rate{}, i, false
	}
	if r, ok := rateWords[p.tokens[i].text]; ok && !p.tokens[i].isNum {
		return r, i + 1, true
	}
	if p.is(i, "q") && i+2 < len(p.tokens) && p.tokens[i+1].isNum && p.is(i+2, "week", "w") {
		return rate{count: imr.Range{Low: 1, High: 1}, weeks: p.tokens[i+1].num}, i + 3, true
	}
	if p.is(i, "every", "each") {
		if r, next, ok := p.every(i + 1); ok {
			return r, next, true
		}
	}
	if n, ok := times[p.tokens[i].text]; ok {
		return p.perUnit(imr.Range{Low: n, High: n}, i+1, false)
	}
	r, _, _, next, ok := p.span(i)
	if !ok || r.High > 31 {
		return rate{}, i, false
	}
	return p.perUnit(r, next, true)
}

// every reads what follows "every": week, other week, two weeks, month.
func (p parser) every(i int) (rate, int, bool) {
	one := imr.Range{Low: 1, High: 1}
	switch {
	case p.is(i, "week"):
		return rate{count: one, weeks: 1}, i + 1, true
	case p.is(i, "other", "second") && p.is(i+1, "week"):
		return rate{count: one, weeks: 2}, i + 2, true
	case p.is(i, "month"):
		return rate{count: one, weeks: 1, monthly: true}, i + 1, true
	case i+1 < len(p.tokens) && p.tokens[i].isNum && p.tokens[i].num > 0 && p.tokens[i].num < 9 && p.is(i+1, "week"):
		return rate{count: one, weeks: p.tokens[i].num}, i + 2, true
	}
	return rate{}, i, false
}

// perUnit reads the unit that makes a count a frequency: "x/week", "times per week", "visits a week", "weekly", "x week".
func (p parser) perUnit(count imr.Range, i int, counted bool) (rate, int, bool) {
	marked := !counted
	for p.is(i, "x", "times", "visit", "day", "acupuncture", "-") && i < len(p.tokens) {
		marked = marked || p.is(i, "x", "times", "visit", "day")
		i++
	}
	r := rate{count: count, weeks: 1}
	switch {
	case p.is(i, "weekly"):
		return r, i + 1, true
	case p.is(i, "monthly"):
		r.monthly = true
		return r, i + 1, true
	}
	linked := false
	for p.is(i, "per", "a", "an", "/", "each", "every", "@", "in") {
		linked = true
		i++
	}
	if !linked && !marked {
		return r, i, false
	}
	switch {
	case p.is(i, "week", "w"):
		return r, i + 1, true
	case linked && p.is(i, "month"):
		r.monthly = true
		return r, i + 1, true
	case linked && p.is(i, "other") && p.is(i+1, "week"):
		r.weeks = 2
		return r, i + 2, true
	}
	return r, i, false
}

// lengthAt reads a length of time: 6 weeks, 4-6 wks, two months. A bare number of weeks needs the word.
func (p parser) lengthAt(i int) (imr.Range, bool, int, bool) {
	for p.is(i, "a", "the", "next", "period", "of", "about", "approximately", "total") {
		i++
	}
	r, _, _, next, ok := p.span(i)
	if !ok || r.High > 104 {
		return r, false, i, false
	}
	if p.is(next, "-") {
		next++
	}
	switch {
	case p.is(next, "week", "w"):
		return r, false, next + 1, true
	case p.is(next, "month"):
		return imr.Range{Low: round2(r.Low * monthLow), High: round2(r.High * monthHigh)}, true, next + 1, true
	}
	return r, false, i, false
}

var lengthWords = []string{"for", "x", "times", "over", "during", "in", "across", "within", ",", "-", "("}

// schedule reads a frequency with its duration: "2 times a week for 6 weeks", "2/wk x 6", "2x6", "2 x 6 wks".
func (p parser) schedule(i int) (atom, bool) {
	if a, ok := p.byCross(i); ok {
		return a, true
	}
	r, next, ok := p.rateAt(i)
	if !ok {
		return atom{}, false
	}
	j := next
	for j < len(p.tokens) && j < next+3 && p.is(j, lengthWords...) {
		j++
	}
	if j == next && !p.lengthFollows(j) {
		return atom{}, false
	}
	if weeks, months, after, ok := p.lengthAt(j); ok {
		return p.scheduleOf(r, weeks, months, after), true
	}
	if n, _, after, ok := p.number(j); ok && p.is(j-1, "x", "times") && n <= 52 && !p.is(after, unitNouns...) {
		return p.bareAfter(r, n, after), true
	}
	return atom{}, false
}

func (p parser) lengthFollows(i int) bool {
	_, _, _, ok := p.lengthAt(i)
	return ok
}

func (p parser) scheduleOf(r rate, weeks imr.Range, months bool, to int) atom {
	a := atom{kind: schedule, to: to, freq: r.perWeek(), weeks: weeks}
	if r.monthly && months {
		a.exact = &imr.Range{Low: r.count.Low * weeks.Low / monthLow, High: r.count.High * weeks.High / monthHigh}
	}
	if r.both {
		other := product(imr.Range{Low: 0.5, High: 0.5}, weeks)
		a.twice = &other
	}
	return a
}

// bareAfter reads "2/wk x 6": the number counts weeks. After "every other week x 12" it may count weeks or visits.
func (p parser) bareAfter(r rate, n float64, to int) atom {
	weeks := imr.Range{Low: n, High: n}
	a := atom{kind: schedule, to: to, freq: r.perWeek(), weeks: weeks}
	if r.monthly {
		a.weeks = imr.Range{Low: round2(n * monthLow), High: round2(n * monthHigh)}
		a.exact = &imr.Range{Low: r.count.Low * n, High: r.count.High * n}
	}
	if r.weeks > 1 {
		a.twice = &imr.Range{Low: n, High: n}
	}
	return a
}

// unitNouns after a number say that it counts something else than weeks or visits.
var unitNouns = []string{"mm", "cm", "mg", "ml", "mcg", "inch", "inches", "reps", "rep", "sets", "set", "repetitions", "seconds", "sec", "minutes", "minute", "min", "mins", "lb", "lbs", "pounds", "hours", "hour", "hrs", "degrees", "year", "years", "tabs", "tab", "tablets", "capsules", "gauge", "day", "%", "°", "ft", "feet", "miles", "blocks"}

// byCross reads "2x6", "2-3 x 4-6", "2 x 6 wks", "2 times 6": visits a week by weeks.
func (p parser) byCross(i int) (atom, bool) {
	f, _, _, next, ok := p.span(i)
	if !ok || !small(f) || f.High > 7 || !p.is(next, "x", "times") || p.is(i-1, "/", "gauge", "size", ".") {
		return atom{}, false
	}
	w, _, _, after, ok := p.span(next + 1)
	if !ok || !small(w) || w.High > 52 || p.is(after, unitNouns...) || p.is(after, "/", "x") {
		return atom{}, false
	}
	if p.is(after, "month") {
		return p.scheduleOf(rate{count: f, weeks: 1}, imr.Range{Low: round2(w.Low * monthLow), High: round2(w.High * monthHigh)}, true, after+1), true
	}
	if p.is(after, "-") && p.is(after+1, "week") {
		after++
	}
	if p.is(after, "week", "w") {
		after++
	}
	if p.is(after, "visit") && f.High == f.Low && f.Low > 1 && !p.cell && !p.acupuncture {
		return atom{}, false
	}
	return atom{kind: schedule, to: after, freq: f, weeks: w}, true
}

// weeksFirst reads "6 wks at 2/wk", "8 weeks, 2x/week".
func (p parser) weeksFirst(i int) (atom, bool) {
	weeks, months, next, ok := p.lengthAt(i)
	if !ok {
		return atom{}, false
	}
	j := next
	for j < len(p.tokens) && j < next+2 && p.is(j, "at", "@", ",", "of", "with", "(", "-") {
		j++
	}
	r, after, ok := p.rateAt(j)
	if !ok {
		return atom{}, false
	}
	return p.scheduleOf(r, weeks, months, after), true
}

func (p parser) frequencyAtom(i int) (atom, bool) {
	r, next, ok := p.rateAt(i)
	if !ok {
		return atom{}, false
	}
	return atom{kind: frequency, to: next, freq: r.perWeek()}, true
}

func (p parser) durationAtom(i int) (atom, bool) {
	j := i
	if p.is(j, "for", "x", "over", "during", "times") {
		j++
	} else if !p.cell {
		return atom{}, false
	}
	weeks, _, next, ok := p.lengthAt(j)
	if !ok || p.is(next, "off", "of") {
		return atom{}, false
	}
	return atom{kind: duration, to: next, weeks: weeks}, true
}
