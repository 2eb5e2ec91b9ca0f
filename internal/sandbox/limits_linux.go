package sandbox

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"strconv"
	"strings"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
)

// openFiles is how many descriptors a child may have besides its input: three pipes, a few of the runtime and those of a program
// that it starts.
const openFiles = 64

// held is the memory that RLIMIT_DATA counts for this process now, in bytes: that of a program that just started is not what its
// input costs, and differs between builds (the race detector's holds gigabytes of address space).
func held() (int64, error) {
	text, err := os.ReadFile("/proc/self/statm")
	if err != nil {
		return 0, fmt.Errorf("its memory cannot be measured: %w", err)
	}
	fields := strings.Fields(string(text))
	if len(fields) < 6 {
		return 0, fmt.Errorf("its memory cannot be measured: /proc/self/statm reads %q", text)
	}
	pages, err := strconv.ParseInt(fields[5], 10, 64)
	return pages * int64(os.Getpagesize()), err
}

// limit sets the limits of this process and of what it starts. The collector works harder from three quarters of the memory on, so
// that garbage does not meet the limit. RLIMIT_AS is not set: the Go runtime and WebAssembly reserve addresses that they never use.
func limit(l Limits, before int64, files int) error {
	debug.SetMemoryLimit(l.Memory / 4 * 3)
	data, most := uint64(before+l.Memory), uint64(openFiles+files)
	seconds := uint64((l.CPU + time.Second - 1) / time.Second)
	return errors.Join(
		lower(unix.RLIMIT_DATA, data, data),
		lower(unix.RLIMIT_CPU, seconds, seconds+1), // the second between them is for the runtime to say why it ends
		lower(unix.RLIMIT_NOFILE, most, most),
		lower(unix.RLIMIT_FSIZE, 0, 0),
		lower(unix.RLIMIT_CORE, 0, 0),
		lower(unix.RLIMIT_MEMLOCK, 0, 0),
		lower(unix.RLIMIT_MSGQUEUE, 0, 0),
	)
}

// lower sets one limit, which stays where it is lower already: only root could raise it.
func lower(which int, soft, hard uint64) error {
	var now syscall.Rlimit
	if err := syscall.Getrlimit(which, &now); err != nil {
		return fmt.Errorf("its limit number %d cannot be read: %w", which, err)
	}
	wanted := syscall.Rlimit{Cur: min(soft, now.Max), Max: min(hard, now.Max)}
	if err := syscall.Setrlimit(which, &wanted); err != nil {
		return fmt.Errorf("its limit number %d cannot be set: %w", which, err)
	}
	return nil
}

// closeInherited closes what the parent was itself handed by a shell or a service manager and passes on unknowingly: descriptors
// from the given one on that survived the start of a program. The runtime's own do not survive one.
func closeInherited(from int) error {
	open, err := filepath.Glob("/proc/self/fd/[0-9]*")
	if err != nil {
		return err
	}
	for _, name := range open {
		fd, err := strconv.Atoi(filepath.Base(name))
		if err != nil || fd < from {
			continue
		}
		flags, err := unix.FcntlInt(uintptr(fd), unix.F_GETFD, 0)
		if err == nil && flags&unix.FD_CLOEXEC == 0 {
			err = unix.Close(fd)
		}
		if err != nil && !errors.Is(err, unix.EBADF) { // the list's own descriptor is closed by now
			return fmt.Errorf("descriptor %d cannot be closed: %w", fd, err)
		}
	}
	return nil
}
