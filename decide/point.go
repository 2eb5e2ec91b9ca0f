package decide

import "imr"

// point is one completion of an item's facts: every fact has a value.
type point struct {
	limits    Limits
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
	if p.frequency != nil && (p.frequency.High > p.limits.MostPerWeek || p.frequency.Low < p.limits.LeastPerWeek) {
		return true
	}
	return p.shortest() > p.limits.MostWeeks
}

// shortest is the duration in weeks: as stated, or the shortest that the number of visits allows at the highest frequency.
func (p point) shortest() float64 {
	switch {
	case p.weeks != nil:
		return p.weeks.High
	case p.requested == nil:
		return 0
	}
	return p.requested.High / p.limits.MostPerWeek
}
