package inbox

import (
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
	complete, waiting, err := s.Scan()
	if err != nil {
		t.Fatal(err)
	}
	return names(complete), names(waiting)
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

func TestArchiveOverwritesNothing(t *testing.T) {
	dir := t.TempDir()
	for _, want := range []string{"done/a", "done/a~2"} {
		put(t, time.Now(), dir, "in", "a", "x.pdf")
		got, err := Archive(Entry{"a", filepath.Join(dir, "in", "a")}, filepath.Join(dir, "archive"), true)
		if err != nil || got != filepath.Join(dir, "archive", want) {
			t.Errorf("moved to %s, %v", got, err)
		}
	}
}
