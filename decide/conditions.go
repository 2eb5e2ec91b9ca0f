package decide

import "imr"

// condition is one thing that a rule asks of a completion of the facts.
type condition struct {
	words string   // as a person would say it: "the request is for more than 6 visits"
	facts []string // names of the facts that it looks at; none for what the case as a whole lays down
	holds func(point) bool
}

func not(words string, c condition) condition {
	return condition{words, c.facts, func(p point) bool { return !c.holds(p) }}
}

var (
	anotherService = condition{"the service is not acupuncture", nil, func(p point) bool { return p.service == imr.OtherService }}
	falls          = condition{"it is given in the same visits as acupuncture that is upheld and of which no visit was certified", nil, func(p point) bool { return p.falls }}
	standsAlone    = not("it is not given in the same visits as acupuncture that is upheld and of which no visit was certified", falls)
	acrossTheLaws  = condition{"the days of the request and the treatment cross December 1, 2017", nil, func(p point) bool { return p.straddles }}
	notGoverned    = condition{"a part of the body to be treated is not one that the section reaches", []string{"body_part"}, func(p point) bool { return !p.governed }}

	firstCourse = condition{"it is a first course", []string{"course"}, func(p point) bool { return p.course == imr.InitialCourse }}
	further     = condition{"it is a continuation", []string{"course"}, func(p point) bool { return p.course == imr.Continuation }}

	noNumber = condition{"no number of visits is stated", []string{"requested_visits"}, func(p point) bool { return p.requested == nil }}
	numbered = not("a number of visits is stated", noNumber)
	above    = condition{"all numbers of visits asked for are above 6", []string{"requested_visits"}, func(p point) bool { return p.requested != nil && p.requested.Low > p.limits.FirstCourseVisits }}
	across   = condition{"the range of visits asked for begins within 6 and ends above", []string{"requested_visits"}, func(p point) bool {
		return p.requested != nil && p.requested.Low <= p.limits.FirstCourseVisits && p.requested.High > p.limits.FirstCourseVisits
	}}
	within = condition{"the visits asked for are 6 or fewer", []string{"requested_visits"}, func(p point) bool { return p.requested != nil && p.requested.High <= p.limits.FirstCourseVisits }}

	indicated    = condition{"one of the four grounds holds", []string{"indication"}, func(p point) bool { return p.indicated }}
	notIndicated = not("none of the four grounds holds", indicated)

	manyVariants = condition{"variants of the same appointments add up to more than 6 visits", nil, func(p point) bool { return p.variants > p.limits.FirstCourseVisits }}
	fewVariants  = not("no variants of the same appointments add up to more than 6 visits", manyVariants)

	offSchedule = condition{"it is more than 3 or fewer than 1 a week, or longer than 2 months", []string{"frequency_per_week", "duration_weeks", "requested_visits"}, point.offSchedule}
	onSchedule  = not("nothing speaks against how often and how long", offSchedule)

	underWay = condition{"the visits done and those asked for together are 6 or fewer", []string{"prior_visits", "requested_visits"}, func(p point) bool {
		return p.requested != nil && p.prior > 0 && float64(p.prior)+p.requested.High <= p.limits.FirstCourseVisits
	}}
	notUnderWay = not("the visits done and those asked for together are not within 6", underWay)

	function   = condition{"better activities or changed work restrictions are documented", []string{"improvement_function"}, func(p point) bool { return p.function }}
	noFunction = not("neither better activities nor changed work restrictions are documented", function)
	depends    = condition{"less dependency on medical treatment is documented", []string{"improvement_dependency"}, func(p point) bool { return p.depends }}
	noDepends  = not("no lesser dependency on medical treatment is documented", depends)
)
