package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"imr/internal/ledger"
)

// kills is how many processes the soak kills: few in a usual run, SOAK of them in make soak.
func kills(t *testing.T) int {
	t.Helper()
	n, err := strconv.Atoi(os.Getenv("SOAK"))
	if err != nil {
		return 12
	}
	return n
}

// putCase lays a case of one PDF into an inbox, complete at once, and whole for whoever looks.
func putCase(t *testing.T, in string, n int) string {
	t.Helper()
	id := fmt.Sprintf("case-%05d", n)
	dir := filepath.Join(in, "."+id)
	pdf, err := os.ReadFile("../../samples/first-course-18/3-rfa.pdf")
	if err = errors.Join(err, os.MkdirAll(dir, 0o700)); err != nil {
		t.Fatal(err)
	}
	for name, body := range map[string][]byte{"rfa.pdf": pdf, "case.toml": fmt.Appendf(nil, "number = \"CM14-%07d\"\n", n), ".done": nil} {
		err = errors.Join(err, os.WriteFile(filepath.Join(dir, name), body, 0o600))
	}
	if err = errors.Join(err, os.Rename(dir, filepath.Join(in, id))); err != nil {
		t.Fatal(err)
	}
	return id
}

// partial says what is not whole in a result's folder, read as it is at one moment; "" where it is whole, or was replaced meanwhile.
func partial(dir string) string {
	for try := range 2 {
		what := look(dir)
		if what == "" || try == 1 {
			return what
		}
	}
	return ""
}

func look(dir string) string {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return ""
	}
	defer func() { _ = root.Close() }() // was only read
	var d struct{ Case struct{ ID string } }
	b, err := root.ReadFile("decision.json")
	if err != nil || json.Unmarshal(b, &d) != nil || d.Case.ID == "" {
		return fmt.Sprintf("%s: decision.json is not whole: %v", dir, err)
	}
	if b, err := root.ReadFile("letter.pdf"); err != nil || !bytes.HasSuffix(bytes.TrimSpace(b), []byte("%%EOF")) {
		return fmt.Sprintf("%s: letter.pdf is not whole: %v", dir, err)
	}
	return ""
}

// readAll reads every result that is visible and returns how many there are.
func readAll(t *testing.T, out string) int {
	t.Helper()
	list, _ := os.ReadDir(out) // killed before there was a folder
	n := 0
	for _, d := range list {
		if d.IsDir() && d.Name() != ".imr" {
			n++
			if what := partial(filepath.Join(out, d.Name())); what != "" {
				t.Error(what)
			}
		}
	}
	return n
}

// TestSoak kills batch and watch at random instants while cases come in and another process reads: each case has one final result, the
// same as without kills, nobody ever sees half a file, and nothing is left behind.
func TestSoak(t *testing.T) {
	dir := t.TempDir()
	in, out, archive := filepath.Join(dir, "in"), filepath.Join(dir, "out"), filepath.Join(dir, "archive")
	config := filepath.Join(dir, "imr.toml")
	if err := errors.Join(os.Mkdir(in, 0o700), os.WriteFile(config, []byte("settle = \"100ms\"\nrecognition = false\n"), 0o600)); err != nil {
		t.Fatal(err)
	}
	var over atomic.Bool
	reads := make(chan int)
	go func() { // another process that reads all the time
		n := 0
		for !over.Load() {
			n += readAll(t, out)
			time.Sleep(time.Millisecond)
		}
		reads <- n
	}()
	var ids []string
	var longest time.Duration
	began := time.Now()
	for round := range kills(t) {
		for range 1 + rand.IntN(3) {
			ids = append(ids, putCase(t, in, len(ids)))
		}
		c := exec.Command("imr", []string{"batch", "watch"}[round%2], in, "-o", out, "-j", "2", "--config", config, "--archive", archive)
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		<-time.After(time.Duration(rand.Int64N(int64(700 * time.Millisecond)))) // a random instant is what is tested
		_ = c.Process.Signal(syscall.SIGKILL)                                   // a batch may have ended before
		_ = c.Wait()
	}
	longest = time.Since(began)
	finish := exec.Command("imr", "batch", in, "-o", out, "-j", "2", "--config", config, "--archive", archive)
	if said, err := finish.CombinedOutput(); err != nil {
		t.Fatalf("the last batch ended with %v: %s", err, said)
	}
	over.Store(true)
	t.Logf("%d cases, %d kills in %s, %d results read meanwhile", len(ids), kills(t), longest.Round(time.Second), <-reads)
	sameAsUndisturbed(t, ids, out, archive, config)
	nothingLeft(t, in, out)
	eachDoneOnce(t, ids, out)
}

// sameAsUndisturbed does the same cases without a kill and compares every byte.
func sameAsUndisturbed(t *testing.T, ids []string, out, archive, config string) {
	t.Helper()
	plain := filepath.Join(t.TempDir(), "plain")
	if said, err := exec.Command("imr", "batch", filepath.Join(archive, "done"), "-o", plain, "-j", "2", "--config", config).CombinedOutput(); err != nil {
		t.Fatalf("it ended with %v: %s", err, said)
	}
	sameTree(t, plain, out)
	if n := readAll(t, out); n != len(ids) {
		t.Errorf("%d results for %d cases", n, len(ids))
	}
	if list, err := os.ReadDir(filepath.Join(archive, "done")); err != nil || len(list) != len(ids) {
		t.Errorf("%d of %d cases in the archive, %v", len(list), len(ids), err)
	}
}

// nothingLeft fails for cases that are still in the inbox, and for what is not whole in the output folder.
func nothingLeft(t *testing.T, in, out string) {
	t.Helper()
	for _, dir := range []string{in, filepath.Join(out, ".imr", "tmp")} {
		if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
			t.Errorf("left behind in %s: %v, %v", dir, left, err)
		}
	}
}

func eachDoneOnce(t *testing.T, ids []string, out string) {
	t.Helper()
	l, err := ledger.Open(t.Context(), filepath.Join(out, ".imr"))
	if err != nil {
		t.Fatal(err)
	}
	list, err := l.All(t.Context())
	if err = errors.Join(err, l.Close()); err != nil || len(list) != len(ids) {
		t.Fatalf("%d tasks for %d cases, %v", len(list), len(ids), err)
	}
	for i, task := range list {
		if task.Folder != ids[i] || task.State != ledger.Done || strings.Contains(task.Folder, "~") {
			t.Errorf("the ledger says %+v", task)
		}
	}
}
