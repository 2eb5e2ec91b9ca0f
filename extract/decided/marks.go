package decided

import "slices"

// mark is a word of decision with its polarity.
type mark struct {
	sense string // "yes", "no", "part", "cut", "conditional", "deferred", "withdrawn"
	level int
	at    int // its element
}

// levels tell how firmly a word decides: what is less firm counts only where nothing firmer stands.
var levels = map[string]int{"yes": 3, "no": 3, "part": 3, "cut": 3, "noun": 3, "noun-no": 3, "conditional": 3, "deferred": 3, "withdrawn": 3, "need": 2, "weak": 1}

func opposite(sense string) string {
	if sense == "yes" {
		return "no"
	}
	return "yes"
}

// reach is how many words a "not" may stand before what it turns round.
const reach = 6

// earlierReach is how many words "original" or "previous" may stand before the decision that it speaks of.
const earlierReach = 14

// decisions returns the words of decision of a clause that decide something now.
func (c *Clause) decisions() []mark {
	var out []mark
	for i, e := range c.es {
		if levels[e.sense] == 0 {
			continue
		}
		m, ok := c.markAt(i)
		if !ok {
			continue
		}
		if c.aside(i) {
			c.Aside = true
			continue
		}
		c.Told = (c.Told || len(out) == 0) && c.within(i, 3, "tense")
		if m.sense == "yes" && m.level > 1 && e.sense != "no" && e.sense != "noun-no" {
			m.sense = c.granted(i)
		}
		out = append(out, m)
	}
	return doubted(out)
}

// granted reads a word that grants against a "not", or a lack, that stands before it and turns no other word round: over words of reason
// it refuses ("no basis to certify"), over any others it leaves in doubt what is decided.
func (c *Clause) granted(i int) string {
	near := true
	for k := i - 1; k >= 0; k-- {
		e := c.es[k]
		switch {
		case e.text == "without": // it belongs to a name: "MRI without contrast is certified"
			near = false
		case c.notMany(k+1) && k+2 < len(c.es) && c.es[k+2].text == ",": // "rather than 12 visits, 6 are certified"
		case (e.sense == "not" || e.sense == "lack") && near:
			return "no"
		case e.sense == "not" || e.sense == "lack" || e.sense == "short":
			return "doubt"
		case levels[e.sense] > 0 && !(e.sense == "weak" && k == i-1):
			return "yes"
		case e.sense == "" || e.sense == "all" || e.sense == "mark" && e.text != "-":
			near = false
		}
	}
	return "yes"
}

// doubted leaves in doubt what is granted where the same clause says that something is not met.
func doubted(all []mark) []mark {
	refused := slices.ContainsFunc(all, func(m mark) bool { return m.sense == "no" && m.level == 1 })
	for i := range all {
		if refused && all[i].sense == "yes" && all[i].level > 1 {
			all[i].sense = "doubt"
		}
	}
	return all
}

// markAt reads the word of decision at an element. A "not" turns yes and no round and takes all else back.
func (c *Clause) markAt(i int) (mark, bool) {
	m := mark{sense: c.es[i].sense, level: levels[c.es[i].sense], at: i}
	negated := c.negated(i)
	switch m.sense {
	case "noun", "noun-no":
		return c.noun(i, negated)
	case "need", "weak":
		m.sense = "yes"
	case "cut":
		return m, !negated && c.leadsToVisits(i)
	}
	if m.sense == "yes" || m.sense == "no" {
		if negated {
			m.sense = opposite(m.sense)
		}
		return m, true
	}
	return m, !negated
}

// leadsToVisits reports whether a number of visits follows, and not of tablets.
func (c *Clause) leadsToVisits(i int) bool {
	k := c.rightOf(i)
	return k < len(c.es) && c.es[k].sense == "count" && (c.es[k].how != nil || c.within(i, i, "asked") || c.countedBefore(i))
}

// negated reports whether a "not" before the element reaches it over small words, or reached the word that "or" joins it to.
func (c *Clause) negated(i int) bool {
	for k := i - 1; k >= 0 && k >= i-reach; k-- {
		e := c.es[k]
		switch {
		case e.sense == "not":
			return true
		case e.text == "or":
			return c.negatedBefore(k)
		case e.sense == "fill" || e.sense == "tense" || e.sense == "weak" || e.sense == "need" || e.sense == "link" || e.sense == "count" || e.sense == "asked" || e.text == "-":
		default:
			return false
		}
	}
	return false
}

// negatedBefore reports whether the nearest word of decision before an "or" is turned round.
func (c *Clause) negatedBefore(k int) bool {
	for j := k - 1; j >= 0 && j >= k-4; j-- {
		if levels[c.es[j].sense] > 0 {
			return c.negated(j)
		}
	}
	return false
}

// noun reads "certification", "approval", "denial": what they say is said by the verb that follows ("certification is not
// recommended") or goes before ("I recommend approval"). Alone they say something only as a whole entry.
func (c *Clause) noun(i int, negated bool) (mark, bool) {
	m := mark{sense: "yes", level: 3, at: i}
	if c.es[i].sense == "noun-no" {
		m.sense = "no"
	}
	if c.es[i].text == "medical" {
		m.level = 2
	}
	if negated {
		m.sense = opposite(m.sense)
		return m, true
	}
	for k := i + 1; k < len(c.es); k++ {
		switch s := c.es[k].sense; {
		case s == "undone":
			return m, false
		case s == "weak" && c.negated(k):
			m.sense = opposite(m.sense)
			return m, true
		case s == "weak" || s == "kept":
			return m, true
		case levels[s] == 3:
			return m, false
		}
	}
	for k := i - 1; k >= 0 && k >= i-3; k-- {
		if s := c.es[k].sense; s == "weak" || s == "part" {
			if s == "weak" && c.negated(k) {
				m.sense = opposite(m.sense)
			}
			return m, true
		}
	}
	return m, c.es[i].sense == "noun-no" || m.level == 3 && c.alone(i)
}

// alone reports whether nothing but numbers and small words stand around an element.
func (c *Clause) alone(i int) bool {
	for k, e := range c.es {
		if k != i && e.sense != "fill" && e.sense != "count" && e.sense != "mark" {
			return false
		}
	}
	return true
}

// aside reports whether a decision is only supposed, was made earlier, or was made on a person.
func (c *Clause) aside(i int) bool {
	for k := i - 1; k >= 0; k-- {
		switch s := c.es[k].sense; {
		case s == "supposed":
			return true
		case c.es[k].text == "," || c.es[k].text == ":":
			return c.supposedBefore(k)
		case s == "earlier" && i-k <= earlierReach, s == "month" && k > 0 && c.es[k-1].text == "in":
			return true
		case s == "person" && i-k <= 4 && c.es[i].sense != "withdrawn" && c.within(i, 3, "tense"):
			return true
		}
	}
	return i+1 < len(c.es) && c.es[i+1].sense == "earlier" || i+2 < len(c.es) && c.es[i+1].text == "in" && c.es[i+2].sense == "month"
}

func (c *Clause) supposedBefore(i int) bool {
	for ; i >= 0; i-- {
		if c.es[i].sense == "supposed" {
			return true
		}
	}
	return false
}

// within reports whether a sense stands among the n elements before the i-th.
func (c *Clause) within(i, n int, sense string) bool {
	for k := i - 1; k >= 0 && k >= i-n; k-- {
		if c.es[k].sense == sense {
			return true
		}
	}
	return false
}
