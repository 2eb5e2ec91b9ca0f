//go:build !linux

package sandbox

import (
	"context"
	"os"
	"os/exec"
	"syscall"
)

func executable() (string, error) { return os.Executable() }

func ownGroup() *syscall.SysProcAttr { return nil }

func killGroup(leader *os.Process) { _ = leader.Kill() } // fails only where it is gone

func endGroup(child *exec.Cmd) { _ = child.Wait() } // verdict looks at the state of the process

// Command is a command of the program that a child may start, with an environment of only those variables.
func Command(ctx context.Context, program Program, environment []string, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, program.Path, args...)
	cmd.Env = append([]string{}, environment...)
	return cmd
}

func held() (int64, error) { return 0, nil }

func limit(Limits, int64, int) error { return nil }

func closeInherited(int) error { return nil }

func seal(*Program) error { return nil }

// Missing says which walls around a child this system lacks, one sentence each.
func Missing() []string {
	return []string{"This system is not Linux: a process that reads a file has a time limit, but could open other files and connections; " +
		"read files of unknown origin on Linux."}
}
