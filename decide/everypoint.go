package decide

import "imr"

// everyPoint walks the finite space of completions: one value from each class that the rules tell apart under these limits.
func everyPoint(l Limits, visit func(point)) {
	at := func(n float64) *imr.Range { r := exactly(n); return &r }
	first := l.FirstCourseVisits
	counts := []*imr.Range{nil, at(1), at(first), {Low: first / 2, High: first + 2}, at(first + 1), at(5 * first), at(l.MostWeeks*l.MostPerWeek + 1)}
	rates := []*imr.Range{nil, at(l.LeastPerWeek / 2), {Low: l.LeastPerWeek, High: l.MostPerWeek}, at(l.MostPerWeek + 1)}
	weeks := []*imr.Range{nil, at(l.MostWeeks), at(l.MostWeeks + 1)}
	for _, service := range []imr.Service{imr.Acupuncture, imr.OtherService} {
		for _, course := range []string{imr.InitialCourse, imr.Continuation} {
			for _, q := range counts {
				for _, f := range rates {
					for _, w := range weeks {
						everyAnswer(point{limits: l, service: service, course: course, requested: q, frequency: f, weeks: w}, visit)
					}
				}
			}
		}
	}
}

// everyAnswer fills in what can be so or not.
func everyAnswer(p point, visit func(point)) {
	for bits := range 256 {
		on := func(i int) bool { return bits>>i&1 == 1 }
		p.indicated, p.function, p.depends, p.governed, p.straddles, p.falls = on(0), on(1), on(2), on(3), on(4), on(5)
		p.prior, p.variants = 0, 0
		if on(6) {
			p.prior = 1
		}
		if on(7) {
			p.variants = 2 * p.limits.FirstCourseVisits
		}
		visit(p)
	}
}
