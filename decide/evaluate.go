package decide

import (
	"math/bits"

	"imr"
)

// answer is what the table says of an item: the outcome that all completions share, else refer, and the rules they met.
type answer struct {
	outcome imr.Outcome
	rules   []Rule
}

// setting is what the case as a whole, and the pack it is decided by, lay down for an item.
type setting struct {
	limits    Limits
	table     *readyTable
	variants  float64
	falls     bool
	straddles bool
}

// evaluate tries every completion of an item's facts.
func evaluate(it imr.Item, s setting) answer {
	w := start(it, s)
	w.fill(0)
	return w.summary()
}

// walker fills in an item's facts one after the other, and only those that still make a difference.
type walker struct {
	table *readyTable
	dims  []open
	steps [len(factsAsked) + 1]filling // the way to where it stands: a fact more at each step

	met          bitSet
	askedToAgree bool        // end at the first completion that is referred or differs from those before it
	first        imr.Outcome // of the first completion
	disagreed    bool
}

// filling is how far a walk has come: the facts that have a value, what is settled by them, and the rules not ruled out yet.
type filling struct {
	p     point
	set   bitSet // facts
	yes   bitSet // conditions that hold
	no    bitSet // conditions that do not
	alive bitSet // rules
}

// start is a walk over an item's completions at its beginning, where the facts with one value have it.
func start(it imr.Item, s setting) *walker {
	w := &walker{table: s.table, dims: spaces(it, s.limits)}
	f := &w.steps[0]
	f.p = point{limits: s.limits, service: it.Service, variants: s.variants, falls: s.falls, straddles: s.straddles}
	f.alive = 1<<len(s.table.rows) - 1
	for _, d := range w.dims {
		if len(d.values) == 1 {
			d.values[0](&f.p)
			f.set |= d.bit
		}
	}
	return w
}

// forget makes the walker ready to try completions anew.
func (w *walker) forget() { w.met, w.first, w.disagreed = 0, "", false }

// summary is the answer that the completions tried so far give.
func (w *walker) summary() answer {
	var a answer
	for i, r := range w.table.rows {
		if w.met.has(i) {
			a.rules = append(a.rules, r.Rule)
		}
	}
	a.outcome = a.rules[0].Outcome
	if w.disagreed {
		a.outcome = imr.Refer
	}
	return a
}

// put goes from a step to the next with one of the values of a fact.
func (w *walker) put(step int, d *open, value int) {
	next := &w.steps[step+1]
	*next = w.steps[step]
	d.values[value](&next.p)
	next.set |= d.bit
}

// fill tries every completion from a step on.
func (w *walker) fill(step int) {
	if w.narrow(step) {
		return
	}
	d := w.nextOpen(step)
	for i := range d.values {
		if w.askedToAgree && w.disagreed {
			return
		}
		w.put(step, d, i)
		w.fill(step + 1)
	}
}

// nextOpen is the first fact without a value that a rule still looks at.
func (w *walker) nextOpen(step int) *open {
	s := &w.steps[step]
	asked := w.table.askedBy(s.alive) &^ s.set
	for i := range w.dims {
		if w.dims[i].bit&asked != 0 {
			return &w.dims[i]
		}
	}
	panic("decide: the facts do not settle which rule answers; the table has a gap")
}

// narrow drops the rules that the facts set so far rule out, and reports whether one answers: a rule of which they meet every condition
// does, and so does the last one that is left, since every completion meets one.
func (w *walker) narrow(step int) (answered bool) {
	s := &w.steps[step]
	w.table.settle(s)
	gateOpen := false // a gate comes first, whatever the others say
	left := bitSet(0)
	for rest := s.alive; rest != 0; rest &= rest - 1 {
		i := bits.TrailingZeros32(uint32(rest))
		r := &w.table.rows[i]
		if r.asks&s.no != 0 {
			continue
		}
		if r.asks&^s.yes == 0 && !gateOpen {
			w.answer(i)
			return true
		}
		gateOpen = gateOpen || left == 0 && r.gate
		left = left.with(i)
	}
	if last, one := left.only(); one {
		w.answer(last)
		return true
	}
	s.alive = left
	return false
}

// answer notes the rule that answers a completion.
func (w *walker) answer(i int) {
	w.met = w.met.with(i)
	outcome := w.table.rows[i].Outcome
	if w.first == "" {
		w.first = outcome
	}
	w.disagreed = w.disagreed || outcome == imr.Refer || outcome != w.first
}

func ids(rules []Rule) []string {
	out := []string{}
	for _, r := range rules {
		out = append(out, r.ID)
	}
	return out
}
