package ledger

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"
)

// Case is what is claimed.
type Case struct {
	ID      string
	Base    string // the folder's name that its id asks for
	Content string // hexadecimal SHA-256
	Path    string // "" where nobody can take it up again
	Urgent  bool
	Due     time.Time
	Again   bool // also where the content is done
}

// Folders is how the results look on disk.
type Folders interface {
	Exists(name string) bool  // anything has the name
	Whole(name string) bool   // a result lies there
	Adopted(name string) bool // a reviewer has made it final
}

// Claim gives a case its folder: its own name, or NAME~2 and on where another content or something else has it. The same content gets its
// old folder again. The second value is false where there is nothing to do: the content is claimed already, and the task says how far it
// is; or its folder is adopted. A result that was removed and that the store does not keep is to be made again.
func (l *Ledger) Claim(ctx context.Context, c Case, on Folders, now time.Time) (t Task, fresh bool, err error) {
	err = l.change(ctx, func(tx conn) error {
		first, err := firstOf(ctx, tx, c.Content)
		if err != nil {
			return err
		}
		if first.Folder != "" && !c.Again && claimed(first, c, on) {
			t, fresh = first, first.State == Pending && first.ID == c.ID
			return nil
		}
		if t, err = place(ctx, tx, c, on, now); err != nil {
			return err
		}
		if fresh = !on.Adopted(t.Folder); !fresh {
			return nil
		}
		return enter(ctx, tx, t)
	})
	if err != nil {
		err = fmt.Errorf("the case %s could not be entered in the ledger: %w", c.ID, err)
	}
	return t, fresh, err
}

// claimed reports whether a content needs no new task.
func claimed(first Task, c Case, on Folders) bool {
	switch first.State {
	case Done:
		return on.Whole(first.Folder) || first.Result != ""
	case Gone:
		return false
	case Pending:
		return first.Path == c.Path || first.ID != c.ID
	}
	return true
}

// firstOf is the task of a content's first result; one with an empty folder where it has none, or none any more.
func firstOf(ctx context.Context, tx conn, content string) (Task, error) {
	list, err := tx.tasks(ctx, "WHERE content = ? AND folder = (SELECT folder FROM content WHERE hash = ?)", content, content)
	if err != nil || len(list) == 0 {
		return Task{}, err
	}
	return list[0], nil
}

// place chooses the folder.
func place(ctx context.Context, tx conn, c Case, on Folders, now time.Time) (Task, error) {
	t := Task{Content: c.Content, ID: c.ID, Path: c.Path, State: Pending, Urgent: c.Urgent, Due: c.Due, Seen: now}
	earlier := ""
	for version := 1; ; version++ {
		name := c.Base
		if version > 1 {
			name = fmt.Sprintf("%s~%d", c.Base, version)
		}
		owner, err := taskFrom(tx.row(ctx, "SELECT "+columns+" FROM task WHERE folder = ?", name))
		none := errors.Is(err, sql.ErrNoRows)
		if err != nil && !none {
			return t, err
		}
		switch there := on.Exists(name); {
		case !none && owner.Content == c.Content:
			if t.Folder, t.Earlier = name, owner.Earlier; on.Adopted(name) {
				t = owner
			}
			return t, nil
		case t.Folder == "" && !there && (none || !owner.holds()):
			t.Folder, t.Earlier = name, earlier
		}
		if none && !on.Exists(name) {
			return t, nil
		}
		if !none && owner.holds() || on.Whole(name) { // a folder of something else is left alone
			earlier = name
		}
	}
}

// holds reports whether a task keeps its folder's name also while nothing lies there: its result is to come, or kept in the store.
func (t Task) holds() bool { return t.State == Pending || t.Result != "" }

// enter writes a task, in the place of whatever had its folder before, and makes it the content's first where there is none.
func enter(ctx context.Context, tx conn, t Task) error {
	if err := tx.exec(ctx, "DELETE FROM task WHERE folder = ?", t.Folder); err != nil {
		return err
	}
	err := tx.exec(ctx, "INSERT INTO task (folder, content, id, path, earlier, state, urgent, due, seen) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
		t.Folder, t.Content, t.ID, t.Path, t.Earlier, t.State, number(t.Urgent), ms(t.Due), ms(t.Seen))
	if err != nil {
		return err
	}
	first, err := firstOf(ctx, tx, t.Content)
	if err != nil || first.Folder != "" {
		return err
	}
	err = tx.exec(ctx, "INSERT INTO content (hash, folder) VALUES (?, ?) ON CONFLICT (hash) DO UPDATE SET folder = excluded.folder", t.Content, t.Folder)
	return err
}

func number(b bool) int {
	if b {
		return 1
	}
	return 0
}
