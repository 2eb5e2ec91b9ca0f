package sandbox

import (
	"debug/elf"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"syscall"
	"unsafe"

	"github.com/elastic/go-seccomp-bpf"
	"github.com/landlock-lsm/go-landlock/landlock"
	llsyscall "github.com/landlock-lsm/go-landlock/landlock/syscall"
	"golang.org/x/sys/unix"
	"kernel.org/pub/linux/libs/security/libcap/psx"
)

// seal shuts this process in for good: no rights of root, none to gain, Landlock, and last seccomp, which also denies what
// the steps before it need.
func seal(program *Program) error {
	rules, err := openings(program)
	if err != nil {
		return err
	}
	if err := unix.Prctl(unix.PR_SET_DUMPABLE, 0, 0, 0, 0); err != nil { // also keeps other processes of the user out
		return fmt.Errorf("it cannot be kept from dumping its memory: %w", err)
	}
	if err := dropRights(); err != nil {
		return err
	}
	if err := landlock.V11.BestEffort().Restrict(rules...); err != nil {
		return fmt.Errorf("Landlock cannot be put around it: %w", err)
	}
	return confine(program != nil)
}

// dropRights gives up root's capabilities and the gaining of any by starting programs, on all threads.
func dropRights() error {
	if _, _, errno := psx.Syscall6(unix.SYS_PRCTL, unix.PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0, 0); errno != 0 {
		return fmt.Errorf("it cannot be kept from new privileges: %w", errno)
	}
	header := unix.CapUserHeader{Version: unix.LINUX_CAPABILITY_VERSION_3}
	var none [2]unix.CapUserData
	_, _, errno := psx.Syscall3(unix.SYS_CAPSET, uintptr(unsafe.Pointer(&header)), uintptr(unsafe.Pointer(&none[0])), 0)
	runtime.KeepAlive(&header)
	runtime.KeepAlive(&none)
	if errno != 0 {
		return fmt.Errorf("its privileges cannot be dropped: %w", errno)
	}
	return nil
}

// libraries are the folders and files by which the system's programs find their libraries.
var libraries = []string{"/lib", "/lib32", "/lib64", "/usr/lib", "/usr/lib32", "/usr/lib64", "/usr/local/lib", "/etc/ld.so.cache"}

const (
	toRead  landlock.AccessFSSet = llsyscall.AccessFSReadFile
	toList  landlock.AccessFSSet = llsyscall.AccessFSReadDir | toRead
	toStart landlock.AccessFSSet = llsyscall.AccessFSExecute | toRead
	toWrite landlock.AccessFSSet = llsyscall.AccessFSWriteFile | toRead
)

// openings are the holes in the wall of a child that may start a program: none for others. Only the program and the loader
// that it names may be started.
func openings(program *Program) ([]landlock.Rule, error) {
	if program == nil {
		return nil, nil
	}
	loader, err := loaderOf(program.Path)
	if err != nil {
		return nil, fmt.Errorf("%s cannot be started in a sandbox: %w", program.Path, err)
	}
	rules := []landlock.Rule{
		landlock.PathAccess(toStart, program.Path),
		landlock.PathAccess(toWrite, "/dev/null"),
	}
	if loader != "" {
		rules = append(rules, landlock.PathAccess(toStart, loader))
	}
	for _, path := range append(libraries, program.Folders...) {
		rules = append(rules, readable(path))
	}
	return rules, nil
}

// readable lets a folder be read, or a file; one that is not there is none of the program's.
func readable(path string) landlock.Rule {
	var stat unix.Stat_t
	if err := unix.Stat(path, &stat); err == nil && stat.Mode&unix.S_IFMT == unix.S_IFDIR {
		return landlock.PathAccess(toList, path).IgnoreIfMissing()
	}
	return landlock.PathAccess(toRead, path).IgnoreIfMissing()
}

// loaderOf is the program that the kernel starts to load this one's libraries, "" where it has none.
func loaderOf(path string) (string, error) {
	file, err := elf.Open(path)
	if err != nil {
		return "", fmt.Errorf("it is no ELF program: %w", err)
	}
	defer func() { _ = file.Close() }() // was only read
	for _, part := range file.Progs {
		if part.Type == elf.PT_INTERP {
			name, err := io.ReadAll(part.Open())
			return strings.TrimRight(string(name), "\x00"), err
		}
	}
	return "", nil
}

// confine puts seccomp around all threads, where this kernel and processor have it, and tries whether it holds.
func confine(mayStart bool) error {
	if !seccompKnown() {
		return nil
	}
	filters := walls()
	if mayStart {
		filters = widerWalls()
	}
	for _, f := range filters { // the last one denies the adding of filters
		if err := seccomp.LoadFilter(seccomp.Filter{Flag: seccomp.FilterFlagTSync, Policy: f}); err != nil {
			return fmt.Errorf("seccomp cannot be put around it: %w", err)
		}
	}
	if _, err := unix.Socket(unix.AF_UNIX, unix.SOCK_STREAM, 0); !errors.Is(err, syscall.EPERM) {
		return errors.New("seccomp does not hold: a socket can be opened")
	}
	return nil
}
