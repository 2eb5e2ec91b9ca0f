package decide

import "imr"

// condition is one thing that a rule asks of a completion of the facts.
type condition struct {
	name  string   // by which a pack names it
	words string   // as a person would say it: "the request is for more than 6 visits"
	facts []string // names of the facts that it looks at; none for what the case as a whole lays down
	holds func(point) bool
}

func not(name, words string, c condition) condition {
	return condition{name, words, c.facts, func(p point) bool { return !c.holds(p) }}
}

var (
	anotherService = condition{"another-service", "the service is not acupuncture", nil, func(p point) bool { return p.service == imr.OtherService }}
	falls          = condition{"falls-with-acupuncture", "it is given in the same visits as acupuncture that is upheld and of which no visit was certified", nil, func(p point) bool { return p.falls }}
	standsAlone    = not("stands-alone", "it is not given in the same visits as acupuncture that is upheld and of which no visit was certified", falls)
	acrossTheLaws  = condition{"across-the-laws", "the days of the request and the treatment cross December 1, 2017", nil, func(p point) bool { return p.straddles }}
	notGoverned    = condition{"not-governed", "a part of the body to be treated is not one that the section reaches", []string{"body_part"}, func(p point) bool { return !p.governed }}

	firstCourse = condition{"first-course", "it is a first course", []string{"course"}, func(p point) bool { return p.course == imr.InitialCourse }}
	further     = condition{"continuation", "it is a continuation", []string{"course"}, func(p point) bool { return p.course == imr.Continuation }}

	noNumber = condition{"no-number", "no number of visits is stated", []string{"requested_visits"}, func(p point) bool { return p.requested == nil }}
	numbered = not("numbered", "a number of visits is stated", noNumber)
	above    = condition{"above", "all numbers of visits asked for are above 6", []string{"requested_visits"}, func(p point) bool { return p.requested != nil && p.requested.Low > p.limits.FirstCourseVisits }}
	across   = condition{"across", "the range of visits asked for begins within 6 and ends above", []string{"requested_visits"}, func(p point) bool {
		return p.requested != nil && p.requested.Low <= p.limits.FirstCourseVisits && p.requested.High > p.limits.FirstCourseVisits
	}}
	within = condition{"within", "the visits asked for are 6 or fewer", []string{"requested_visits"}, func(p point) bool { return p.requested != nil && p.requested.High <= p.limits.FirstCourseVisits }}

	indicated    = condition{"indicated", "one of the four grounds holds", []string{"indication"}, func(p point) bool { return p.indicated }}
	notIndicated = not("not-indicated", "none of the four grounds holds", indicated)

	manyVariants = condition{"many-variants", "variants of the same appointments add up to more than 6 visits", nil, func(p point) bool { return p.variants > p.limits.FirstCourseVisits }}
	fewVariants  = not("few-variants", "no variants of the same appointments add up to more than 6 visits", manyVariants)

	offSchedule = condition{"off-schedule", "it is more than 3 or fewer than 1 a week, or longer than 2 months", []string{"frequency_per_week", "duration_weeks", "requested_visits"}, point.offSchedule}
	onSchedule  = not("on-schedule", "nothing speaks against how often and how long", offSchedule)

	underWay = condition{"under-way", "the visits done and those asked for together are 6 or fewer", []string{"prior_visits", "requested_visits"}, func(p point) bool {
		return p.requested != nil && p.prior > 0 && float64(p.prior)+p.requested.High <= p.limits.FirstCourseVisits
	}}
	notUnderWay = not("not-under-way", "the visits done and those asked for together are not within 6", underWay)

	function   = condition{"function", "better activities or reduced work restrictions are documented", []string{"improvement_function"}, func(p point) bool { return p.function }}
	noFunction = not("no-function", "neither better activities nor reduced work restrictions are documented", function)
	depends    = condition{"less-dependency", "less dependency on medical treatment is documented", []string{"improvement_dependency"}, func(p point) bool { return p.depends }}
	noDepends  = not("no-less-dependency", "no lesser dependency on medical treatment is documented", depends)
)

// vocabularyOfRules are all conditions that a rule may ask, for those who read rules from a file.
var vocabularyOfRules = []condition{
	anotherService, falls, standsAlone, acrossTheLaws, notGoverned, firstCourse, further, noNumber, numbered, above, across, within, indicated, notIndicated,
	manyVariants, fewVariants, offSchedule, onSchedule, underWay, notUnderWay, function, noFunction, depends, noDepends,
}
