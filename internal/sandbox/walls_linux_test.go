package sandbox_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"testing"

	"golang.org/x/sys/unix"

	"imr/internal/sandbox"
)

// attempted is what each attempt gave.
func attempted(t *testing.T, p *sandbox.Program) map[string]string {
	t.Helper()
	withWalls(t)
	got := map[string]string{}
	for _, line := range run(t, sandbox.Spec{Kind: "attempt", Program: p}) {
		var said [2]string
		if err := json.Unmarshal([]byte(line), &said); err != nil {
			t.Fatal(err)
		}
		got[said[0]] = said[1]
	}
	if len(got) != len(attempts()) {
		t.Fatalf("of %d attempts %d are told", len(attempts()), len(got))
	}
	return got
}

func TestSealedChildCanDoNothingElse(t *testing.T) {
	for name, got := range attempted(t, nil) {
		if !strings.Contains(got, "operation not permitted") {
			t.Errorf("a sealed child tries to %s and gets %s", name, got)
		}
	}
}

func withWalls(t *testing.T) {
	t.Helper()
	if lacks := sandbox.Missing(); len(lacks) > 0 {
		t.Skip(strings.Join(lacks, " "))
	}
}

// The wall of Landlock stands by itself: a child that may start a program has no ban on opening files.
func TestChildThatMayStartAProgramCanDoLittle(t *testing.T) {
	got := attempted(t, program(t, "cat"))
	for name, want := range map[string]string{
		"open the list of users":   "permission denied",
		"open its own program":     "permission denied",
		"open its own memory":      "permission denied",
		"list a folder":            "permission denied",
		"create a file":            "permission denied",
		"start a program":          "permission denied",
		"become a program":         "permission denied",
		"connect by TCP":           "operation not permitted",
		"connect by UDP":           "operation not permitted",
		"listen by TCP":            "operation not permitted",
		"signal its parent":        "operation not permitted",
		"signal a parent's thread": "operation not permitted",
		"trace its parent":         "operation not permitted",
		"raise its limits":         "operation not permitted",
		"leave its group":          "operation not permitted",
		"share memory":             "operation not permitted",
		"make a file of memory":    "operation not permitted",
		"use a ring of calls":      "operation not permitted",
		"make a user's namespace":  "operation not permitted",
	} {
		if !strings.Contains(got[name], want) {
			t.Errorf("a child that may start cat tries to %s and gets %s", name, got[name])
		}
	}
}

// program is a program of the system that a child may start.
func program(t *testing.T, name string, folders ...string) *sandbox.Program {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		t.Skipf("%v: apt-get install it", err)
	}
	return &sandbox.Program{Path: path, Folders: folders}
}

func TestPrivilegesAreGone(t *testing.T) {
	for _, p := range []*sandbox.Program{nil, program(t, "cat")} {
		lines := run(t, sandbox.Spec{Kind: "privileges", Program: p})
		if got := strings.Join(lines, ""); got != `"none"` {
			t.Errorf("the child holds %s", got)
		}
	}
}

// privileges looks at itself before and after it is sealed: the file that tells is opened before, and read after.
func privileges(json.RawMessage) (sandbox.Work, error) {
	f, err := os.Open("/proc/self/status")
	return func(_ []*os.File, out io.Writer) error {
		text, err := io.ReadAll(f)
		if err != nil {
			return err
		}
		held := "none"
		for _, want := range []string{"CapPrm:\t0000000000000000\n", "CapEff:\t0000000000000000\n", "NoNewPrivs:\t1\n"} {
			if !strings.Contains(string(text), want) {
				held = string(text)
			}
		}
		return json.NewEncoder(out).Encode(held)
	}, err
}

// A file that is handed over for writing by mistake stays as it is.
func TestFilesAreNotWritten(t *testing.T) {
	path := input(t, "sound").Name()
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	closeAfter(t, f)
	for _, p := range []*sandbox.Program{nil, program(t, "cat")} {
		fails(t, sandbox.Spec{Kind: "overwrite", Files: []*os.File{f}, Program: p}, sandbox.Reported)
	}
	if text, err := os.ReadFile(path); err != nil || string(text) != "sound" {
		t.Errorf("the file reads %q, %v", text, err)
	}
}

func overwrite(json.RawMessage) (sandbox.Work, error) {
	return func(in []*os.File, _ io.Writer) error {
		_, err := in[0].WriteString("broken")
		return err
	}, nil
}

// descriptors tells whether the descriptor that the parameter names is open.
func descriptors(params json.RawMessage) (sandbox.Work, error) {
	var fd int
	err := json.Unmarshal(params, &fd)
	return func(_ []*os.File, out io.Writer) error {
		var stat unix.Stat_t
		said := "open"
		if err := unix.Fstat(fd, &stat); errors.Is(err, unix.EBADF) {
			said = "closed"
		}
		return json.NewEncoder(out).Encode(said)
	}, err
}

// Threads of the runtime that start after the seal, and those before it, are all behind it.
func TestEveryThreadIsBehindTheWalls(t *testing.T) {
	withWalls(t)
	got := run(t, sandbox.Spec{Kind: "threads"})
	if want := `"32 of 32 denied"`; strings.Join(got, "") != want {
		t.Errorf("the child says %s and not %s", got, want)
	}
}

func threads(out io.Writer) error {
	const n = 32
	answers := make(chan error)
	for range n {
		go func() {
			runtime.LockOSThread() // so that each has a thread of its own
			answers <- opened("/etc/passwd")
			select {}
		}()
	}
	denied := 0
	for range n {
		if errors.Is(<-answers, unix.EPERM) {
			denied++
		}
	}
	return json.NewEncoder(out).Encode(fmt.Sprintf("%d of %d denied", denied, n))
}
