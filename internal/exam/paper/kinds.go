package paper

import (
	"slices"
)

// placeSayings chooses the paper for what may be said anywhere: mostly the report with the request.
func (k *composer) placeSayings() {
	for _, s := range k.c.Sayings {
		at := s.Paper
		if at == "" {
			at = "report"
			if s.Fact != "trap" && s.Fact != "echo" && k.IntN(100) < 15 {
				at = "consult"
			}
		}
		k.place = append(k.place, at)
	}
}

// kinds lists the papers of the file in the order in which they lie.
func (k *composer) kinds() []string {
	chart := []string{"report"}
	for _, p := range append(slices.Clone(k.place), k.c.Papers...) {
		if !slices.Contains(chart, p) && p != "determination" {
			chart = append(chart, p)
		}
	}
	k.Shuffle(len(chart), func(i, j int) { chart[i], chart[j] = chart[j], chart[i] })
	if k.c.NoChart {
		chart = slices.DeleteFunc(chart, func(p string) bool { return !slices.Contains(officePapers, p) })
	}
	front := []string{"application"}
	if !k.c.NoUR {
		front = append(front, "determination")
	}
	front = append(front, "rfa")
	if k.IntN(4) == 0 {
		return append(chart, front...)
	}
	return append(front, chart...)
}

// officePapers are no medical records.
var officePapers = []string{"fax_cover", "proof_of_service", "later_approval", "assignment"}

// reviewPapers are written by the review company or the administrator.
var reviewPapers = []string{"application", "determination", "later_approval", "assignment", "proof_of_service"}
