package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestMain lets the test program stand for the command when it starts itself as a child.
func TestMain(m *testing.M) {
	if len(os.Args) == 3 && os.Args[1] == childMark {
		os.Exit(runChild(os.Args[2]))
	}
	os.Exit(m.Run())
}

func TestAFileOfSoManyPagesIsMadeAndRead(t *testing.T) {
	if _, err := exec.LookPath("qpdf"); err != nil {
		t.Skip("qpdf is not installed; run make tools")
	}
	work := t.TempDir()
	if err := makePlain(work, strings.Repeat("A line of a record.\n\n", 100), 7); err != nil {
		t.Fatal(err)
	}
	f, err := folderOf(work)
	if err != nil || len(f.paths) != 2 {
		t.Fatalf("%+v, %v", f, err)
	}
	made := file{paths: []string{plainName(work, 7)}, pages: 7}
	readers, err := readersOf("", work)
	if err != nil {
		t.Fatal(err)
	}
	u := readAll(readers[0], made, nil)
	if u.err != nil || u.clock <= 0 || u.cpu <= 0 || u.memory < 1000 {
		t.Errorf("reading took %+v", u)
	}
	if u := readAll(readers[0], file{paths: []string{filepath.Join(work, "absent.pdf")}}, nil); u.err == nil {
		t.Error("a file that is not there was read")
	}
}

func TestOnlyPlainTextIsMeasured(t *testing.T) {
	text, err := twinsIn("../../..")
	if err != nil || len(text) < 100_000 {
		t.Fatalf("%d bytes of text, %v", len(text), err)
	}
	for _, not := range []string{"\n@picture", "\n@scan", "\n@encrypt", "\n@fields", "\n@damage", "\n@rotate", "\n===="} {
		if strings.Contains(text, not) {
			t.Errorf("the text that is read holds %q", not)
		}
	}
}

func TestSpeedIsTheMedian(t *testing.T) {
	all := []usage{{clock: 9 * time.Second, memory: 2048}, {clock: time.Second, memory: 1024}, {clock: 2 * time.Second, memory: 3072}}
	f := file{pages: 10}
	if got := f.speed(all, 1, clock); got != 5 {
		t.Errorf("%v pages/s, want 5", got)
	}
	if got := f.speed(all, 2, clock); got != 10 {
		t.Errorf("%v pages/s of two copies, want 10", got)
	}
	if got := memory(all); got != 3 {
		t.Errorf("%v MB, want 3", got)
	}
}
