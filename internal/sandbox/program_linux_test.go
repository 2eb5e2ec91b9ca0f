package sandbox_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"time"

	"imr/internal/sandbox"
)

// starter starts the program that the parameters name, with its input.
func starter(params json.RawMessage) (sandbox.Work, error) {
	var call struct {
		Program sandbox.Program
		Args    []string
	}
	err := json.Unmarshal(params, &call)
	return func(in []*os.File, out io.Writer) error {
		cmd := sandbox.Command(context.Background(), call.Program, []string{"OMP_THREAD_LIMIT=1"}, call.Args...)
		if len(in) > 0 {
			cmd.Stdin = in[0]
		}
		var said bytes.Buffer
		cmd.Stdout, cmd.Stderr = &said, &said
		err := cmd.Run()
		return errors.Join(err, json.NewEncoder(out).Encode(said.String()))
	}, err
}

// nap is a program that does not end by itself, and how a child deals with it.
type nap struct {
	Program   *sandbox.Program
	Unwatched bool // started so that it may outlive the child
	Left      bool // the child does not wait for it
}

// sleeper starts the program and tells its number.
func sleeper(params json.RawMessage) (sandbox.Work, error) {
	var n nap
	err := json.Unmarshal(params, &n)
	return func(_ []*os.File, out io.Writer) error {
		cmd := sandbox.Command(context.Background(), *n.Program, nil, "1000")
		if n.Unwatched {
			cmd = exec.Command(n.Program.Path, "1000")
		}
		if err := cmd.Start(); err != nil {
			return err
		}
		fmt.Fprintln(out, cmd.Process.Pid)
		if n.Left {
			return nil
		}
		return cmd.Wait()
	}, err
}

type call struct {
	Program *sandbox.Program
	Args    []string
}

func TestOneProgramCanBeStarted(t *testing.T) {
	cat := program(t, "cat")
	got := run(t, sandbox.Spec{Kind: "start", Params: call{Program: cat}, Program: cat, Files: []*os.File{input(t, "pixels")}})
	if strings.Join(got, "") != `"pixels"` {
		t.Errorf("the program says %s", got)
	}
	withWalls(t)
	f := fails(t, sandbox.Spec{Kind: "start", Params: call{cat, []string{"/etc/passwd"}}, Program: cat}, sandbox.Reported)
	if !strings.Contains(f.Detail, "exit status 1") {
		t.Errorf("the program reads the list of users: %v", f)
	}
	script := sandbox.Spec{Kind: "start", Program: &sandbox.Program{Path: "/etc/passwd"}}
	if f := fails(t, script, sandbox.Reported); !strings.Contains(f.Detail, "no ELF program") {
		t.Errorf("the error is %v", f)
	}
}

func TestWhatAChildStartedIsGoneToo(t *testing.T) {
	sleep := program(t, "sleep")
	t.Run("when the child ends", func(t *testing.T) {
		lines := run(t, sandbox.Spec{Kind: "sleeper", Params: nap{sleep, true, true}, Program: sleep})
		pid, err := strconv.Atoi(strings.Join(lines, ""))
		if err != nil {
			t.Fatal(err)
		}
		eventually(t, "the orphan is gone", func() bool { return !alive(pid) })
	})
	t.Run("when its time is over", func(t *testing.T) {
		begun := time.Now()
		spec := sandbox.Spec{Kind: "sleeper", Params: nap{Program: sleep, Unwatched: true}, Program: sleep, Limits: sandbox.Limits{Wall: 3 * time.Second}}
		var pid int
		err := sandbox.Run(t.Context(), spec, func(line []byte) error {
			pid, _ = strconv.Atoi(string(line))
			if !alive(pid) {
				t.Errorf("the program %s does not run", line)
			}
			return nil
		})
		failure, ok := errors.AsType[*sandbox.Failure](err)
		if !ok || failure.Reason != sandbox.TimedOut || pid == 0 {
			t.Fatalf("the error is %v, the program %d", err, pid)
		}
		if took := time.Since(begun); took > 13*time.Second {
			t.Errorf("it took %v", took)
		}
		eventually(t, "the program is gone", func() bool { return !alive(pid) })
	})
}
