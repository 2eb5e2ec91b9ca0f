package ledger

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"imr/internal/pgcluster"
)

// folders are results as a test says they lie there.
type folders map[string]string // "result", "adopted" or "other", by name

func (f folders) Exists(name string) bool  { return f[name] != "" }
func (f folders) Whole(name string) bool   { return f[name] == "result" || f[name] == "adopted" }
func (f folders) Adopted(name string) bool { return f[name] == "adopted" }

var noon = time.Date(2026, 1, 2, 12, 0, 0, 0, time.UTC)

// server is the database that tests use instead of a folder while TestTheSameOnAServer runs them.
var server string

func open(t *testing.T, dir string) *Ledger {
	t.Helper()
	l, err := Open(t.Context(), dir)
	if server != "" {
		l, err = OpenServer(t.Context(), server)
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	return l
}

// claim claims a case called id, at the path of its name.
func claim(t *testing.T, l *Ledger, on folders, id, content string, again bool) (Task, bool) {
	t.Helper()
	task, fresh, err := l.Claim(t.Context(), Case{ID: id, Base: id, Content: content, Path: "/in/" + id, Due: noon, Again: again}, on, noon)
	if err != nil {
		t.Fatal(err)
	}
	return task, fresh
}

// finish ends a task and lets its result lie there.
func finish(t *testing.T, l *Ledger, on folders, task Task, state State) {
	t.Helper()
	task.State = state
	if err := l.End(t.Context(), task); err != nil {
		t.Fatal(err)
	}
	on[task.Folder] = "result"
}

func TestAContentIsClaimedOnce(t *testing.T) {
	l, on := open(t, t.TempDir()), folders{}
	a, fresh := claim(t, l, on, "a", "h1", false)
	if !fresh || a.Folder != "a" {
		t.Errorf("%+v, %v", a, fresh)
	}
	if b, fresh := claim(t, l, on, "b", "h1", false); fresh || b.Folder != "a" || b.State != Pending {
		t.Errorf("a copy: %+v, %v", b, fresh)
	}
	if again, fresh := claim(t, l, on, "a", "h1", false); !fresh || again.Folder != "a" {
		t.Errorf("claimed again before it was done: %+v, %v", again, fresh)
	}
	finish(t, l, on, a, Done)
	if b, fresh := claim(t, l, on, "b", "h1", false); fresh || b.Folder != "a" || b.State != Done {
		t.Errorf("a copy of what is done: %+v, %v", b, fresh)
	}
	if b, fresh := claim(t, l, on, "b", "h1", true); !fresh || b.Folder != "b" {
		t.Errorf("a copy, again: %+v, %v", b, fresh)
	}
	delete(on, "a")
	if again, fresh := claim(t, l, on, "a", "h1", false); !fresh || again.Folder != "a" {
		t.Errorf("after its result was removed: %+v, %v", again, fresh)
	}
}

func TestOtherContentIsTheNextVersion(t *testing.T) {
	l, on := open(t, t.TempDir()), folders{}
	one, _ := claim(t, l, on, "a", "h1", false)
	two, _ := claim(t, l, on, "a", "h2", false) // the first is not done yet
	if two.Folder != "a~2" || two.Earlier != "a" {
		t.Errorf("%+v", two)
	}
	finish(t, l, on, one, Done)
	finish(t, l, on, two, Done)
	three, _ := claim(t, l, on, "a", "h3", false)
	if three.Folder != "a~3" || three.Earlier != "a~2" {
		t.Errorf("%+v", three)
	}
	if later, err := l.Later(t.Context(), "a"); err != nil || strings.Join(later, " ") != "a~2" {
		t.Errorf("later than a: %v, %v", later, err)
	}
}

func TestAPlaceThatWasGivenToOthersIsNotTakenBack(t *testing.T) {
	l, on := open(t, t.TempDir()), folders{}
	one, _ := claim(t, l, on, "a", "h1", false)
	finish(t, l, on, one, Done)
	delete(on, "a")
	two, _ := claim(t, l, on, "a", "h2", false)
	if two.Folder != "a" {
		t.Errorf("the free place was not taken: %+v", two)
	}
	finish(t, l, on, two, Done)
	if again, fresh := claim(t, l, on, "a", "h1", false); !fresh || again.Folder != "a~2" {
		t.Errorf("%+v, %v", again, fresh)
	}
}

func TestWhatLiesThereIsLeftAlone(t *testing.T) {
	l, on := open(t, t.TempDir()), folders{"a": "other"}
	if a, _ := claim(t, l, on, "a", "h1", false); a.Folder != "a~2" || a.Earlier != "" {
		t.Errorf("%+v", a)
	}
	b, _ := claim(t, l, on, "b", "h2", false)
	finish(t, l, on, b, Done)
	on["b"] = "adopted"
	if b, fresh := claim(t, l, on, "b", "h2", true); fresh || b.Folder != "b" || b.State != Done {
		t.Errorf("adopted, again: %+v, %v", b, fresh)
	}
}

func TestADeadOneWaitsForAPersonAndAGoneOneForItsReturn(t *testing.T) {
	l, on := open(t, t.TempDir()), folders{}
	dead, _ := claim(t, l, on, "a", "h1", false)
	finish(t, l, on, dead, Dead)
	if _, fresh := claim(t, l, on, "a", "h1", false); fresh {
		t.Error("a dead one was taken up by itself")
	}
	if _, fresh := claim(t, l, on, "a", "h1", true); !fresh {
		t.Error("a dead one was not taken up on demand")
	}
	gone, _ := claim(t, l, on, "b", "h2", false)
	finish(t, l, on, gone, Gone)
	delete(on, "b")
	if _, fresh := claim(t, l, on, "b", "h2", false); !fresh {
		t.Error("one that came back was not taken up")
	}
}

func TestTheMostUrgentComeFirst(t *testing.T) {
	l := open(t, t.TempDir())
	for id, c := range map[string]Case{
		"late":    {Due: noon.AddDate(0, 0, 9)},
		"soon":    {Due: noon.AddDate(0, 0, 1)},
		"urgent":  {Due: noon.AddDate(0, 0, 5), Urgent: true},
		"tried":   {Due: noon, Urgent: true},
		"nowhere": {Due: noon, Path: "-"},
	} {
		c.ID, c.Base, c.Content = id, id, "h-"+id
		c.Path = strings.TrimPrefix("/in/"+id+c.Path, "/in/nowhere-")
		if _, _, err := l.Claim(t.Context(), c, folders{}, noon); err != nil {
			t.Fatal(err)
		}
	}
	if err := l.Begin(t.Context(), "tried", noon); err != nil {
		t.Fatal(err)
	}
	list, err := l.Next(t.Context(), 10)
	got := ""
	for _, task := range list {
		got += task.Folder + " "
	}
	if err != nil || got != "urgent soon late tried " {
		t.Errorf("got %q, %v", got, err)
	}
	if list, err := l.Next(t.Context(), 1); err != nil || len(list) != 1 {
		t.Errorf("asked for one: %v, %v", list, err)
	}
}

func TestATaskIsReadAsItWasWritten(t *testing.T) {
	dir := t.TempDir()
	l := open(t, dir)
	task, _ := claim(t, l, folders{}, "a", "h1", false)
	task.State, task.Status, task.Reason, task.Ended, task.Urgent = Done, "referred", "why", noon.Add(time.Minute), true
	task.Detail = Detail{Outcomes: map[string]int{"refer": 1}, Referred: []string{"x"}, Pages: 7, Unread: 2}
	if err := errors.Join(l.End(t.Context(), task), l.Begin(t.Context(), "a", noon), l.Begin(t.Context(), "a", noon), l.Release(t.Context(), "a"), l.Close()); err != nil {
		t.Fatal(err)
	}
	all, err := open(t, dir).All(t.Context())
	if err != nil || len(all) != 1 {
		t.Fatal(all, err)
	}
	got := all[0]
	if got.Tries != 1 || got.Began != noon || got.Ended != task.Ended || !got.Urgent || got.Detail.Unread != 2 || got.Detail.Outcomes["refer"] != 1 || got.Reason != "why" || got.Due != noon {
		t.Errorf("read %+v", got)
	}
}

func TestALedgerOfANewerProgramIsLeftAlone(t *testing.T) {
	dir := t.TempDir()
	l := open(t, dir)
	if _, err := l.db.ExecContext(t.Context(), "INSERT INTO ledger_version (n) VALUES (99)"); err != nil {
		t.Fatal(err)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(t.Context(), dir); err == nil || !strings.Contains(err.Error(), "a newer version of imr has written it") {
		t.Errorf("got %v", err)
	}
}

// TestTheSameOnAServer runs the tests above on PostgreSQL, each in a database of its own.
func TestTheSameOnAServer(t *testing.T) {
	cluster := pgcluster.Start(t)
	defer func() { server = "" }()
	for name, test := range map[string]func(*testing.T){
		"claimed once": TestAContentIsClaimedOnce, "versions": TestOtherContentIsTheNextVersion, "places": TestAPlaceThatWasGivenToOthersIsNotTakenBack,
		"left alone": TestWhatLiesThereIsLeftAlone, "dead and gone": TestADeadOneWaitsForAPersonAndAGoneOneForItsReturn, "order": TestTheMostUrgentComeFirst,
		"read back": TestATaskIsReadAsItWasWritten, "one row": TestAContentHasOneRow, "purged": TestAPurgedContentIsRemembered,
	} {
		server = cluster.Database(t)
		t.Run(name, test)
	}
	if _, err := OpenServer(t.Context(), "postgres://imr@/none?host=/nowhere"); err == nil || !strings.Contains(err.Error(), "whether the server runs") {
		t.Errorf("without a server: %v", err)
	}
}

func TestAPurgedContentIsRemembered(t *testing.T) {
	l, on := open(t, t.TempDir()), folders{}
	a, _ := claim(t, l, on, "a", "h1", false)
	finish(t, l, on, a, Done)
	if err := l.Purge(t.Context(), a); err != nil {
		t.Fatal(err)
	}
	delete(on, "a")
	if again, fresh := claim(t, l, on, "a", "h1", false); fresh || again.State != Purged || again.ID != "" {
		t.Errorf("%+v, %v", again, fresh)
	}
	if list, err := l.All(t.Context()); err != nil || len(list) != 0 {
		t.Errorf("%v, %v", list, err)
	}
	if again, fresh := claim(t, l, on, "a", "h1", true); !fresh || again.Folder != "a" {
		t.Errorf("again: %+v, %v", again, fresh)
	}
}

func TestTheLedgerIsItsOwnersOnly(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "100%?#")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	l := open(t, dir)
	claim(t, l, folders{}, "a", "h1", false)
	list, err := os.ReadDir(dir)
	if err != nil || len(list) == 0 {
		t.Fatal(list, err)
	}
	for _, f := range list {
		if info, err := f.Info(); err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("%s: %v, %v", f.Name(), info.Mode(), err)
		}
	}
}

func TestAContentHasOneRow(t *testing.T) {
	l := open(t, t.TempDir())
	err := l.change(t.Context(), func(tx conn) error {
		for range 2 {
			if err := tx.exec(t.Context(), "INSERT INTO content (hash, folder) VALUES ('h1', 'a')"); err != nil {
				return err
			}
		}
		return nil
	})
	if err == nil {
		t.Error("a content was entered twice")
	}
}
