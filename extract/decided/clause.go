package decided

import "imr/internal/pattern"

// Clause is a stretch of a text that says one thing.
type Clause struct {
	Start, End int
	Gaps       [][2]int // the stretches between the words of decision, where what is decided on is named
	All        bool     // it speaks of all requests, or of both
	Told       bool     // it tells what was decided in the past tense
	Aside      bool     // it decides nothing of now: something supposed, earlier, or decided on a person
	GoesOn     bool     // it stands in one sentence with the clause before it

	rest   bool // it speaks of a part of what was asked for: "the remaining 6", "12 of the 18"
	es     []element
	marks  []mark
	signed []signed
}

// Decides reports whether a clause states a decision, be it in words of opinion only.
func (c Clause) Decides() bool { return len(c.marks) > 0 }

var sentenceEnd = pattern.New(`^[.!?]["”)]*(?:\s|$)`)

// shortened are words after which a full stop ends nothing.
var shortened = map[string]bool{
	"dr": true, "mr": true, "mrs": true, "ms": true, "st": true, "no": true, "nos": true, "vs": true, "cal": true, "inc": true, "cond": true, "approx": true,
	"wk": true, "wks": true, "mo": true, "mos": true, "pt": true, "lb": true, "lbs": true, "min": true, "e": true, "g": true, "i": true, "med": true, "lic": true,
}

// Clauses cuts a text into clauses, in order.
func Clauses(text string) []Clause {
	es := elements(text)
	var out []Clause
	from, goesOn := 0, false
	for i := range es {
		last := i == len(es)-1
		if !last && !ends(text, es, i) && !turns(es, from, i) {
			continue
		}
		to := i
		if last {
			to = i + 1
		}
		if from < to {
			c := clauseOf(es[from:to], previous(out))
			c.GoesOn = goesOn
			switch es[i].text {
			case ".", "!":
				c.End = es[i].end
			case "?":
				c.marks, c.signed = nil, nil
			}
			out = append(out, c)
		}
		from, goesOn = i+1, !ends(text, es, i)
	}
	return out
}

func previous(all []Clause) *Clause {
	if len(all) == 0 {
		return nil
	}
	return &all[len(all)-1]
}

// ends reports whether the element ends a sentence.
func ends(text string, es []element, i int) bool {
	if es[i].text == ";" {
		return true
	}
	return sentenceEnd.MatchString(text[es[i].start:]) && !(i > 0 && (shortened[es[i-1].text] || len(es[i-1].text) == 1 && es[i-1].sense == ""))
}

// joints are the words and marks at which a sentence that decides twice falls into two.
var joints = map[string]bool{",": true, "/": true, "and": true, "but": true, "while": true, "whereas": true, "however": true, "although": true, "yet": true}

// turns reports whether a joint stands between two decisions.
func turns(es []element, from, i int) bool {
	return joints[es[i].text] && decisive(es[from:i]) && decisive(es[i+1:next(es, i+1)]) && !holds(es[from:i], "supposed")
}

// next is where the next joint or the sentence's end stands.
func next(es []element, i int) int {
	for i < len(es) && !joints[es[i].text] && es[i].text != ";" && es[i].text != "." {
		i++
	}
	return i
}

func holds(es []element, sense string) bool {
	for _, e := range es {
		if e.sense == sense {
			return true
		}
	}
	return false
}

// decisive reports whether elements hold a word of decision, or end in the "not" of one that is left out: "and 6 are not". A noun
// alone is none: "authorization of acupuncture, 6 visits, is denied".
func decisive(es []element) bool {
	for i, e := range es {
		if levels[e.sense] > 0 && e.sense != "noun" || e.sense == "not" && i == len(es)-1 {
			return true
		}
	}
	return false
}

// clauseOf reads the elements of a clause; before is the one before it, whose word of decision it may leave out.
func clauseOf(es []element, before *Clause) Clause {
	c := Clause{Start: es[0].start, End: es[len(es)-1].end, es: es}
	for _, e := range es {
		c.All = c.All || e.sense == "all"
		c.rest = c.rest || e.sense == "rest" || e.sense == "beyond" || e.left
	}
	c.marks = append(c.decisions(), c.answer()...)
	if len(c.marks) == 0 && before != nil && len(before.marks) > 0 {
		c.marks = c.leftOut(before.marks[len(before.marks)-1])
	}
	c.Gaps = c.gaps()
	c.signed = c.signs()
	return c
}

// answer reads a decision that is given as a bare yes or no: "Determination: No".
func (c *Clause) answer() []mark {
	last := len(c.es) - 1
	for last > 0 && c.es[last].sense == "mark" {
		last--
	}
	word := c.es[last].text
	if word != "yes" && word != "no" || last < 2 || c.es[last-1].text != ":" || !announces[c.es[last-2].text] {
		return nil
	}
	return []mark{{sense: word, level: 3, at: last}}
}

// announces are the labels before a decision.
var announces = map[string]bool{"determination": true, "decision": true, "recommendation": true, "certified": true, "certification": true, "approved": true, "answer": true, "necessary": true}

// Rest reports whether a clause speaks of a part of what was asked for: "the remaining 6", "12 of the 18".
func (c Clause) Rest() bool { return c.rest }

// leftOut reads a "not" at a clause's end as the opposite of what was decided just before: "6 visits are certified and 12 are not".
func (c *Clause) leftOut(before mark) []mark {
	k := len(c.es) - 1
	for k > 0 && c.es[k].sense == "mark" {
		k--
	}
	if c.es[k].sense != "not" || before.sense != "yes" && before.sense != "no" {
		return nil
	}
	return []mark{{sense: opposite(before.sense), level: before.level, at: k}}
}

func (c *Clause) gaps() [][2]int {
	var out [][2]int
	from := c.Start
	for _, m := range c.marks {
		k := m.at
		for k > 0 && (c.es[k-1].sense == "not" || c.es[k-1].sense == "link") {
			k--
		}
		out = append(out, [2]int{from, max(from, c.es[k].start)})
		from = c.es[m.at].end
	}
	return append(out, [2]int{from, c.End})
}

// Counts reports whether a clause tells how many visits are certified or refused.
func (c Clause) Counts() bool {
	for _, g := range c.signed {
		if g.sign != "asked" && g.n >= 0 {
			return true
		}
	}
	return false
}
