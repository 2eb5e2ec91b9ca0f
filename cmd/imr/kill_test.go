package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
)

// inboxOf makes an inbox of n cases, complete, each of another content.
func inboxOf(t *testing.T, n int) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "in")
	for i := range n {
		c := filepath.Join(dir, fmt.Sprintf("case-%02d", i))
		if err := os.CopyFS(c, os.DirFS("../../samples/first-course-6")); err != nil {
			t.Fatal(err)
		}
		for name, body := range map[string]string{"case.toml": fmt.Sprintf("number = \"CM14-%07d\"\n", i), ".done": ""} {
			if err := os.WriteFile(filepath.Join(c, name), []byte(body), 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	return dir
}

// wholeResults fails for each result that is visible and not whole, and returns how many there are.
func wholeResults(t *testing.T, out string) int {
	t.Helper()
	list, err := os.ReadDir(out)
	if err != nil {
		return 0 // killed before there was a folder
	}
	n := 0
	for _, d := range list {
		if d.Name() == ".imr" {
			continue
		}
		n++
		var decision struct{ Case struct{ ID string } }
		if err := json.Unmarshal(fileOf(t, out, d.Name(), "decision.json"), &decision); err != nil || decision.Case.ID != d.Name() {
			t.Errorf("%s: the decision is of %q, %v", d.Name(), decision.Case.ID, err)
		}
		if pdf := fileOf(t, out, d.Name(), "letter.pdf"); !bytes.HasSuffix(bytes.TrimSpace(pdf), []byte("%%EOF")) {
			t.Errorf("%s: the letter ends in the middle", d.Name())
		}
		fileOf(t, out, d.Name(), "letter.txt")
	}
	return n
}

func fileOf(t *testing.T, parts ...string) []byte {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(parts...))
	if err != nil {
		t.Error(err)
	}
	return b
}

// start starts a batch as a program of its own.
func start(t *testing.T, in, out string, messages io.Writer) (*exec.Cmd, *bufio.Scanner) {
	t.Helper()
	c := exec.Command("imr", "batch", in, "-o", out, "-j", "2")
	pipe, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	c.Stderr = messages
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	return c, bufio.NewScanner(pipe)
}

// moments are when a batch is killed: each returns when it has come.
var moments = []struct {
	name string
	come func(out string, lines *bufio.Scanner)
}{
	{"at once", func(string, *bufio.Scanner) {}},
	{"a result is there", func(out string, _ *bufio.Scanner) { appears(out, "case-*", soon) }},
	{"a result is begun", func(out string, _ *bufio.Scanner) { appears(out, ".imr/tmp/*/new-*", soon) }},
	{"a file is written", func(out string, _ *bufio.Scanner) { appears(out, ".imr/tmp/*/new-*/letter.pdf", soon) }},
	{"the ledger is there", func(out string, _ *bufio.Scanner) { appears(out, ".imr/ledger.db", soon) }},
	{"the queue is there", func(out string, _ *bufio.Scanner) { appears(out, ".imr/queue.db", soon) }},
	{"a case is told", func(_ string, lines *bufio.Scanner) { lines.Scan() }},
	{"more cases are told", func(_ string, lines *bufio.Scanner) { read(lines, 12) }},
}

func read(lines *bufio.Scanner, n int) {
	for range n {
		lines.Scan()
	}
}

// soon is for how long a moment to kill a batch is waited for: it may have nothing left to do.
const soon = 3 * time.Second

// appears looks again and again until there is one path of the pattern more than before, or the time is up.
func appears(out, pattern string, patience time.Duration) {
	count := func() int {
		list, _ := filepath.Glob(filepath.Join(out, pattern))
		return len(list)
	}
	before := count()
	for limit := time.Now().Add(patience); count() <= before && time.Now().Before(limit); {
		runtime.Gosched()
	}
}

// TestAKillAtAnyMomentLosesNothing kills a batch again and again; what is visible is whole each time, and at the end each case has
// its one result, the same as without kills.
func TestAKillAtAnyMomentLosesNothing(t *testing.T) {
	const cases = 20
	in, out, plain := inboxOf(t, cases), filepath.Join(t.TempDir(), "out"), filepath.Join(t.TempDir(), "out")
	for _, m := range slices.Concat(moments, moments) {
		c, lines := start(t, in, out, t.Output())
		m.come(out, lines)
		if err := c.Process.Signal(syscall.SIGKILL); err != nil {
			t.Fatal(err)
		}
		_ = c.Wait() // the kill itself, or the end before it
		t.Logf("killed when %s: %d results", m.name, wholeResults(t, out))
	}
	told := finish(t, in, out)
	if n := wholeResults(t, out); n != cases || strings.Count("\n"+told, "\ncase-") != cases {
		t.Errorf("%d results for %d cases; the last run said\n%s", n, cases, told)
	}
	if left, err := os.ReadDir(filepath.Join(out, ".imr", "tmp")); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
	finish(t, in, plain)
	sameTree(t, plain, out)
	if told := finish(t, in, out); strings.Count(told, "already done, see") != cases {
		t.Errorf("run again it said\n%s", told)
	}
}

// finish runs a batch to its end and returns what it printed.
func finish(t *testing.T, in, out string) string {
	t.Helper()
	c, lines := start(t, in, out, t.Output())
	var told []string
	for lines.Scan() {
		told = append(told, lines.Text())
	}
	if err := c.Wait(); err != nil {
		t.Errorf("the batch failed: %v", err)
	}
	return strings.Join(told, "\n")
}

// sameTree fails for each file of one output folder that differs in the other; the ledger is left out.
func sameTree(t *testing.T, a, b string) {
	t.Helper()
	seen := map[string]bool{}
	for _, dir := range []string{a, b} {
		err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
			if err == nil && d.Name() == ".imr" {
				return fs.SkipDir
			}
			name, relErr := filepath.Rel(dir, path)
			if err = errors.Join(err, relErr); err != nil || d.IsDir() || seen[name] {
				return err
			}
			seen[name] = true
			if !bytes.Equal(fileOf(t, a, name), fileOf(t, b, name)) {
				t.Errorf("%s differs between two runs", name)
			}
			return nil
		})
		if err != nil {
			t.Error(err)
		}
	}
	if len(seen) == 0 {
		t.Error("nothing was compared")
	}
}
