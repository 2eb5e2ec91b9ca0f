package report

import (
	"cmp"
	"slices"
	"time"

	"imr"
	"imr/internal/ledger"
)

// The words for where a case stands.
const (
	Waiting    = "waiting"            // to be done by the next batch, or the watch
	InWork     = "in work"            // begun and not ended, or to be tried again
	ForReview  = "for a reviewer"     // a proposal that a reviewer can look at
	Question   = "question to settle" // referred: a person must first find something out
	Ineligible = "ineligible"
	Adopted    = "adopted"
	Unreadable = "unreadable"
	Failed     = "failed" // given up; imr retry takes it up again
	Gone       = "taken away"
)

// Row is one case in a list.
type Row struct {
	Case     string  `json:"case"`
	Folder   string  `json:"folder"`
	Stands   string  `json:"stands"` // one of the words above
	Status   string  `json:"status,omitempty"`
	Priority string  `json:"priority"`
	Due      string  `json:"due"` // YYYY-MM-DD
	Overdue  bool    `json:"overdue"`
	Tries    int     `json:"tries"`
	Pages    int     `json:"pages"`
	Unread   int     `json:"unread"`  // pages and files that could not be read
	Seconds  float64 `json:"seconds"` // how long its last try took
	Reason   string  `json:"reason,omitempty"`

	soon     bool
	ended    time.Time
	outcomes map[string]int
	referred []string
}

// soonDays is within how many days a case is told to be due soon.
const soonDays = 3

// Rows are the cases, those due first at the top. Adopted says of a folder whether a reviewer has made its result final.
func Rows(list []ledger.Task, adopted func(folder string) bool, now time.Time) []Row {
	var rows []Row
	for _, t := range list {
		r := Row{Case: t.ID, Folder: t.Folder, Stands: stands(t, adopted), Status: t.Status, Priority: "standard", Due: t.Due.Format(time.DateOnly),
			Tries: t.Tries, Pages: t.Detail.Pages, Unread: t.Detail.Unread, Reason: t.Reason, ended: t.Ended, outcomes: t.Detail.Outcomes, referred: t.Detail.Referred}
		if t.Urgent {
			r.Priority = "expedited"
		}
		if !t.Began.IsZero() && t.Ended.After(t.Began) {
			r.Seconds = t.Ended.Sub(t.Began).Round(time.Millisecond).Seconds()
		}
		if r.open() {
			r.Overdue = t.Due.Before(now)
			r.soon = !r.Overdue && t.Due.Before(now.AddDate(0, 0, soonDays))
		}
		rows = append(rows, r)
	}
	slices.SortStableFunc(rows, func(a, b Row) int {
		return cmp.Or(closed(a)-closed(b), cmp.Compare(a.Due, b.Due), cmp.Compare(a.Folder, b.Folder))
	})
	return rows
}

func closed(r Row) int {
	if r.open() {
		return 0
	}
	return 1
}

// open reports whether a determination is still owed.
func (r Row) open() bool { return r.Stands != Adopted && r.Stands != Ineligible && r.Stands != Gone }

func stands(t ledger.Task, adopted func(string) bool) string {
	switch {
	case t.State == ledger.Pending && t.Tries == 0:
		return Waiting
	case t.State == ledger.Pending:
		return InWork
	case t.State == ledger.Dead:
		return Failed
	case t.State == ledger.Gone:
		return Gone
	case adopted(t.Folder):
		return Adopted
	case t.Status == imr.Proposed:
		return ForReview
	case t.Status == imr.Referred:
		return Question
	case t.Status == imr.Ineligible:
		return Ineligible
	}
	return Unreadable
}
