package output

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func open(t *testing.T, dir string) *Store {
	t.Helper()
	s, err := Open(dir, Alone)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

func filesOf(body string) map[string][]byte {
	return map[string][]byte{"decision.json": []byte(body), "letter.txt": []byte("letter of " + body)}
}

func write(t *testing.T, s *Store, name, body string) {
	t.Helper()
	if err := s.Write(Result{Name: name, Files: filesOf(body)}); err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, parts ...string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(parts...))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestAResultIsItsOwnersOnly(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	s := open(t, dir)
	write(t, s, "a", "one")
	for path, want := range map[string]os.FileMode{s.Dir("a"): 0o700, filepath.Join(s.Dir("a"), "decision.json"): 0o600} {
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != want {
			t.Errorf("%s: %v, %v", path, info.Mode(), err)
		}
	}
	write(t, s, "a", "one again")
	if read(t, dir, "a", "decision.json") != "one again" || !s.Whole("a") || s.Adopted("a") || s.Whole("b") {
		t.Error("the result was not replaced, or is taken for another")
	}
}

// TestVersionsAreLinkedBothWays writes them in either order, and again: each names the other once.
func TestVersionsAreLinkedBothWays(t *testing.T) {
	first := Result{Name: "a", Later: []string{"a~2"}, Files: filesOf("one")}
	second := Result{Name: "a~2", Earlier: "a", Files: filesOf("two")}
	for _, order := range [][]Result{{first, second}, {second, first}, {first, second, first, second}} {
		dir := t.TempDir()
		s := open(t, dir)
		for _, r := range order {
			if err := s.Write(r); err != nil {
				t.Fatal(err)
			}
		}
		if read(t, dir, "a", seeAlso) != laterLine("a~2") || read(t, dir, "a~2", seeAlso) != earlierLine("a") {
			t.Errorf("linked: %s / %s", read(t, dir, "a", seeAlso), read(t, dir, "a~2", seeAlso))
		}
	}
}

func TestAnAdoptedCaseIsNotTouched(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	write(t, s, "a", "one")
	if err := os.WriteFile(filepath.Join(s.Dir("a"), "final.json"), []byte("{}"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := s.Write(Result{Name: "a", Files: filesOf("other")}); !errors.Is(err, ErrAdopted) {
		t.Errorf("got %v", err)
	}
	if err := s.Write(Result{Name: "a~2", Earlier: "a", Files: filesOf("two")}); err != nil {
		t.Error(err)
	}
	if exists(filepath.Join(s.Dir("a"), seeAlso)) || read(t, dir, "a", "decision.json") != "one" || !strings.Contains(read(t, dir, "a~2", seeAlso), "../a") {
		t.Error("the adopted folder was touched, or the supplement does not name it")
	}
	if left, err := os.ReadDir(s.own); err != nil || len(left) != 1 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

func TestNamesCannotLeaveTheFolder(t *testing.T) {
	for _, id := range []string{"..", "../../etc", ".imr", "a/b", "", " ", "a\x00b", strings.Repeat("é", 300), "a~2"} {
		if name := Name(id); filepath.Base(name) != name || strings.HasPrefix(name, ".") || strings.Contains(name, "~") || len(name) > maxName+1 {
			t.Errorf("%q goes to %q", id, name)
		}
	}
}

// TestACrashLeavesNothingBehind leaves what a process does that is killed after the old folder was renamed away and before the new one
// came, and in the middle of another; its own locks end with it.
func TestACrashLeavesNothingBehind(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	write(t, s, "a", "one")
	if err := os.Rename(s.Dir("a"), filepath.Join(s.own, "old-a")); err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(writeFolder(filepath.Join(s.own, "new-b"), filesOf("two")), s.life.Close(), s.lock.Close()); err != nil {
		t.Fatal(err)
	}
	again := open(t, dir)
	if read(t, dir, "a", "decision.json") != "one" {
		t.Error("the old result was lost")
	}
	if left, _ := os.ReadDir(again.inner("tmp")); len(left) != 1 {
		t.Errorf("left behind: %v", left)
	}
}

// TestWhatALivingProcessWritesIsLeftToIt opens the folder beside a process that is in the middle of something.
func TestWhatALivingProcessWritesIsLeftToIt(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	if err := writeFolder(filepath.Join(s.own, "new-b"), filesOf("two")); err != nil {
		t.Fatal(err)
	}
	other, err := Open(dir, Beside)
	if err != nil {
		t.Fatal(err)
	}
	if err := other.Close(); err != nil || !exists(filepath.Join(s.own, "new-b")) {
		t.Errorf("it was cleared away; %v", err)
	}
}

func TestTwoRunsDoNotShareAFolder(t *testing.T) {
	dir := t.TempDir()
	open(t, dir)
	for _, use := range []Use{Alone, Together} {
		if _, err := Open(dir, use); !errors.Is(err, ErrLocked) {
			t.Errorf("got %v", err)
		}
	}
	shared := t.TempDir()
	for range 2 {
		s, err := Open(shared, Together)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = s.Close() })
	}
	if _, err := Open(shared, Alone); !errors.Is(err, ErrLocked) {
		t.Errorf("got %v", err)
	}
}

func TestAFolderThatCannotBeWritten(t *testing.T) {
	file := filepath.Join(t.TempDir(), "out")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(file, Alone); err == nil || !strings.Contains(err.Error(), "-o") {
		t.Errorf("got %v", err)
	}
}

func TestASmallFileIsReplacedWhole(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	for _, body := range []string{"one", "two"} {
		if err := s.Put("failed.html", body); err != nil || read(t, dir, "failed.html") != body {
			t.Errorf("holds %s, %v", read(t, dir, "failed.html"), err)
		}
	}
}
