package output

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestFinalFilesStandBesideTheProposal(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	write(t, s, "a", "one")
	if err := s.Finish("a", map[string][]byte{"final.json": []byte("{}"), "final.txt": []byte("final")}); err != nil {
		t.Fatal(err)
	}
	if read(t, dir, "a", "decision.json") != "one" || read(t, dir, "a", "final.txt") != "final" {
		t.Error("the proposal changed, or the final letter is not there")
	}
	if err := s.Finish("a", nil); !errors.Is(err, ErrAdopted) {
		t.Errorf("adopted twice: %v", err)
	}
}

func TestTheLogIsAChain(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	for _, entry := range []string{"first", "second", "third"} {
		if err := s.Log(entry); err != nil {
			t.Fatal(err)
		}
	}
	path := filepath.Join(dir, ".imr", "adoptions.jsonl")
	if last, err := CheckLog(path); err != nil || last == "" {
		t.Fatalf("%q, %v", last, err)
	}
	changed := strings.Replace(read(t, path), "first", "other", 1)
	if err := os.WriteFile(path, []byte(changed), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := CheckLog(path); err == nil || !strings.Contains(err.Error(), "line 2") {
		t.Errorf("a changed line was not found: %v", err)
	}
	if err := s.Log("fourth"); err == nil {
		t.Error("a broken log was added to")
	}
}
