package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"
)

// Summary is a report on all cases of an output folder, with an eye on those done since a moment.
type Summary struct {
	At       string         `json:"at"`    // RFC 3339, UTC
	Since    string         `json:"since"` // the beginning of the run that it tells of
	Cases    int            `json:"cases"`
	Done     int            `json:"done"`   // ended since then
	Stands   map[string]int `json:"stands"` // all cases, by where they stand
	Outcomes map[string]int `json:"outcomes"`
	Referred map[string]int `json:"referred"` // items, by the rule that refers them
	Pages    int            `json:"pages"`
	Unread   int            `json:"unread"`
	Overdue  []Row          `json:"overdue"`
	Soon     []Row          `json:"soon"` // due within three days
	Review   []Row          `json:"review"`
	Slowest  []Row          `json:"slowest"`
	Failed   []Row          `json:"failed"` // given up, or unreadable
}

// slowestShown is how many of the slowest cases are named.
const slowestShown = 5

// Summarize makes the report of a run that began at since.
func Summarize(rows []Row, since, now time.Time) Summary {
	s := Summary{At: now.UTC().Format(time.RFC3339), Since: since.UTC().Format(time.RFC3339), Cases: len(rows), Stands: map[string]int{}, Outcomes: map[string]int{}, Referred: map[string]int{},
		Overdue: []Row{}, Soon: []Row{}, Review: []Row{}, Slowest: []Row{}, Failed: []Row{}}
	for _, r := range rows {
		s.Stands[r.Stands]++
		s.add(&s.Overdue, r, r.Overdue)
		s.add(&s.Soon, r, r.soon)
		s.add(&s.Review, r, r.Stands == ForReview || r.Stands == Question)
		s.add(&s.Failed, r, r.Stands == Failed || r.Stands == Unreadable)
		if r.ended.Before(since) {
			continue
		}
		s.Done++
		s.Pages += r.Pages
		s.Unread += r.Unread
		s.Slowest = append(s.Slowest, r)
		for name, n := range r.outcomes {
			s.Outcomes[name] += n
		}
		for _, rule := range r.referred {
			s.Referred[rule]++
		}
	}
	slices.SortStableFunc(s.Slowest, func(a, b Row) int { return cmp.Compare(b.Seconds, a.Seconds) })
	s.Slowest = s.Slowest[:min(slowestShown, len(s.Slowest))]
	return s
}

func (Summary) add(list *[]Row, r Row, belongs bool) {
	if belongs {
		*list = append(*list, r)
	}
}

// counted is a map of counts as words, the most first: "3 waiting, 1 failed".
func counted(m map[string]int) string {
	names := make([]string, 0, len(m))
	for name := range m {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int { return cmp.Or(m[b]-m[a], cmp.Compare(a, b)) })
	for i, name := range names {
		names[i] = fmt.Sprintf("%d %s", m[name], name)
	}
	if len(names) == 0 {
		return "none"
	}
	return strings.Join(names, ", ")
}
