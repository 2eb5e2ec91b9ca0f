// Package rules answers a drawn case by the rules of acupuncture determinations, plainly and apart from the program's own table,
// so that a mistake in one shows as a difference from the other.
package rules

// The outcomes of an item.
const (
	Upheld     = "upheld"
	Overturned = "overturned"
	Refer      = "refer"
)

// The numbers of the guideline: visits of a first course, visits a week, and two months in weeks.
const (
	firstCourse = 6
	mostAWeek   = 3
	leastAWeek  = 1
	twoMonths   = 8.7
)

// Span is a number from Low to High.
type Span struct{ Low, High float64 }

// Facts is what is true of an item. Each list holds every value that a fact may have: one where the record says it, more where
// the record is silent in a way that leaves it open, contradicts itself, or says what cannot be placed.
type Facts struct {
	Visits      []*Span // nil stands for a request without a quantity
	AWeek       *Span   // nil: not stated
	Weeks       *Span   // nil: not stated
	First       []bool  // whether it is a first course
	Prior       []int   // visits done in this course; nothing in it where nobody tells, which is any number from one
	Indicated   []bool
	Function    []bool // the first limb of functional improvement
	Dependency  []bool // the second
	Governed    bool   // the guideline reaches the part of the body
	LawChanges  bool   // the days of the request cross the day on which another text began to govern
	AllVariants float64
}

// Outcome tries every combination of what the facts leave open, and returns what all have in common, or Refer.
func Outcome(f Facts) string {
	if f.LawChanges || !f.Governed {
		return Refer
	}
	common := ""
	for _, answer := range answers(f) {
		if common != "" && answer != common {
			return Refer
		}
		common = answer
	}
	return common
}

func answers(f Facts) []string {
	var out []string
	for _, visits := range f.Visits {
		for _, first := range f.First {
			if first {
				for _, indicated := range f.Indicated {
					out = append(out, firstOutcome(f, visits, indicated))
				}
				continue
			}
			out = append(out, further(f, visits)...)
		}
	}
	return out
}

// firstOutcome answers a first course.
func firstOutcome(f Facts, visits *Span, indicated bool) string {
	switch {
	case visits == nil || visits.Low > firstCourse:
		return Upheld
	case visits.High > firstCourse:
		return Refer
	case !indicated:
		return Upheld
	case f.AllVariants > firstCourse || offSchedule(f, visits):
		return Refer
	}
	return Overturned
}

// further answers what follows visits already done.
func further(f Facts, visits *Span) []string {
	var out []string
	for _, prior := range priors(f) {
		if visits != nil && float64(prior)+visits.High <= firstCourse {
			out = append(out, Refer)
			continue
		}
		for _, function := range f.Function {
			for _, dependency := range f.Dependency {
				out = append(out, improved(f, visits, function, dependency))
			}
		}
	}
	return out
}

func priors(f Facts) []int {
	if len(f.Prior) == 0 {
		return []int{1, firstCourse, 5 * firstCourse}
	}
	return f.Prior
}

func improved(f Facts, visits *Span, function, dependency bool) string {
	switch {
	case !function:
		return Upheld
	case !dependency || visits == nil || offSchedule(f, visits):
		return Refer
	}
	return Overturned
}

// offSchedule tells whether the treatment goes past the optimum frequency or duration, as stated or as its number of visits forces.
func offSchedule(f Facts, visits *Span) bool {
	if f.AWeek != nil && (f.AWeek.High > mostAWeek || f.AWeek.Low < leastAWeek) {
		return true
	}
	return shortest(f, visits) > twoMonths
}

// shortest is how many weeks the treatment takes at least: as stated, or as the number of visits forces.
func shortest(f Facts, visits *Span) float64 {
	switch {
	case f.Weeks != nil:
		return f.Weeks.High
	case visits == nil:
		return 0
	case f.AWeek != nil:
		return visits.High / f.AWeek.High
	}
	return visits.High / mostAWeek
}
