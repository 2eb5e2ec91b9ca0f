package sandbox_test

import (
	"encoding/json"
	"io"
	"net"
	"os"
	"os/exec"
	"syscall"

	"golang.org/x/sys/unix"
)

// attempts are what a child must not be able to do. Each returns an error.
func attempts() map[string]func() error {
	return map[string]func() error{
		"open the list of users":    func() error { return opened("/etc/passwd") },
		"open its own program":      func() error { return opened("/proc/self/exe") },
		"open its own memory":       func() error { return opened("/proc/self/mem") },
		"open its input anew":       func() error { return opened("/proc/self/fd/0") },
		"list a folder":             func() error { _, err := os.ReadDir("/"); return err },
		"ask for a file":            func() error { _, err := os.Stat("/etc/passwd"); return err },
		"create a file":             func() error { return os.WriteFile("/tmp/imr-sandbox-test", nil, 0o600) },
		"remove a file":             func() error { return os.Remove("/tmp/imr-sandbox-test") },
		"connect by TCP":            func() error { _, err := net.Dial("tcp", "127.0.0.1:9"); return err },
		"connect by UDP":            func() error { _, err := net.Dial("udp", "127.0.0.1:9"); return err },
		"listen by TCP":             func() error { _, err := net.Listen("tcp", "127.0.0.1:0"); return err },
		"connect by a local socket": func() error { _, err := net.Dial("unix", "@imr"); return err },
		"start a program":           func() error { return exec.Command("/bin/true").Run() },
		"become a program":          func() error { return syscall.Exec("/bin/true", []string{"true"}, nil) },
		"fork":                      func() error { return failedCall(unix.SYS_CLONE, uintptr(unix.SIGCHLD), 0, 0) },
		"signal its parent":         func() error { return syscall.Kill(os.Getppid(), 0) },
		"signal a parent's thread":  func() error { return unix.Tgkill(os.Getppid(), os.Getppid(), 0) },
		"trace its parent":          func() error { return unix.PtraceAttach(os.Getppid()) },
		"raise its limits":          func() error { return syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: 1, Max: 1}) },
		"leave its group":           func() error { _, err := syscall.Setsid(); return err },
		"share memory": func() error {
			_, err := unix.Mmap(-1, 0, 4096, unix.PROT_READ, unix.MAP_ANON|unix.MAP_SHARED)
			return err
		},
		"make a file of memory":   func() error { _, err := unix.MemfdCreate("x", 0); return err },
		"use a ring of calls":     func() error { return failedCall(unix.SYS_IO_URING_SETUP, 1, 0, 0) },
		"make a user's namespace": func() error { return unix.Unshare(unix.CLONE_NEWUSER) },
	}
}

func opened(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	return f.Close()
}

func failedCall(number, a, b, c uintptr) error {
	if got, _, errno := syscall.RawSyscall(number, a, b, c); errno != 0 {
		return errno
	} else if got == 0 {
		os.Exit(9) // the process that should not be there
	}
	return nil
}

// attempt makes all attempts in one child and writes what each gives.
func attempt(out io.Writer) error {
	for name, try := range attempts() {
		said := "nothing"
		if err := try(); err != nil {
			said = err.Error()
		}
		if err := json.NewEncoder(out).Encode([]string{name, said}); err != nil {
			return err
		}
	}
	return nil
}
