package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

const cases = "../../testdata/cases"

// someOf is every how many of the regression cases are done: all of them, but few where the race detector makes each slow.
func someOf() int {
	if raced {
		return 12
	}
	return 1
}

// TestABatchOverAllCases runs all regression cases as one inbox: the same decisions and letters as the golden files, and the same
// bytes of every file, letter.pdf too, whatever the number of workers and however often.
func TestABatchOverAllCases(t *testing.T) {
	in, ids := inboxOfCases(t)
	first := ""
	for _, workers := range []string{"1", "8"} {
		for again := range 2 {
			out := filepath.Join(t.TempDir(), fmt.Sprint("out-", workers, "-", again))
			batch(t, in, out, workers)
			if first == "" {
				first = out
				continue
			}
			sameTree(t, first, out)
		}
	}
	for _, id := range ids {
		for _, name := range []string{"decision.json", "letter.txt"} {
			if !bytes.Equal(fileOf(t, first, id, name), fileOf(t, cases, id, "want", name)) {
				t.Errorf("%s: %s differs from the golden file", id, name)
			}
		}
	}
	if n := wholeResults(t, first); n != len(ids) {
		t.Errorf("%d results for %d cases", n, len(ids))
	}
}

func inboxOfCases(t *testing.T) (string, []string) {
	t.Helper()
	list, err := os.ReadDir(cases)
	if err != nil || len(list) < 24 {
		t.Fatalf("%d cases: %v", len(list), err)
	}
	in := filepath.Join(t.TempDir(), "in")
	var ids []string
	for i := 0; i < len(list); i += someOf() {
		id := list[i].Name()
		ids = append(ids, id)
		if err := os.CopyFS(filepath.Join(in, id), os.DirFS(filepath.Join(cases, id, "record"))); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(in, id, ".done"), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return in, ids
}

func batch(t *testing.T, in, out, workers string) {
	t.Helper()
	config := filepath.Join(t.TempDir(), "imr.toml") // what tesseract reads may change with its version, so the golden files are made without it
	if err := os.WriteFile(config, []byte("recognition = false\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	var results, messages bytes.Buffer
	if code := run(context.Background(), []string{"batch", in, "-o", out, "-j", workers, "--config", config}, nil, &results, &messages); code != exitOK || messages.Len() > 0 {
		t.Fatalf("exit code %d: %s", code, messages.String())
	}
}
