package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"imr/internal/ledger"
	"imr/internal/pgcluster"
)

// sharedConfig is a configuration that names a database.
func sharedConfig(t *testing.T, url string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "imr.toml")
	if err := os.WriteFile(path, fmt.Appendf(nil, "database = %q\nsettle = \"100ms\"\nrecognition = false\ncase_limit = \"20s\"\n", url), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// node is a batch on the shared database.
func node(t *testing.T, in, out, config string) (*exec.Cmd, *bytes.Buffer) {
	t.Helper()
	var said bytes.Buffer
	c := exec.Command("imr", "batch", in, "-o", out, "-j", "1", "--config", config)
	c.Stdout, c.Stderr = &said, &said
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	return c, &said
}

// doneOnServer fails unless the ledger in the database says of every case that it is done, once.
func doneOnServer(t *testing.T, url string, cases int) {
	t.Helper()
	l, err := ledger.OpenServer(t.Context(), url)
	if err != nil {
		t.Fatal(err)
	}
	list, err := l.All(t.Context())
	if closeErr := l.Close(); err != nil || closeErr != nil || len(list) != cases {
		t.Fatalf("%d tasks for %d cases, %v, %v", len(list), cases, err, closeErr)
	}
	for _, task := range list {
		if task.State != ledger.Done || strings.Contains(task.Folder, "~") {
			t.Errorf("the ledger says %+v", task)
		}
	}
}

// TestTwoMachinesShareAnInbox runs two batches at the same time over one database: each case is done by one of them.
func TestTwoMachinesShareAnInbox(t *testing.T) {
	const cases = 16
	url := pgcluster.Start(t).Database(t)
	in, out, config := inboxOf(t, cases), filepath.Join(t.TempDir(), "out"), sharedConfig(t, url)
	a, saidA := node(t, in, out, config)
	b, saidB := node(t, in, out, config)
	for _, c := range []*exec.Cmd{a, b} {
		if err := c.Wait(); err != nil {
			t.Fatalf("%v: %s / %s", err, saidA, saidB)
		}
	}
	didA, didB := strings.Count(saidA.String(), "letter: "), strings.Count(saidB.String(), "letter: ")
	if didA+didB != cases || didA == 0 || didB == 0 || wholeResults(t, out) != cases {
		t.Errorf("one did %d, the other %d of %d cases: %s / %s", didA, didB, cases, saidA, saidB)
	}
	doneOnServer(t, url, cases)
}

// TestAMachineThatIsKilledLosesNoCase kills one of two machines in the middle; the other does its cases, after the time that a case may
// take. It takes about a minute, as the machines give one another time.
func TestAMachineThatIsKilledLosesNoCase(t *testing.T) {
	const cases = 12
	url := pgcluster.Start(t).Database(t)
	in, out, config := inboxOf(t, cases), filepath.Join(t.TempDir(), "out"), sharedConfig(t, url)
	a, _ := node(t, in, out, config)
	appears(out, "case-*", 20*time.Second)
	b, said := node(t, in, out, config)
	appears(out, ".imr/tmp/*/new-*", soon)
	if err := a.Process.Signal(syscall.SIGKILL); err != nil {
		t.Fatal(err)
	}
	_ = a.Wait() // the kill
	if err := b.Wait(); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	if n := wholeResults(t, out); n != cases {
		t.Errorf("%d results for %d cases", n, cases)
	}
	doneOnServer(t, url, cases)
	next, said := node(t, in, out, config) // the next run clears what the killed one was writing
	if err := next.Wait(); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	nothingLeft(t, filepath.Join(out, ".imr", "tmp"), out)
}

// TestAWatchOutlivesItsDatabase stops the server under a watch, and starts it again.
func TestAWatchOutlivesItsDatabase(t *testing.T) {
	cluster := pgcluster.Start(t)
	url := cluster.Database(t)
	in, out, config := inboxOf(t, 1), filepath.Join(t.TempDir(), "out"), sharedConfig(t, url)
	w := &watched{Cmd: exec.Command("imr", "watch", in, "-o", out, "--config", config)}
	w.Stderr = w
	if err := w.Start(); err != nil {
		t.Fatal(err)
	}
	w.until(t, "the first result", func() bool { return readAll(t, out) == 1 })
	cluster.Stop(t)
	putCase(t, in, 7)
	w.until(t, "the sentence", func() bool { return strings.Contains(w.text(), "it is tried again until it can be done") })
	cluster.Begin(t)
	w.until(t, "the second result", func() bool { return readAll(t, out) == 2 })
	w.end(t)
	doneOnServer(t, url, 2)
}
