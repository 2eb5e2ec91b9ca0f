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
	s, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

func write(t *testing.T, s *Store, id, hash, body string) Place {
	t.Helper()
	p, err := s.Place(id, hash)
	if err != nil {
		t.Fatal(err)
	}
	if err := finish(s, p, hash, map[string][]byte{"decision.json": []byte(body), "letter.txt": []byte("letter of " + body)}); err != nil {
		t.Fatal(err)
	}
	return p
}

func finish(s *Store, p Place, hash string, files map[string][]byte) error {
	return errors.Join(s.Write(p, hash, files), s.Remember(p, hash))
}

func read(t *testing.T, parts ...string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(parts...))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestAResultIsOwnersOnlyAndRemembered(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	s := open(t, dir)
	p := write(t, s, "a", "h1", "one")
	for path, want := range map[string]os.FileMode{p.Dir: 0o700, filepath.Join(p.Dir, "decision.json"): 0o600} {
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != want {
			t.Errorf("%s: %v, %v", path, info.Mode(), err)
		}
	}
	if got, ok := s.Done("h1"); !ok || got != p.Dir {
		t.Errorf("the ledger says %q, %v", got, ok)
	}
	if _, ok := s.Done("h2"); ok {
		t.Error("the ledger knows what was not done")
	}
	write(t, s, "a", "h1", "one again")
	if read(t, p.Dir, "decision.json") != "one again" {
		t.Error("the same content did not get its place again")
	}
}

func TestOtherContentIsASecondVersion(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	write(t, s, "a", "h1", "one")
	second := write(t, s, "a", "h2", "two")
	if second.Name != "a~2" || read(t, dir, "a", "decision.json") != "one" || read(t, dir, "a~2", "decision.json") != "two" {
		t.Errorf("second version in %s", second.Name)
	}
	if !strings.Contains(read(t, dir, "a", seeAlso), "../a~2") || !strings.Contains(read(t, dir, "a~2", seeAlso), "../a") {
		t.Error("the versions are not linked both ways")
	}
	write(t, s, "a", "h1", "one")
	if !strings.Contains(read(t, dir, "a", seeAlso), "../a~2") {
		t.Error("a rewrite lost the link")
	}
}

func TestAnAdoptedCaseIsNotReplaced(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	p := write(t, s, "a", "h1", "one")
	if err := os.WriteFile(filepath.Join(p.Dir, "final.json"), []byte("{}"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Place("a", "h1"); !errors.Is(err, ErrAdopted) {
		t.Errorf("got %v", err)
	}
	if err := s.Write(p, "h1", nil); !errors.Is(err, ErrAdopted) {
		t.Errorf("got %v", err)
	}
}

func TestNamesCannotLeaveTheFolder(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	for _, id := range []string{"..", "../../etc", ".imr", "a/b", "", " ", "a\x00b", strings.Repeat("é", 300), "a~2"} {
		p, err := s.Place(id, "h"+id)
		if err != nil || filepath.Dir(p.Dir) != dir || p.Name == ".imr" || p.Name == ".." || strings.Contains(p.Name, "~") || len(p.Name) > maxName+1 {
			t.Errorf("%q goes to %q, %v", id, p.Dir, err)
		}
	}
}

func TestACrashLeavesNothingBehind(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	p := write(t, s, "a", "h1", "one")
	// Killed after the old folder was renamed away and before the new one came; and in the middle of another.
	if err := os.Rename(p.Dir, s.inner("tmp", "old-a")); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(s.inner("tmp", "new-b"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	again := open(t, dir)
	if read(t, dir, "a", "decision.json") != "one" {
		t.Error("the old result was lost")
	}
	if left, _ := os.ReadDir(again.inner("tmp")); len(left) != 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestTwoRunsDoNotShareAFolder(t *testing.T) {
	dir := t.TempDir()
	open(t, dir)
	if _, err := Open(dir); !errors.Is(err, ErrLocked) {
		t.Errorf("got %v", err)
	}
}

func TestAFolderThatCannotBeWritten(t *testing.T) {
	file := filepath.Join(t.TempDir(), "out")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(file); err == nil || !strings.Contains(err.Error(), "-o") {
		t.Errorf("got %v", err)
	}
}

// TestACrashAtAnyStepGivesOneResult stops a write after each of its steps; the same content then gets the same place.
func TestACrashAtAnyStepGivesOneResult(t *testing.T) {
	files := map[string][]byte{"decision.json": []byte("one")}
	steps := map[string]func(*Store, Place) error{
		"folder written":  func(s *Store, p Place) error { return writeFolder(s.inner("tmp", "new-"+p.Name), files) },
		"content claimed": func(s *Store, p Place) error { return s.put(s.inner("content", p.Name), "h1\n") },
		"in place":        func(s *Store, p Place) error { return s.Write(p, "h1", files) },
		"remembered":      func(s *Store, p Place) error { return finish(s, p, "h1", files) },
	}
	for step, do := range steps {
		dir := t.TempDir()
		s, err := Open(dir)
		if err != nil {
			t.Fatal(err)
		}
		p, err := s.Place("a", "h1")
		if err := errors.Join(err, do(s, p), s.Close()); err != nil {
			t.Fatal(err)
		}
		write(t, open(t, dir), "a", "h1", "one")
		list, err := os.ReadDir(dir)
		if err != nil || len(list) != 2 || list[1].Name() != "a" {
			t.Errorf("%s: %v, %v", step, list, err)
		}
	}
}

func TestEachNameKeepsItsPlaceAndTheFirstIsTheOneNamed(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	for range 2 {
		for _, id := range []string{"a", "b"} {
			if p := write(t, s, id, "h1", "one"); p.Name != id || p.Earlier != "" {
				t.Errorf("%s lies in %s, after %q", id, p.Name, p.Earlier)
			}
		}
	}
	if first, ok := s.Done("h1"); !ok || filepath.Base(first) != "a" {
		t.Errorf("the first result is %s, %v", first, ok)
	}
}

func TestAPlaceThatWasGivenToOthersIsNotTakenBack(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	p := write(t, s, "a", "h1", "one")
	if err := os.RemoveAll(p.Dir); err != nil {
		t.Fatal(err)
	}
	write(t, s, "a", "h2", "two")
	if first, ok := s.Done("h1"); ok {
		t.Errorf("what was removed is said to lie in %s", first)
	}
	if again := write(t, s, "a", "h1", "one"); again.Name != "a~2" || read(t, dir, "a", "decision.json") != "two" {
		t.Errorf("written to %s", again.Name)
	}
}

func TestAFolderOfSomethingElseIsLeftAlone(t *testing.T) {
	dir := t.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, "a"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "b"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	s := open(t, dir)
	for _, id := range []string{"a", "b"} {
		if p := write(t, s, id, "h-"+id, "one"); p.Name != id+"~2" || p.Earlier != "" {
			t.Errorf("%s is written to %s, after %q", id, p.Name, p.Earlier)
		}
	}
	if list, err := os.ReadDir(filepath.Join(dir, "a")); err != nil || len(list) != 0 {
		t.Errorf("written into it: %v, %v", list, err)
	}
}

func TestAVersionIsLinkedOnce(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	write(t, s, "a", "h1", "one")
	write(t, s, "a", "h2", "two")
	if p := write(t, s, "a", "h2", "two"); p.Name != "a~2" || strings.Count(read(t, dir, "a", seeAlso), "../a~2") != 1 {
		t.Errorf("in %s: %s", p.Name, read(t, dir, "a", seeAlso))
	}
}
