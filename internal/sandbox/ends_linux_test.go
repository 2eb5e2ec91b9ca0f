package sandbox_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"imr/internal/sandbox"
)

// badWorks are those that end badly, or not by themselves.
func badWorks() map[string]func(out io.Writer) error {
	return map[string]func(out io.Writer) error{
		"threads": threads,
		"spin":    spin,
		"flood":   flood,
		"noise":   noise,
		"line":    line,
		"torn":    func(out io.Writer) error { fmt.Fprint(out, "1\n2"); return nil },
		"bomb":    bomb,
		"at once": func(io.Writer) error { return fmt.Errorf("%d bytes", len(make([]byte, 1<<40))) },
		"nil":     func(io.Writer) error { var p *int; *p = 1; return nil },
		"exit 7":  func(io.Writer) error { os.Exit(7); return nil },
		"SIGSEGV": func(io.Writer) error { return unix.Tgkill(os.Getpid(), unix.Gettid(), unix.SIGSEGV) },
		"SIGKILL": func(io.Writer) error { return unix.Tgkill(os.Getpid(), unix.Gettid(), unix.SIGKILL) },
	}
}

// spin tells its number and never ends.
func spin(out io.Writer) error {
	fmt.Fprintln(out, os.Getpid())
	for n := 1; n != 0; n += 2 { // an odd number never is 0
	}
	return nil
}

func flood(out io.Writer) error {
	text := bytes.Repeat([]byte("[1,2,3,4,5,6,7]\n"), 1024)
	for {
		if _, err := out.Write(text); err != nil {
			return err
		}
	}
}

func noise(io.Writer) error {
	text := bytes.Repeat([]byte("no end\n"), 1024)
	for range 1024 {
		fmt.Fprintf(os.Stderr, "%s", text)
	}
	panic("after seven megabytes")
}

func line(out io.Writer) error {
	for {
		if _, err := out.Write(bytes.Repeat([]byte("1"), 4096)); err != nil {
			return err
		}
	}
}

func bomb(out io.Writer) error {
	var held [][]byte
	for {
		held = append(held, bytes.Repeat([]byte{1}, 1<<20))
		if len(held)%16 == 0 {
			fmt.Fprintln(out, len(held))
		}
	}
}

func TestMemoryHasALimit(t *testing.T) {
	for _, kind := range []string{"bomb", "at once"} {
		t.Run(kind, func(t *testing.T) {
			before := peak(t)
			begun := time.Now()
			lines, err := collect(t.Context(), sandbox.Spec{Kind: kind, Limits: sandbox.Limits{Memory: 256 << 20}})
			failure, ok := errors.AsType[*sandbox.Failure](err)
			if !ok || failure.Reason != sandbox.OutOfMemory || failure.Detail != "256 MiB" {
				t.Fatalf("the error is %v\n%s", err, stderrOf(err))
			}
			if kind == "bomb" && len(lines) < 3 {
				t.Errorf("the child held at most %s MiB", lines)
			}
			if took := time.Since(begun); took > 20*time.Second {
				t.Errorf("it took %v", took)
			}
			if grown := peak(t) - before; grown > 16<<20 {
				t.Errorf("the parent grew by %d MiB", grown>>20)
			}
		})
	}
}

// peak is the most memory that this process ever held, in bytes.
func peak(t testing.TB) int64 {
	t.Helper()
	text, err := os.ReadFile("/proc/self/status")
	if err != nil {
		t.Fatal(err)
	}
	_, after, _ := strings.Cut(string(text), "VmHWM:")
	kib, err := strconv.ParseInt(strings.Fields(after)[0], 10, 64)
	if err != nil {
		t.Fatal(err)
	}
	return kib << 10
}

func TestTimeHasALimit(t *testing.T) {
	f := fails(t, sandbox.Spec{Kind: "spin", Limits: sandbox.Limits{Wall: 300 * time.Millisecond}}, sandbox.TimedOut)
	if f.Detail != "300ms" {
		t.Errorf("the detail is %q", f.Detail)
	}
	pipe, held, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	closeAfter(t, pipe, held)
	waits := sandbox.Spec{Kind: "echo", Files: []*os.File{pipe}, Limits: sandbox.Limits{Wall: 300 * time.Millisecond}}
	fails(t, waits, sandbox.TimedOut) // without using the processor, for which there is another limit
	f = fails(t, sandbox.Spec{Kind: "spin", Limits: sandbox.Limits{CPU: time.Second}}, sandbox.TimedOut)
	if f.Detail != "1s of processor time" {
		t.Errorf("the detail is %q", f.Detail)
	}
}

func TestEndOfTheContextEndsTheChild(t *testing.T) {
	why := errors.New("the user stopped it")
	ctx, cancel := context.WithCancelCause(t.Context())
	var pid int
	err := sandbox.Run(ctx, sandbox.Spec{Kind: "spin"}, func(line []byte) error {
		pid, _ = strconv.Atoi(string(line))
		cancel(why)
		return nil
	})
	if !errors.Is(err, why) || pid == 0 || alive(pid) {
		t.Errorf("the error is %v, and the child %d alive: %t", err, pid, alive(pid))
	}
}

func TestOutputHasALimit(t *testing.T) {
	before := peak(t)
	lines := 0
	flood := sandbox.Spec{Kind: "flood", Limits: sandbox.Limits{Output: 100 << 20}}
	err := sandbox.Run(t.Context(), flood, func([]byte) error { lines++; return nil })
	failure, ok := errors.AsType[*sandbox.Failure](err)
	if !ok || failure.Reason != sandbox.TooMuchOutput || failure.Detail != "100 MiB" || lines != 100<<16 {
		t.Errorf("after %d lines the error is %v", lines, err)
	}
	f := fails(t, sandbox.Spec{Kind: "line", Limits: sandbox.Limits{Line: 1 << 20}}, sandbox.TooMuchOutput)
	if f.Detail != "1 MiB in one line" {
		t.Errorf("the detail is %q", f.Detail)
	}
	if grown := peak(t) - before; grown > 16<<20 {
		t.Errorf("the parent grew by %d MiB", grown>>20)
	}
}

func TestCrashesAreTold(t *testing.T) {
	for kind, want := range map[string]struct{ detail, stderr string }{
		"nil":     {"exit status 2", "nil pointer dereference"},
		"exit 7":  {"exit status 7", ""},
		"SIGSEGV": {"exit status 2", "SIGSEGV"},
		"SIGKILL": {"signal: killed", ""},
		"noise":   {"exit status 2", "no end"},
		"torn":    {"the output ends in the middle of a line", ""},
	} {
		f := fails(t, sandbox.Spec{Kind: kind}, sandbox.Crashed)
		if f.Detail != want.detail || !strings.Contains(f.Stderr, want.stderr) || len(f.Stderr) > 8<<10 {
			t.Errorf("%s: the detail is %q, and standard error has %d bytes, %.300q", kind, f.Detail, len(f.Stderr), f.Stderr)
		}
	}
}

func BenchmarkChild(b *testing.B) {
	before := peak(b)
	for b.Loop() {
		if _, err := collect(b.Context(), sandbox.Spec{Kind: "nothing"}); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(peak(b)-before)/(1<<20), "parent-MiB-grown")
}
