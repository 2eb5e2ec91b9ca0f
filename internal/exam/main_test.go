package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The whole exam runs on the program itself, says the same twice, and writes its list.
func TestTheExamRunsOnTheProgram(t *testing.T) {
	t.Chdir("../..")
	list := filepath.Join(t.TempDir(), "list.txt")
	program, err := build(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	var out [2]strings.Builder
	for i := range out {
		if err := run(options{seed: 1, n: 6, shorten: 1, bin: program, list: list}, &out[i]); err != nil {
			t.Fatal(err)
		}
	}
	if out[0].String() != out[1].String() {
		t.Errorf("two runs differ:\n%s\n%s", out[0].String(), out[1].String())
	}
	if !strings.Contains(out[0].String(), "outcome right") {
		t.Errorf("there is no table: %s", out[0].String())
	}
	if text, err := os.ReadFile(list); err != nil || !strings.Contains(string(text), "Patterns of failures:") {
		t.Errorf("the list holds %q: %v", text, err)
	}
}

func TestAStyleOfOnesOwnIsUsed(t *testing.T) {
	file := filepath.Join(t.TempDir(), "clinic_mine.txt")
	if err := os.WriteFile(file, []byte("@kind clinic\n[prior.none]\nNone.\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	all, err := loadStyles(file)
	if err != nil || all[len(all)-1].Name != "clinic_mine" {
		t.Errorf("the last of %d styles is not mine: %v", len(all), err)
	}
}
