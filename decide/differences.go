package decide

import (
	"fmt"
	"maps"
	"slices"
)

// Differences says in what a pack differs from another, a line each: limits, rules and texts of the law.
func Differences(from, to Pack) []string {
	var out []string
	for _, l := range []struct {
		name     string
		from, to float64
	}{
		{"first_course_visits", from.Limits.FirstCourseVisits, to.Limits.FirstCourseVisits}, {"most_per_week", from.Limits.MostPerWeek, to.Limits.MostPerWeek},
		{"least_per_week", from.Limits.LeastPerWeek, to.Limits.LeastPerWeek}, {"most_weeks", from.Limits.MostWeeks, to.Limits.MostWeeks},
	} {
		if l.from != l.to {
			out = append(out, fmt.Sprintf("%s is %s and not %s", l.name, figure(l.to), figure(l.from)))
		}
	}
	out = append(out, between("the rule", from.rulesByName(), to.rulesByName())...)
	return append(out, between("the text", from.textsByName(), to.textsByName())...)
}

func (p Pack) rulesByName() map[string]string {
	out := map[string]string{}
	for i, r := range p.Rules {
		out[r.ID] = fmt.Sprint(i, r.Written())
	}
	return out
}

func (p Pack) textsByName() map[string]string {
	out := map[string]string{}
	for _, t := range p.Law.Texts("") {
		out[fmt.Sprintf("%s %s of %s", t.Code, t.Section, t.From)] = t.SHA256
	}
	return out
}

func between(what string, from, to map[string]string) []string {
	var out []string
	for _, name := range slices.Sorted(maps.Keys(from)) {
		switch now, kept := to[name]; {
		case !kept:
			out = append(out, what+" "+name+" is not in it")
		case now != from[name]:
			out = append(out, what+" "+name+" is another")
		}
	}
	for _, name := range slices.Sorted(maps.Keys(to)) {
		if _, had := from[name]; !had {
			out = append(out, what+" "+name+" is new")
		}
	}
	return out
}
