package decide

import (
	"fmt"
	"slices"
	"strings"

	"imr"
)

// mostOfALimit bounds a pack's numbers: nobody asks for a thousand visits or weeks.
const mostOfALimit = 1000

func (p Pack) sensibleLimits() error {
	l := p.Limits
	for _, n := range []float64{l.FirstCourseVisits, l.MostPerWeek, l.LeastPerWeek, l.MostWeeks} {
		if !(n > 0 && n < mostOfALimit) { // not a number is neither
			return fmt.Errorf("the limits must be above zero and below %d; one is %v", mostOfALimit, n)
		}
	}
	if l.FirstCourseVisits < 1 || l.MostPerWeek < l.LeastPerWeek {
		return fmt.Errorf("first_course_visits must be at least 1, and most_per_week not below least_per_week")
	}
	return nil
}

func (p Pack) sensibleRules() error {
	if len(p.Rules) > mostOfAKind {
		return fmt.Errorf("there are %d rules, and a table can have %d", len(p.Rules), mostOfAKind)
	}
	seen := map[string]bool{}
	for i, r := range p.Rules {
		switch {
		case r.ID == "" || seen[r.ID]:
			return fmt.Errorf("the rule at place %d has the id %q; each rule needs one of its own", i+1, r.ID)
		case r.Outcome != imr.Upheld && r.Outcome != imr.Overturned && r.Outcome != imr.Refer:
			return fmt.Errorf("the rule %s has the outcome %q; it must be upheld, overturned or refer", r.ID, r.Outcome)
		case len(r.when) == 0:
			return fmt.Errorf("the rule %s asks for nothing; give it conditions in when", r.ID)
		case r.gate && i > 0 && !p.Rules[i-1].gate:
			return fmt.Errorf("the rule %s is a gate and stands after a rule that is none; gates come first", r.ID)
		}
		seen[r.ID] = true
	}
	return nil
}

// quotesTheLaw holds the words of each rule against its paragraphs in the versions of the guideline.
func (p Pack) quotesTheLaw() error {
	for _, r := range p.Rules {
		if r.Text != "" && !p.stands(r) {
			return fmt.Errorf("the rule %s quotes words that do not stand in 8 CCR %s %s: %q", r.ID, guidelineSection, r.Para, r.Text)
		}
	}
	return nil
}

func (p Pack) stands(r Rule) bool {
	for _, text := range p.Law.Texts("") {
		for _, label := range strings.Split(r.Para, ", ") {
			if text.Section != guidelineSection {
				continue
			}
			if _, err := text.Quote(label, r.Text); err == nil {
				return true
			}
		}
	}
	return false
}

// answersAll holds the table against the whole finite space of completions: apart from the gates, each must meet one rule, so that there
// is no gap, and no order to argue about.
func (p Pack) answersAll() error {
	t := ready(p.Rules)
	if len(t.conditions) > mostOfAKind {
		return fmt.Errorf("the rules ask %d different things, and a table can ask %d", len(t.conditions), mostOfAKind)
	}
	var wrong error
	everyPoint(p.Limits, func(at point) {
		if met := t.courseRules(at); len(met) != 1 && wrong == nil {
			wrong = fmt.Errorf("%s answers where these hold: %s", theRules(met), strings.Join(holding(at), ", "))
		}
	})
	return wrong
}

// courseRules are the rules that a completion meets, apart from the gates.
func (t *readyTable) courseRules(at point) []string {
	s := filling{p: at, set: 1<<len(factsAsked) - 1}
	t.settle(&s)
	var met []string
	for _, r := range t.rows {
		if !r.gate && r.asks&s.no == 0 {
			met = append(met, r.ID)
		}
	}
	return met
}

func theRules(ids []string) string {
	if len(ids) == 0 {
		return "no rule"
	}
	return "more than one rule (" + strings.Join(ids, ", ") + ")"
}

// holding names the conditions that hold of a completion.
func holding(at point) []string {
	var out []string
	for _, c := range vocabularyOfRules {
		if c.holds(at) {
			out = append(out, c.name)
		}
	}
	slices.Sort(out)
	return out
}
