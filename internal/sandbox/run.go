package sandbox

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"sync"
	"time"
)

// grace is how long the pipes of a killed group may stay open before they are closed on this side: a process that left the group
// may hold them.
const grace = time.Second

var errWall = errors.New("the wall-clock limit is over")

// running is a child between its start and its end.
type running struct {
	cmd    *exec.Cmd
	spec   Spec
	out    *os.File // the parent's end of the child's output
	stderr head
	said   string // the child's report of its error, "" for none

	mu   sync.Mutex
	gone bool // the process is reaped, and its number may be another's
}

// Run starts a child of spec's kind and gives each line of its output, without the newline and never empty, to each, which must not
// keep it, and whose time counts as the child's. It returns when the child and all that it started are gone. The error is a *Failure
// where the child failed, that of each where there is one, and wraps the context's cause where the context ended. Lines given before
// an error are whole. The caller names the file in the error.
func Run(ctx context.Context, spec Spec, each func(line []byte) error) error {
	spec.Limits = spec.Limits.filled()
	ctx, cancel := context.WithTimeoutCause(ctx, spec.Limits.Wall, errWall)
	defer cancel()
	if ctx.Err() != nil {
		return stopped(ctx, spec.Kind)
	}
	c, err := start(spec)
	if err != nil {
		return fmt.Errorf("a %s child cannot be started: %w", spec.Kind, err)
	}
	defer c.end() // where each panics, the child is gone too
	defer context.AfterFunc(ctx, c.kill)()
	trouble := c.read(each)
	if trouble != nil {
		c.kill()
	}
	c.wait()
	return c.verdict(ctx, trouble)
}

func start(spec Spec) (*running, error) {
	params, err := json.Marshal(spec.Params)
	if err != nil {
		return nil, err
	}
	told, err := json.Marshal(order{Params: params, Files: len(spec.Files), Limits: spec.Limits, Program: spec.Program})
	if err != nil {
		return nil, err
	}
	self, err := executable()
	if err != nil {
		return nil, err
	}
	c := &running{spec: spec, cmd: exec.Command(self)}
	c.cmd.Args = []string{"imr-" + spec.Kind} // the list of processes names the kind, never a file
	c.cmd.Env = []string{marker + "=" + spec.Kind}
	c.cmd.Dir = "/"
	c.cmd.Stdin, c.cmd.Stderr = bytes.NewReader(told), &c.stderr
	c.cmd.ExtraFiles = spec.Files
	c.cmd.WaitDelay = grace
	c.cmd.SysProcAttr = ownGroup()
	return c, c.startPiped()
}

// startPiped starts the process with a pipe for its output whose reading can be given a deadline.
func (c *running) startPiped() error {
	r, w, err := os.Pipe()
	if err != nil {
		return err
	}
	defer func() { _ = w.Close() }() // the child has its own
	c.out, c.cmd.Stdout = r, w
	if err := c.cmd.Start(); err != nil {
		return errors.Join(err, r.Close())
	}
	return nil
}

// kill ends the group, and the reading of its output soon after.
func (c *running) kill() {
	c.mu.Lock()
	defer c.mu.Unlock()
	if !c.gone {
		killGroup(c.cmd.Process)
		_ = c.out.SetReadDeadline(time.Now().Add(grace)) // fails only where the pipe is closed
	}
}

// wait returns when the child and the rest of its group are gone. It may be called again.
func (c *running) wait() {
	c.mu.Lock()
	gone := c.gone
	c.mu.Unlock()
	if gone {
		return
	}
	endGroup(c.cmd)
	c.mu.Lock()
	c.gone = true
	c.mu.Unlock()
	_ = c.cmd.Wait()  // verdict looks at the state of the process, which tells more
	_ = c.out.Close() // was only read
}

// end kills what still runs; after a wait it has nothing to do.
func (c *running) end() {
	c.kill()
	c.wait()
}

func stopped(ctx context.Context, kind string) error {
	return fmt.Errorf("the %s child was ended before its work was done: %w", kind, context.Cause(ctx))
}
