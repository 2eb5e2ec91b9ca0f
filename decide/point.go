package decide

import "imr"

// The numbers of 9792.24.1(c); two months are 2 × 4.35 weeks.
const (
	firstCourseVisits = 6   // (c)(1): "3 to 6 treatments"
	mostPerWeek       = 3   // (c)(2): "1 to 3 times per week"
	leastPerWeek      = 1   // (c)(2)
	mostWeeks         = 8.7 // (c)(3): "1 to 2 months"
)

// point is one completion of an item's facts: every fact has a value.
type point struct {
	service   imr.Service
	requested *imr.Range // nil: no number of visits was stated
	frequency *imr.Range // nil: not stated
	weeks     *imr.Range // nil: not stated
	course    string
	prior     int
	indicated bool    // an indication of (a)(1) holds
	function  bool    // limb 1 is documented
	depends   bool    // limb 2 is documented
	governed  bool    // the guideline reaches the part of the body
	variants  float64 // visits of all variants of the same appointments together; 0 where the line is none
	falls     bool    // another service, in the same visits as acupuncture that is upheld and of which no visit was certified
	straddles bool    // the treatment would run across the change of the law on 2017-12-01
}

// offSchedule reports an objection from (c)(2) or (c)(3): more than 3 or fewer than 1 a week, or longer than two months, stated or
// forced by the number of visits.
func (p point) offSchedule() bool {
	if p.frequency != nil && (p.frequency.High > mostPerWeek || p.frequency.Low < leastPerWeek) {
		return true
	}
	return p.shortest() > mostWeeks
}

// shortest is the duration in weeks: as stated, or the shortest that the number of visits allows.
func (p point) shortest() float64 {
	switch {
	case p.weeks != nil:
		return p.weeks.High
	case p.requested == nil:
		return 0
	case p.frequency != nil && p.frequency.High > 0:
		return p.requested.High / p.frequency.High
	}
	return p.requested.High / mostPerWeek
}
