package sandbox

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"syscall"

	"golang.org/x/sys/unix"
)

// executable is this program, even where its file has been replaced or removed since it started.
func executable() (string, error) { return "/proc/self/exe", nil }

// ownGroup makes the child the leader of a process group, killed when the thread that starts it ends.
func ownGroup() *syscall.SysProcAttr {
	return &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL}
}

func killGroup(leader *os.Process) {
	_ = syscall.Kill(-leader.Pid, syscall.SIGKILL) // fails only where nobody is left
}

// endGroup waits for the child's exit without reaping it, and kills what it left behind. As long as it is not reaped, its number
// names this group and no other.
func endGroup(child *exec.Cmd) {
	for {
		var info unix.Siginfo
		err := unix.Waitid(unix.P_PID, child.Process.Pid, &info, unix.WEXITED|unix.WNOWAIT, nil)
		if !errors.Is(err, unix.EINTR) {
			break
		}
	}
	killGroup(child.Process)
}

// Command is a command of the program that a child may start. It stays in the child's group, dies with the child, and has
// an environment of only those variables.
func Command(ctx context.Context, program Program, environment []string, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, program.Path, args...)
	cmd.Env = append([]string{}, environment...)
	cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	return cmd
}
