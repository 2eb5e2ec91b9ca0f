package inbox

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// clock is the injected time; files are given times by it.
type clock struct{ now time.Time }

func (c *clock) tell() time.Time { return c.now }

func put(t *testing.T, at time.Time, parts ...string) string {
	t.Helper()
	path := filepath.Join(parts...)
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(at.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	for p := path; p != parts[0]; p = filepath.Dir(p) {
		if err := os.Chtimes(p, at, at); err != nil {
			t.Fatal(err)
		}
	}
	return path
}

func names(list []Entry) string {
	var out []string
	for _, e := range list {
		out = append(out, e.Name)
	}
	return strings.Join(out, " ")
}

func scan(t *testing.T, s *Scanner) (string, string) {
	t.Helper()
	sight, err := s.Scan()
	if err != nil {
		t.Fatal(err)
	}
	return names(sight.Complete), names(sight.Waiting)
}

func TestACaseIsCompleteWhenNothingChangesAnyMore(t *testing.T) {
	dir := t.TempDir()
	c := &clock{time.Now().Truncate(time.Second)}
	old := c.now.Add(-time.Hour)
	put(t, old, dir, "old", "a.pdf")
	put(t, c.now, dir, "new", "a.pdf")
	put(t, old, dir, "single.PDF")
	put(t, old, dir, "notes.txt")
	put(t, old, dir, ".hidden", "a.pdf")
	put(t, old, dir, "loading", "a.pdf.part")
	put(t, c.now, dir, "marked", "a.pdf")
	put(t, c.now, dir, "marked", ".done")
	s := New(dir, 10*time.Second, c.tell)
	if complete, waiting := scan(t, s); complete != "marked old single.PDF" || waiting != "loading new" {
		t.Errorf("complete %q, waiting %q", complete, waiting)
	}
	c.now = c.now.Add(9 * time.Second)
	put(t, c.now, dir, "new", "b.pdf")
	c.now = c.now.Add(9 * time.Second)
	if complete, _ := scan(t, s); strings.Contains(complete, "new") {
		t.Error("a case that grew was taken")
	}
	c.now = c.now.Add(10 * time.Second)
	if complete, _ := scan(t, s); !strings.Contains(complete, "new") {
		t.Error("a case that settled was not taken")
	}
}

// TestAClockThatJumps holds that no case waits for ever after the clock was set back, and that a file server whose clock is behind does
// not make a case look settled that was written just now.
func TestAClockThatJumps(t *testing.T) {
	dir := t.TempDir()
	c := &clock{time.Now()}
	put(t, c.now.Add(-time.Minute), dir, "new", "a.pdf") // by a clock that is a minute behind
	s := New(dir, 10*time.Second, c.tell)
	if complete, _ := scan(t, s); complete != "" {
		t.Error("a case counted as settled by a clock that is behind")
	}
	c.now = c.now.AddDate(-1, 0, 0)
	if complete, _ := scan(t, s); complete != "" {
		t.Error("a case counted as settled because the clock was set back")
	}
	c.now = c.now.Add(10 * time.Second)
	if complete, _ := scan(t, s); complete != "new" {
		t.Error("a case waits until the clock is where it was")
	}
	put(t, c.now.AddDate(2, 0, 0), dir, "future", "a.pdf")
	scan(t, s)
	c.now = c.now.Add(10 * time.Second)
	if complete, _ := scan(t, s); complete != "future new" {
		t.Errorf("complete %q: a file from the future must settle like any other", complete)
	}
}

func TestInboxAndOutputLieApart(t *testing.T) {
	dir := t.TempDir()
	in := filepath.Join(dir, "in")
	if err := os.MkdirAll(in, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(in, filepath.Join(dir, "link")); err != nil {
		t.Fatal(err)
	}
	for out, apart := range map[string]bool{"out": true, "in": false, "in/out": false, "link/out": false, ".": false, "inbox": true} {
		if err := CheckApart(in, filepath.Join(dir, out)); (err == nil) != apart {
			t.Errorf("%s: %v", out, err)
		}
	}
}

func TestWhatIsNoCaseIsTold(t *testing.T) {
	dir := t.TempDir()
	old := time.Now().Add(-time.Hour)
	put(t, old, dir, "notes.txt")
	put(t, old, dir, ".hidden.txt")
	put(t, old, dir, "upload.pdf.part")
	other := put(t, old, t.TempDir(), "a.pdf")
	for link, to := range map[string]string{"link.pdf": other, "link": filepath.Dir(other)} {
		if err := os.Symlink(to, filepath.Join(dir, link)); err != nil {
			t.Fatal(err)
		}
	}
	sight, err := New(dir, 0, time.Now).Scan()
	if err != nil || len(sight.Complete) != 0 || names(sight.Waiting) != "upload.pdf.part" {
		t.Errorf("%+v, %v", sight, err)
	}
	told := strings.Join(sight.Strange, "\n")
	if len(sight.Strange) != 3 || !strings.Contains(told, "link.pdf is a link") || !strings.Contains(told, "notes.txt is neither") {
		t.Errorf("told: %s", told)
	}
}

func TestADoneFileCompletesWhateverElseLiesThere(t *testing.T) {
	dir := t.TempDir()
	put(t, time.Now(), dir, "a", "a.pdf.part")
	s := New(dir, time.Hour, time.Now)
	if complete, waiting := scan(t, s); complete != "" || waiting != "a" {
		t.Errorf("complete %q, waiting %q", complete, waiting)
	}
	put(t, time.Now(), dir, "a", ".done")
	if complete, _ := scan(t, s); complete != "a" {
		t.Errorf("complete %q", complete)
	}
}

// entry is a case as a scan sees it.
func entry(t *testing.T, parts ...string) Entry {
	t.Helper()
	put(t, time.Now(), append(parts, "x.pdf")...)
	put(t, time.Now(), append(parts, ".done")...)
	sight, err := New(filepath.Join(parts[:len(parts)-1]...), time.Hour, time.Now).Scan()
	if err != nil || len(sight.Complete) != 1 {
		t.Fatalf("%+v, %v", sight, err)
	}
	return sight.Complete[0]
}

func TestArchiveOverwritesNothing(t *testing.T) {
	dir := t.TempDir()
	for _, want := range []string{"done/a", "done/a~2"} {
		e := entry(t, dir, "in", "a")
		got, err := Archive(e, filepath.Join(dir, "archive"), true)
		if err != nil || got != filepath.Join(dir, "archive", want) {
			t.Errorf("moved to %s, %v", got, err)
		}
	}
}

func TestArchiveLeavesWhatChanged(t *testing.T) {
	dir := t.TempDir()
	e := entry(t, dir, "in", "a")
	late := put(t, time.Now(), dir, "in", "a", "late.pdf")
	if _, err := Archive(e, filepath.Join(dir, "archive"), true); !errors.Is(err, ErrChanged) {
		t.Errorf("got %v", err)
	}
	if _, err := os.Stat(late); err != nil {
		t.Errorf("the late file is gone: %v", err)
	}
}
