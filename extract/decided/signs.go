package decided

import (
	"strings"

	"imr/extract/visits"
)

// signed is a number with its sign.
type signed struct {
	sign string // "yes", "no", "asked", "part" for what a modification leads to
	n    int    // -1 where no number follows from the words
	how  *visits.Phrase
}

// signs gives each number of a clause the sign of the word it stands beside. What stands beside none belongs to the request.
func (c *Clause) signs() []signed {
	var out []signed
	for i, e := range c.es {
		if e.sense != "count" {
			continue
		}
		sign := c.signOf(i)
		if e.of > 0 {
			out = append(out, signed{sign: "asked", n: e.of})
			c.rest = c.rest || sign == "no" && e.n < e.of
		}
		if sign != "asked" || e.of == 0 && e.how != nil || c.beside(i, "asked") || c.notMany(i) {
			out = append(out, signed{sign: sign, n: e.n, how: e.how})
		}
	}
	return lastOf(out, "part")
}

// lastOf keeps the last number that a modification leads to; what stands before it was asked for: "modify 12 visits to 6 visits".
func lastOf(all []signed, sign string) []signed {
	for i := range all {
		for k := i + 1; k < len(all) && all[i].sign == sign; k++ {
			if all[k].sign == sign {
				all[i].sign = "asked"
			}
		}
	}
	return all
}

// signOf looks left and right of a number for a decision, over the small words between.
func (c *Clause) signOf(i int) string {
	left, to := c.leftOf(i)
	to = to || leadsTo.MatchString(c.es[i].text)
	right := c.rightOf(i)
	before, after := c.verb(left), c.verb(right)
	if right == len(c.es) {
		after = c.opinionAfter(i)
	}
	if after == "asked" && c.es[i].of > 0 { // it is said of the larger number: "3 of the 12 requested"
		after = c.verb(c.rightOf(right))
	}
	switch {
	case c.es[i].of == 0 && strings.Contains(c.es[i].text, "requested"):
		return "asked"
	case before == "instead" || after == "asked" || before == "asked" && after == "":
		return "asked"
	case c.notMany(i), before == "part" && wholes[c.es[left].text]: // "half of the 12"
		return "asked"
	case before == "rest" || c.es[i].left:
		return c.restSign()
	case after != "" && after != "part" && after != "cut" && (before == "" || !c.decisionFirst()):
		return after
	case before == "part" || before == "cut":
		return "part"
	case before != "" && c.countedBefore(left) && (c.named(left, i) || c.es[left+1].text == "of"):
		return "asked"
	case before != "":
		return before
	case to && c.has("part"):
		return "part"
	}
	return "asked"
}

// notMany reports whether a number is the one that was not granted: "6 visits, not 12".
func (c *Clause) notMany(i int) bool {
	return i > 0 && c.es[i-1].sense == "not" && c.es[i].sense == "count"
}

// wholes begin the words of a part that its whole follows.
var wholes = map[string]bool{"half": true, "some": true, "a": true, "part": true}

// named reports whether the treatment is named between two elements: "6 visits are authorized of acupuncture, 12 visits".
func (c *Clause) named(from, to int) bool {
	for _, e := range c.es[from+1 : to] {
		if strings.Contains(e.text, "acupuncture") {
			return true
		}
	}
	return false
}

// countedBefore reports whether a number stands before a decision, so that the one after it is not its own.
func (c *Clause) countedBefore(i int) bool {
	left, _ := c.leftOf(i)
	return left >= 0 && c.es[left].sense == "count"
}

// leftOf is the element before a number and the small words before it; to reports that one of them leads to the number.
func (c *Clause) leftOf(i int) (at int, to bool) {
	k := i - 1
	for k >= 0 && c.small(k) {
		to = to || c.es[k].text == "to"
		k--
	}
	return k, to
}

func (c *Clause) rightOf(i int) int {
	k := i + 1
	for k < len(c.es) && c.small(k) && c.es[k].text != ":" {
		k++
	}
	return k
}

// opinionAfter is what the small words after a number say, where they are words of opinion: "4 visits are considered reasonable".
func (c *Clause) opinionAfter(i int) string {
	for k := i + 1; k < len(c.es); k++ {
		if c.es[k].sense == "weak" {
			return c.verb(k)
		}
	}
	return ""
}

// small reports whether an element may stand between a number and the decision on it.
func (c *Clause) small(k int) bool {
	e := c.es[k]
	switch e.sense {
	case "fill", "not", "tense", "weak", "link":
		return true
	case "mark":
		return e.text != "," && e.text != "/"
	}
	return false
}

// verb is what an element decides: the sense of its mark, or "asked", "instead", "rest", or "".
func (c *Clause) verb(k int) string {
	if k < 0 || k >= len(c.es) {
		return ""
	}
	for _, m := range c.marks {
		if m.at == k {
			return m.sense
		}
	}
	switch s := c.es[k].sense; s {
	case "asked", "instead", "rest":
		return s
	}
	return ""
}

// restSign is the sign of "the remaining 6": what the clause decides on it.
func (c *Clause) restSign() string {
	if c.has("no") {
		return "no"
	}
	if c.has("yes") {
		return "yes"
	}
	return "asked"
}

func (c *Clause) has(sense string) bool {
	for _, m := range c.marks {
		if m.sense == sense {
			return true
		}
	}
	return false
}

func (c *Clause) beside(i int, sense string) bool {
	left, _ := c.leftOf(i)
	return c.verb(left) == sense || c.verb(c.rightOf(i)) == sense
}

// decisionFirst reports whether the clause names its decisions before their numbers: "certified: 6, not certified: 12".
func (c *Clause) decisionFirst() bool {
	for k, e := range c.es {
		if e.sense == "count" {
			return false
		}
		if c.verb(k) != "" {
			return true
		}
	}
	return false
}
