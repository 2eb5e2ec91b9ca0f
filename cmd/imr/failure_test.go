package main

import (
	"bytes"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// smallDisk mounts a disk in memory of so many KiB, which needs root.
func smallDisk(t *testing.T, kib string) string {
	t.Helper()
	if os.Geteuid() != 0 {
		if os.Getenv("CI") == "true" {
			t.Fatal("the disks of this test can be mounted by root only")
		}
		t.Skip("the disks of this test can be mounted by root only")
	}
	dir := t.TempDir()
	mount(t, "-t", "tmpfs", "-o", "size="+kib+"k,mode=700", "tmpfs", dir)
	t.Cleanup(func() {
		if said, err := exec.Command("umount", "-l", dir).CombinedOutput(); err != nil {
			t.Errorf("umount: %s", said)
		}
	})
	return dir
}

func mount(t *testing.T, args ...string) {
	t.Helper()
	if said, err := exec.Command("mount", args...).CombinedOutput(); err != nil {
		t.Fatalf("mount %v: %s", args, said)
	}
}

// runImr runs the program and returns its code and what it said.
func runImr(t *testing.T, args ...string) (int, string) {
	t.Helper()
	said, err := exec.Command("imr", args...).CombinedOutput()
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		return exit.ExitCode(), string(said)
	}
	if err != nil {
		t.Fatal(err)
	}
	return 0, string(said)
}

// TestFailureDiskFull fills a small disk with results: the batch fails with a sentence, what is visible is whole, and with more room the
// same command does the rest.
func TestFailureDiskFull(t *testing.T) {
	const cases = 12
	in, disk := inboxOf(t, cases), smallDisk(t, "2048")
	out := filepath.Join(disk, "out")
	code, said := runImr(t, "batch", in, "-o", out, "-j", "2")
	if code != exitFailed || !strings.Contains(said, "no space left on device") {
		t.Errorf("code %d: %s", code, said)
	}
	if n := readAll(t, out); n == 0 || n == cases {
		t.Errorf("%d results on the small disk; this tests nothing", n)
	}
	mount(t, "-o", "remount,size=64m", disk)
	if code, said := runImr(t, "batch", in, "-o", out, "-j", "2"); code != exitOK {
		t.Errorf("with more room code %d: %s", code, said)
	}
	if n := wholeResults(t, out); n != cases {
		t.Errorf("%d results for %d cases", n, cases)
	}
	nothingLeft(t, filepath.Join(out, ".imr", "tmp"), out)
}

// watched is a watch under way whose messages can be read.
type watched struct {
	*exec.Cmd
	mu   sync.Mutex
	said bytes.Buffer
}

func (w *watched) Write(b []byte) (int, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.said.Write(b)
}

func (w *watched) text() string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.said.String()
}

func startWatch(t *testing.T, in, out string) *watched {
	t.Helper()
	config := filepath.Join(t.TempDir(), "imr.toml")
	if err := os.WriteFile(config, []byte("settle = \"100ms\"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	w := &watched{Cmd: exec.Command("imr", "watch", in, "-o", out, "--config", config)}
	w.Stdout, w.Stderr = io.Discard, w
	if err := w.Start(); err != nil {
		t.Fatal(err)
	}
	return w
}

// until waits for something to hold, for half a minute.
func (w *watched) until(t *testing.T, what string, holds func() bool) {
	t.Helper()
	for limit := time.Now().Add(30 * time.Second); !holds(); <-time.After(5 * time.Millisecond) {
		if time.Now().After(limit) {
			t.Fatalf("%s did not come; it said %s", what, w.text())
		}
	}
}

// end terminates it as a service manager does, and holds that it ends well and in time.
func (w *watched) end(t *testing.T) {
	t.Helper()
	began := time.Now()
	if err := errors.Join(w.Process.Signal(syscall.SIGTERM), w.Wait()); err != nil {
		t.Errorf("it ended with %v; it said %s", err, w.text())
	}
	if took := time.Since(began); took > stopGrace+5*time.Second {
		t.Errorf("it took %s to end", took)
	}
}

// TestFailureReadOnlyOutput has a batch find its output read-only: it fails with a sentence, and goes on when that is over.
func TestFailureReadOnlyOutput(t *testing.T) {
	in, disk := inboxOf(t, 1), smallDisk(t, "65536")
	out := filepath.Join(disk, "out")
	if code, said := runImr(t, "batch", in, "-o", out); code != exitOK {
		t.Fatalf("code %d: %s", code, said)
	}
	mount(t, "-o", "remount,ro", disk)
	putCase(t, in, 7)
	if code, said := runImr(t, "batch", in, "-o", out); code != exitFailed || !strings.Contains(said, "cannot be written: ") || !strings.Contains(said, "read-only file system") {
		t.Errorf("code %d: %s", code, said)
	}
	mount(t, "-o", "remount,rw", disk)
	if code, said := runImr(t, "batch", in, "-o", out); code != exitOK || readAll(t, out) != 2 {
		t.Errorf("writable again: code %d: %s", code, said)
	}
}

// TestFailureDiskNearlyFull fills the disk under a watch: it takes nothing in and says so, until there is room again.
func TestFailureDiskNearlyFull(t *testing.T) {
	in, disk := inboxOf(t, 1), smallDisk(t, "163840")
	out, ballast := filepath.Join(disk, "out"), filepath.Join(disk, "ballast")
	w := startWatch(t, in, out)
	w.until(t, "the first result", func() bool { return readAll(t, out) == 1 })
	if err := os.WriteFile(ballast, make([]byte, 80<<20), 0o600); err != nil {
		t.Fatal(err)
	}
	putCase(t, in, 7)
	w.until(t, "the sentence", func() bool { return strings.Contains(w.text(), "no further case is taken in until") })
	if n := readAll(t, out); n != 1 {
		t.Errorf("%d results on a disk that is nearly full", n)
	}
	if err := os.Remove(ballast); err != nil {
		t.Fatal(err)
	}
	w.until(t, "the second result", func() bool { return readAll(t, out) == 2 })
	w.end(t)
}

// TestFailureInboxAway takes the inbox away under a watch, and brings it back with one case more.
func TestFailureInboxAway(t *testing.T) {
	in, out := inboxOf(t, 1), filepath.Join(t.TempDir(), "out")
	w := startWatch(t, in, out)
	w.until(t, "the first result", func() bool { return readAll(t, out) == 1 })
	if err := os.Rename(in, in+"-away"); err != nil {
		t.Fatal(err)
	}
	w.until(t, "the sentence", func() bool {
		return strings.Contains(w.text(), "cannot be read: no such file or directory; it is tried again")
	})
	putCase(t, in+"-away", 7)
	if err := os.Rename(in+"-away", in); err != nil {
		t.Fatal(err)
	}
	w.until(t, "the second result", func() bool { return readAll(t, out) == 2 })
	w.end(t)
}
