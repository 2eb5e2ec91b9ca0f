package ledger

import (
	"context"
	"encoding/json"
	"time"
)

// State is how far a task is.
type State string

// The states of a task.
const (
	Pending State = "pending" // to be done, or under way
	Done    State = "done"    // its result is there
	Dead    State = "dead"    // given up; only a person takes it up again
	Gone    State = "gone"    // its records were taken away or changed before it was done
	Purged  State = "purged"  // its result was removed when its time of retention was over; nothing but the content's hash is kept
)

// Task is a content under the name of a folder.
type Task struct {
	Folder  string // name of its result's folder; no two tasks have the same
	Content string // hexadecimal SHA-256 of the case's content
	ID      string // the case's own name
	Path    string // where its records lay when they were last seen; "" where nobody can take it up again
	Earlier string // folder of the version before it, with the same name and other content; or ""
	State   State
	Urgent  bool // expedited
	Due     time.Time
	Tries   int
	Status  string // of its decision; "" while there is none
	Reason  string // why it is dead or gone, or was last postponed
	Detail  Detail
	Result  string    // hexadecimal SHA-256 of its result's object in the store; "" where there is none
	Seen    time.Time // when it was claimed
	Began   time.Time
	Ended   time.Time
}

// Detail is what a report counts of a decision.
type Detail struct {
	Outcomes map[string]int `json:"outcomes,omitempty"` // items by outcome
	Referred []string       `json:"referred,omitempty"` // why it is not decided: codes and questions, none with words of a record
	Pages    int            `json:"pages,omitempty"`
	Unread   int            `json:"unread,omitempty"` // pages and files that could not be read
}

const columns = "folder, content, id, path, earlier, state, urgent, due, tries, status, reason, detail, result, seen, began, ended"

// row is what a task is read from: one row, or the one at hand of several.
type row interface{ Scan(...any) error }

func taskFrom(r row) (Task, error) {
	var t Task
	var detail string
	var due, seen, began, ended int64
	err := r.Scan(&t.Folder, &t.Content, &t.ID, &t.Path, &t.Earlier, &t.State, &t.Urgent, &due, &t.Tries, &t.Status, &t.Reason, &detail, &t.Result, &seen, &began, &ended)
	if err != nil {
		return t, err
	}
	t.Due, t.Seen, t.Began, t.Ended = timeOf(due), timeOf(seen), timeOf(began), timeOf(ended)
	return t, json.Unmarshal([]byte(detail), &t.Detail)
}

func timeOf(ms int64) time.Time {
	if ms == 0 {
		return time.Time{}
	}
	return time.UnixMilli(ms).UTC()
}

func ms(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.UnixMilli()
}

// tasks reads every task that a condition holds of.
func (c conn) tasks(ctx context.Context, condition string, args ...any) (list []Task, err error) {
	rows, err := c.on.QueryContext(ctx, c.words("SELECT "+columns+" FROM task "+condition), args...)
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }() // was only read
	for rows.Next() {
		t, err := taskFrom(rows)
		if err != nil {
			return nil, err
		}
		list = append(list, t)
	}
	return list, rows.Err()
}

func detailOf(t Task) (string, error) {
	b, err := json.Marshal(t.Detail)
	return string(b), err
}
