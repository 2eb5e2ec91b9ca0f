package sandbox_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"imr/internal/sandbox"
)

// TestMain is at times the main of a child, and at times that of a parent that the tests kill.
func TestMain(m *testing.M) {
	sandbox.Child(kinds())
	if os.Getenv(parentRole) != "" {
		os.Exit(beParent())
	}
	os.Exit(m.Run())
}

// run collects the lines of a child, which must end well.
func run(t *testing.T, spec sandbox.Spec) []string {
	t.Helper()
	lines, err := collect(t.Context(), spec)
	if err != nil {
		t.Fatalf("%v\n%s", err, stderrOf(err))
	}
	return lines
}

func collect(ctx context.Context, spec sandbox.Spec) ([]string, error) {
	var lines []string
	err := sandbox.Run(ctx, spec, func(line []byte) error {
		lines = append(lines, string(line))
		return nil
	})
	return lines, err
}

func closeAfter(t *testing.T, files ...*os.File) {
	t.Cleanup(func() {
		for _, f := range files {
			if err := f.Close(); err != nil {
				t.Error(err)
			}
		}
	})
}

func stderrOf(err error) string {
	if failure, ok := errors.AsType[*sandbox.Failure](err); ok {
		return failure.Stderr
	}
	return ""
}

// fails runs a child that must fail for the reason, and returns its failure.
func fails(t *testing.T, spec sandbox.Spec, reason sandbox.Reason) sandbox.Failure {
	t.Helper()
	_, err := collect(t.Context(), spec)
	failure, ok := errors.AsType[*sandbox.Failure](err)
	if !ok || failure.Reason != reason {
		t.Fatalf("the error is %v, and not %q\n%s", err, reason, stderrOf(err))
	}
	return *failure
}

// eventually waits until it holds, for at most ten seconds.
func eventually(t *testing.T, what string, holds func() bool) {
	t.Helper()
	tick := time.NewTicker(2 * time.Millisecond)
	defer tick.Stop()
	end := time.After(10 * time.Second)
	for !holds() {
		select {
		case <-tick.C:
		case <-end:
			t.Fatalf("not within ten seconds: %s", what)
		}
	}
}

// alive tells whether a process runs. One that nobody has reaped yet does not.
func alive(pid int) bool {
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return false
	}
	state := strings.Fields(string(stat[strings.LastIndexByte(string(stat), ')')+1:]))[0]
	return state != "Z" && state != "X"
}

func TestWorkReadsItsInputAndWritesLines(t *testing.T) {
	var files []*os.File
	for _, text := range []string{"first", "second"} {
		files = append(files, input(t, text))
	}
	got := run(t, sandbox.Spec{Kind: "echo", Params: "hello", Files: files})
	if want := `["hello","first","second"]`; len(got) != 1 || got[0] != want {
		t.Errorf("the lines are %q, and not %q", got, want)
	}
}

func input(t *testing.T, text string) *os.File {
	t.Helper()
	path := filepath.Join(t.TempDir(), "record.pdf")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	closeAfter(t, f)
	return f
}

func TestKindLoadsFilesBeforeItIsSealed(t *testing.T) {
	path := input(t, "the cache").Name()
	if got := run(t, sandbox.Spec{Kind: "warm", Params: path}); len(got) != 1 || got[0] != `"the cache"` {
		t.Errorf("the lines are %q", got)
	}
}

func TestErrorOfWorkIsASentence(t *testing.T) {
	f := fails(t, sandbox.Spec{Kind: "says", Params: "page 3 is\x1b[31m damaged\n"}, sandbox.Reported)
	if f.Detail != "page 3 is [31m damaged" || !strings.Contains(f.Error(), f.Detail) {
		t.Errorf("the detail is %q, the error %q", f.Detail, f.Error())
	}
	if f := fails(t, sandbox.Spec{Kind: "says", Params: strings.Repeat("ä", 9000)}, sandbox.Reported); len(f.Detail) > 600 {
		t.Errorf("the detail has %d bytes", len(f.Detail))
	}
	fails(t, sandbox.Spec{Kind: "not there"}, sandbox.Reported)
}

func TestErrorOfTheReceiverEndsTheChild(t *testing.T) {
	enough := errors.New("enough")
	err := sandbox.Run(t.Context(), sandbox.Spec{Kind: "flood"}, func([]byte) error { return enough })
	if !errors.Is(err, enough) {
		t.Errorf("the error is %v", err)
	}
}

func TestPanicOfTheReceiverEndsTheChild(t *testing.T) {
	var pid int
	defer func() {
		if recover() == nil || pid == 0 || alive(pid) {
			t.Errorf("the child %d outlives the panic of its receiver", pid)
		}
	}()
	_ = sandbox.Run(t.Context(), sandbox.Spec{Kind: "spin"}, func(line []byte) error {
		pid, _ = strconv.Atoi(string(line))
		panic("receiver")
	})
}

func TestEndedContextStartsNoChild(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := collect(ctx, sandbox.Spec{Kind: "echo"}); !errors.Is(err, context.Canceled) {
		t.Errorf("the error is %v", err)
	}
}

// A descriptor that the parent was handed by a shell, and passes on unknowingly, is closed in the child.
func TestInheritedDescriptorsAreClosed(t *testing.T) {
	leaked, err := syscall.Dup(int(input(t, "of the parent").Fd())) // a duplicate survives the start of a program
	if err != nil {
		t.Fatal(err)
	}
	closeAfter(t, os.NewFile(uintptr(leaked), "leaked"))
	if got := run(t, sandbox.Spec{Kind: "descriptors", Params: leaked}); strings.Join(got, "") != `"closed"` {
		t.Errorf("the descriptor %d is %s", leaked, got)
	}
}
