package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"imr/internal/ledger"
	"imr/internal/pgcluster"
	"imr/internal/s3server"
	"imr/internal/vault"
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

// machine is one of several: it has an inbox and an output folder of its own, and shares database and store with the others.
type machine struct {
	*watched
	in, out, config string
}

func machineOf(t *testing.T, url, store string) *machine {
	t.Helper()
	dir := t.TempDir()
	m := &machine{in: filepath.Join(dir, "in"), out: filepath.Join(dir, "out"), config: filepath.Join(dir, "imr.toml")}
	text := fmt.Sprintf("database = %q\nstore = %q\nsettle = \"100ms\"\nrecognition = false\ncase_limit = \"20s\"\n", url, store)
	if err := errors.Join(os.Mkdir(m.in, 0o700), os.WriteFile(m.config, []byte(text), 0o600)); err != nil {
		t.Fatal(err)
	}
	return m
}

func (m *machine) start(t *testing.T, command string) {
	t.Helper()
	m.watched = &watched{Cmd: exec.Command("imr", command, m.in, "-o", m.out, "-j", "1", "--config", m.config)}
	m.Stdout, m.Stderr = io.Discard, m
	if err := m.Start(); err != nil {
		t.Fatal(err)
	}
}

// TestFailureMachineKilled has three machines that share nothing but a database and a bucket do the inbox of one, and kills one of the two
// others in the middle. All results come to the machine whose inbox it is, the same bytes as from one machine alone, and no records stay
// in the bucket. It takes about a minute, as the machines give one another time.
func TestFailureMachineKilled(t *testing.T) {
	const cases = 24
	url, store := pgcluster.Start(t).Database(t), s3server.Start(t).Bucket(t)
	a, b, c := machineOf(t, url, store), machineOf(t, url, store), machineOf(t, url, store)
	b.start(t, "watch")
	c.start(t, "watch")
	if err := os.CopyFS(a.in, os.DirFS(inboxOf(t, cases))); err != nil {
		t.Fatal(err)
	}
	a.start(t, "batch")
	b.until(t, "a result of the second machine", func() bool { return readAll(t, b.out) > 0 })
	if err := b.Process.Signal(syscall.SIGKILL); err != nil {
		t.Fatal(err)
	}
	_ = b.Wait() // the kill
	if err := a.Wait(); err != nil {
		t.Fatalf("%v: %s / %s", err, a.text(), c.text())
	}
	c.end(t)
	if n := wholeResults(t, a.out); n != cases || readAll(t, c.out) == 0 {
		t.Errorf("%d results for %d cases; the third machine did %d", n, cases, readAll(t, c.out))
	}
	doneOnServer(t, url, cases)
	plain := filepath.Join(t.TempDir(), "plain")
	finish(t, a.in, plain)
	sameTree(t, plain, a.out)
	b.start(t, "batch") // the next run clears what the killed one was writing
	if err := b.Wait(); err != nil {
		t.Fatalf("%v: %s", err, b.text())
	}
	nothingLeft(t, filepath.Join(b.out, ".imr", "tmp"), b.out)
	noRecords(t, store)
}

func noRecords(t *testing.T, store string) {
	t.Helper()
	v, err := vault.Open(t.Context(), store)
	if err != nil {
		t.Fatal(err)
	}
	err = v.EachRecords(t.Context(), func(content string) error { return errors.New("records are left: " + content) })
	if err := errors.Join(err, v.Close()); err != nil {
		t.Error(err)
	}
}

// TestMachinesWithDifferentStoresAreRefused has a second machine keep its records in a folder that the first does not see.
func TestMachinesWithDifferentStoresAreRefused(t *testing.T) {
	url := pgcluster.Start(t).Database(t)
	a, b := machineOf(t, url, t.TempDir()), machineOf(t, url, t.TempDir())
	if code, said := runImr(t, "batch", a.in, "-o", a.out, "--config", a.config); code != exitOK {
		t.Errorf("the first: code %d: %s", code, said)
	}
	if code, said := runImr(t, "batch", b.in, "-o", b.out, "--config", b.config); code != exitFailed || !strings.Contains(said, "use another store than this one") {
		t.Errorf("the second: code %d: %s", code, said)
	}
}

// TestFailureDatabaseAway stops the server under a watch, and starts it again.
func TestFailureDatabaseAway(t *testing.T) {
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
