package sandbox

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"time"
)

// verdict is the error of a child that is gone. trouble is what ended the reading of its output early, nil where nothing did.
func (c *running) verdict(ctx context.Context, trouble error) error {
	limits, state := c.spec.Limits, c.cmd.ProcessState
	switch {
	case errors.Is(trouble, errOutput):
		return c.failure(TooMuchOutput, size(limits.Output))
	case errors.Is(trouble, errLine):
		return c.failure(TooMuchOutput, size(int64(limits.Line))+" in one line")
	case c.said != "":
		return c.failure(Reported, c.said)
	case trouble == nil && state != nil && state.Success():
		return nil
	case trouble != nil && !errors.Is(trouble, errTorn) && !errors.Is(trouble, os.ErrDeadlineExceeded):
		return trouble
	case errors.Is(context.Cause(ctx), errWall):
		return c.failure(TimedOut, limits.Wall.String())
	case ctx.Err() != nil:
		return stopped(ctx, c.spec.Kind)
	default:
		return c.died(state)
	}
}

// died is the failure of a child that ended by itself and said nothing.
func (c *running) died(state *os.ProcessState) error {
	limits := c.spec.Limits
	switch {
	case state == nil:
		return c.failure(Crashed, "nobody knows how it ended")
	case state.Success():
		return c.failure(Crashed, errTorn.Error())
	case outOfMemory(c.stderr.kept):
		return c.failure(OutOfMemory, size(limits.Memory))
	case state.UserTime()+state.SystemTime() >= limits.CPU:
		return c.failure(TimedOut, fmt.Sprintf("%s of processor time", limits.CPU.Round(time.Second)))
	default:
		return c.failure(Crashed, state.String())
	}
}

func (c *running) failure(reason Reason, detail string) error {
	return &Failure{Kind: c.spec.Kind, Reason: reason, Detail: detail, Stderr: string(c.stderr.kept)}
}

// outOfMemory tells by the first words of the Go runtime, the race detector or C++ that memory ran out. A child that lies about it fails all
// the same.
func outOfMemory(stderr []byte) bool {
	for _, words := range []string{
		"runtime: out of memory", "runtime: cannot allocate memory", "fatal error: out of memory", "failed to create new OS thread",
		"runtime: cannot map pages", "pthread_create failed", "failed to allocate", "std::bad_alloc",
	} {
		if bytes.Contains(stderr, []byte(words)) {
			return true
		}
	}
	return false
}
