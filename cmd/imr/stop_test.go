package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestAStoppedBatchKeepsWhatIsDone asks a batch to stop, by either signal: it says so, fails, and leaves whole results only.
func TestAStoppedBatchKeepsWhatIsDone(t *testing.T) {
	for _, sig := range []os.Signal{os.Interrupt, syscall.SIGTERM} {
		const cases = 24
		in, out := inboxOf(t, cases), filepath.Join(t.TempDir(), "out")
		var said bytes.Buffer
		c, lines := start(t, in, out, &said)
		lines.Scan()
		if err := c.Process.Signal(sig); err != nil {
			t.Fatal(err)
		}
		told := lines.Text() + "\n"
		for lines.Scan() {
			told += lines.Text() + "\n"
		}
		var exit *exec.ExitError
		if err := c.Wait(); !errors.As(err, &exit) || exit.ExitCode() != exitFailed {
			t.Errorf("%v: it ended with %v", sig, err)
		}
		if !strings.Contains(said.String(), "imr: stopped before every case was done; what is written is whole") {
			t.Errorf("%v: it said %s", sig, said.String())
		}
		if n := wholeResults(t, out); n == 0 || n == cases || n != strings.Count("\n"+told, "\ncase-") || !regexp.MustCompile(`\d+ cases?: `).MatchString(told) {
			t.Errorf("%v: %d results; it printed\n%s", sig, n, told)
		}
	}
}

// TestAWatchEndsWellWhenItIsTerminated is what a service manager does; the scripts interrupt it.
func TestAWatchEndsWellWhenItIsTerminated(t *testing.T) {
	in, out := inboxOf(t, 2), filepath.Join(t.TempDir(), "out")
	c := exec.Command("imr", "watch", in, "-o", out)
	c.Stdout, c.Stderr = t.Output(), t.Output()
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	appears(out, "case-01", time.Minute)
	if err := errors.Join(c.Process.Signal(syscall.SIGTERM), c.Wait()); err != nil {
		t.Errorf("it ended with %v", err)
	}
	if n := wholeResults(t, out); n != 2 {
		t.Errorf("%d results", n)
	}
}
