package ledger

import (
	"context"
	"fmt"
	"time"
)

// Next are the most urgent pending tasks, at most n: those not tried yet before the others, so that a case that fails again and again holds
// up nobody; then expedited ones; then by the day they are due.
func (l *Ledger) Next(ctx context.Context, n int) ([]Task, error) {
	return l.conn().tasks(ctx, "WHERE state = 'pending' AND path <> '' ORDER BY tries > 0, urgent DESC, due, seen, folder LIMIT ?", n)
}

// PendingOf are the pending tasks of a content.
func (l *Ledger) PendingOf(ctx context.Context, content string) ([]Task, error) {
	return l.conn().tasks(ctx, "WHERE content = ? AND state = 'pending' AND path <> '' ORDER BY folder", content)
}

// Later are the versions that came after a folder's.
func (l *Ledger) Later(ctx context.Context, folder string) ([]string, error) {
	list, err := l.conn().tasks(ctx, "WHERE earlier = ? ORDER BY folder", folder)
	var out []string
	for _, t := range list {
		out = append(out, t.Folder)
	}
	return out, err
}

// All are all tasks by folder, but those that were purged.
func (l *Ledger) All(ctx context.Context) ([]Task, error) {
	return l.conn().tasks(ctx, "WHERE state <> 'purged' ORDER BY folder")
}

// Begin notes that a task is tried once more.
func (l *Ledger) Begin(ctx context.Context, folder string, now time.Time) error {
	return l.set(ctx, folder, "tries = tries + 1, began = ?", ms(now))
}

// Release takes the last try back: it was stopped, and not by the case.
func (l *Ledger) Release(ctx context.Context, folder string) error {
	return l.set(ctx, folder, "tries = tries - 1")
}

// Postpone notes why a task is tried again later.
func (l *Ledger) Postpone(ctx context.Context, folder, reason string) error {
	return l.set(ctx, folder, "reason = ?", reason)
}

// End notes how a task ended; its result must be durable before.
func (l *Ledger) End(ctx context.Context, t Task) error {
	detail, err := detailOf(t)
	if err != nil {
		return err
	}
	return l.set(ctx, t.Folder, "state = ?, status = ?, reason = ?, detail = ?, result = ?, due = ?, urgent = ?, ended = ?", t.State, t.Status, t.Reason, detail, t.Result, ms(t.Due), number(t.Urgent), ms(t.Ended))
}

func (l *Ledger) set(ctx context.Context, folder, what string, args ...any) error {
	err := l.conn().exec(ctx, "UPDATE task SET "+what+" WHERE folder = ?", append(args, folder)...)
	if err != nil {
		return fmt.Errorf("the ledger could not be written for %s: %w", folder, err)
	}
	return nil
}

// Failed are the tasks that were given up, and those of which nothing could be read.
func (l *Ledger) Failed(ctx context.Context) ([]Task, error) {
	return l.conn().tasks(ctx, "WHERE state = 'dead' OR state = 'done' AND status = 'unreadable' ORDER BY folder")
}

// Retry has an ended task done again, as if it had never been tried.
func (l *Ledger) Retry(ctx context.Context, folder string) error {
	return l.set(ctx, folder, "state = 'pending', tries = 0, reason = ''")
}

// Moved notes where a case's records lie now.
func (l *Ledger) Moved(ctx context.Context, folder, path string) error {
	return l.set(ctx, folder, "path = ?", path)
}

// Look is the task of a content's first result, and whether there is one.
func (l *Ledger) Look(ctx context.Context, content string) (Task, bool, error) {
	t, err := firstOf(ctx, l.conn(), content)
	return t, t.Folder != "", err
}

// Pending is how many tasks are to be done.
func (l *Ledger) Pending(ctx context.Context) (n int, err error) {
	err = l.conn().row(ctx, "SELECT count(*) FROM task WHERE state = 'pending'").Scan(&n)
	return n, err
}

// EndedSince are the tasks that ended since a moment, by whichever machine.
func (l *Ledger) EndedSince(ctx context.Context, moment time.Time) ([]Task, error) {
	return l.conn().tasks(ctx, "WHERE state <> 'pending' AND ended >= ? ORDER BY folder", ms(moment))
}

// Lost notes that the store does not hold a folder's result any more.
func (l *Ledger) Lost(ctx context.Context, folder string) error {
	return l.set(ctx, folder, "result = ''")
}

// PendingContents are the contents of all pending tasks.
func (l *Ledger) PendingContents(ctx context.Context) (map[string]bool, error) {
	rows, err := l.db.QueryContext(ctx, "SELECT content FROM task WHERE state = 'pending'")
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }() // was only read
	out := map[string]bool{}
	for rows.Next() {
		var content string
		if err := rows.Scan(&content); err != nil {
			return nil, err
		}
		out[content] = true
	}
	return out, rows.Err()
}
