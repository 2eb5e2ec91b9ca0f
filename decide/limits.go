package decide

// Limits are the numbers of 9792.24.1(c) that the conditions compare with.
type Limits struct {
	FirstCourseVisits float64 `toml:"first_course_visits"` // (c)(1)
	MostPerWeek       float64 `toml:"most_per_week"`       // (c)(2)
	LeastPerWeek      float64 `toml:"least_per_week"`      // (c)(2)
	MostWeeks         float64 `toml:"most_weeks"`          // (c)(3)
}

// GuidelineLimits are the numbers as the law has them: "3 to 6 treatments", "1 to 3 times per week", "1 to 2 months", of which two are
// 2 × 4.35 weeks. Others serve to see what a change would do, and never decide a case.
func GuidelineLimits() Limits {
	return Limits{FirstCourseVisits: 6, MostPerWeek: 3, LeastPerWeek: 1, MostWeeks: 8.7}
}
