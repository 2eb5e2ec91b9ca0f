package main

import (
	"fmt"
	"strings"

	"imr"
	"imr/decide"
)

type impactCommand struct {
	Out     string `arg:"" help:"A folder of results."`
	Against string `required:"" placeholder:"RULES.toml" help:"Limits other than the law's: first_course_visits, most_per_week, least_per_week, most_weeks."`
	JSON    bool   `name:"json" help:"Print JSON lines instead of text."`
}

// impactLine is an item whose outcome would be another.
type impactLine struct {
	Folder string        `json:"folder"`
	Item   int           `json:"item"`
	Text   string        `json:"text"`
	Was    decide.Ruling `json:"was"`
	Now    decide.Ruling `json:"now"`
}

// Run answers every stored decision again under other limits, and lists the items whose outcome would change. It changes nothing.
func (c impactCommand) Run(s *session) error {
	limits := decide.GuidelineLimits()
	if err := readTOML(c.Against, &limits, "first_course_visits, most_per_week, least_per_week and most_weeks"); err != nil {
		return err
	}
	if limits.FirstCourseVisits < 0 || limits.LeastPerWeek <= 0 || limits.MostPerWeek < limits.LeastPerWeek || limits.MostWeeks <= 0 {
		return misuse("%s: the limits must be above zero, and most_per_week not below least_per_week", c.Against)
	}
	items, changed := 0, 0
	err := eachStored(c.Out, func(dir string, d imr.Decision) error {
		now, err := decide.Under(d, limits)
		if err != nil {
			return fmt.Errorf("%s: %w", dir, err)
		}
		for i, it := range d.Items {
			items++
			if it.Outcome == now[i].Outcome {
				continue
			}
			changed++
			if err := c.tell(s, impactLine{dir, it.N, it.Text, decide.Ruling{Outcome: it.Outcome, Rules: it.Rules}, now[i]}); err != nil {
				return err
			}
		}
		return nil
	})
	if err == nil && !c.JSON {
		fmt.Fprintf(s.stdout, "%d of %d items would have another outcome\n", changed, items)
	}
	return err
}

func (c impactCommand) tell(s *session, l impactLine) error {
	if c.JSON {
		return printJSON(s.stdout, l)
	}
	fmt.Fprintf(s.stdout, "%s  item %d  %s  %s by %s would be %s by %s\n", l.Folder, l.Item, l.Text, strings.ToUpper(string(l.Was.Outcome)), strings.Join(l.Was.Rules, ", "),
		strings.ToUpper(string(l.Now.Outcome)), strings.Join(l.Now.Rules, ", "))
	return nil
}
