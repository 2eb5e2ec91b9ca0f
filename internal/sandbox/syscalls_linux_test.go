package sandbox

import (
	"encoding/binary"
	"os"
	"slices"
	"testing"

	"github.com/elastic/go-seccomp-bpf"
	"github.com/elastic/go-seccomp-bpf/arch"
	"golang.org/x/net/bpf"
	"golang.org/x/sys/unix"
)

// answer is what the filters make of a system call together: the strictest wins, as in the kernel.
func answer(t *testing.T, filters []seccomp.Policy, table arch.AuditArch, number int, arguments ...uint64) seccomp.Action {
	t.Helper()
	strictest := seccomp.ActionAllow
	for _, f := range filters {
		instructions, err := f.Assemble()
		if err != nil {
			t.Fatal(err)
		}
		machine, err := bpf.NewVM(instructions)
		if err != nil {
			t.Fatal(err)
		}
		got, err := machine.Run(call(table, number, arguments))
		if err != nil {
			t.Fatal(err)
		}
		strictest = min(strictest, seccomp.Action(uint32(got))) // #nosec G115 -- an action has 32 bits
	}
	return strictest
}

// call is the kernel's struct seccomp_data, each word in the byte order of the machine that runs the filter in this test. Of two
// words of an argument the low one comes first, as on the processors that this package knows.
func call(table arch.AuditArch, number int, arguments []uint64) []byte {
	data := make([]byte, 64)
	binary.BigEndian.PutUint32(data, uint32(number))
	binary.BigEndian.PutUint32(data[4:], uint32(table))
	for i, a := range arguments {
		binary.BigEndian.PutUint32(data[16+8*i:], uint32(a))
		binary.BigEndian.PutUint32(data[20+8*i:], uint32(a>>32))
	}
	return data
}

const denied = seccomp.ActionErrno | seccomp.Action(unix.EPERM)

func TestFiltersAnswerEachCallAsListed(t *testing.T) {
	info, err := arch.GetInfo("")
	if err != nil {
		t.Skip(err)
	}
	narrow := []string{"mmap", "clone", "tgkill", "fcntl", "prlimit64"}
	for name, number := range info.SyscallNames {
		sealed, wider := denied, seccomp.ActionAllow
		switch {
		case slices.Contains(narrow, name):
			continue
		case slices.Contains(unknown, name):
			sealed, wider = absent, absent
		case slices.Contains(needed, name):
			sealed = seccomp.ActionAllow
		case slices.Contains(refused, name):
			wider = denied
		}
		for _, argument := range []uint64{0, 1, 9, 41, 56, 59, 257, 1 << 40} { // also numbers of calls, which no argument may pass for
			if got := answer(t, walls(), info.ID, number, argument, argument, argument, argument); got != sealed {
				t.Errorf("a sealed child calls %s(%d …) and gets %#x, not %#x", name, argument, uint32(got), uint32(sealed))
			}
			if got := answer(t, widerWalls(), info.ID, number, argument, argument, argument, argument); got != wider {
				t.Errorf("a child that may start a program calls %s(%d …) and gets %#x, not %#x", name, argument, uint32(got), uint32(wider))
			}
		}
	}
}

func TestFiltersLookAtArguments(t *testing.T) {
	info, err := arch.GetInfo("")
	if err != nil {
		t.Skip(err)
	}
	self := uint64(os.Getpid())
	const thread = unix.CLONE_VM | unix.CLONE_FS | unix.CLONE_FILES | unix.CLONE_SIGHAND | unix.CLONE_SYSVSEM | unix.CLONE_THREAD
	for _, c := range []struct {
		name          string
		arguments     []uint64
		sealed, wider seccomp.Action
	}{
		{"mmap", []uint64{0, 4096, 3, unix.MAP_PRIVATE | unix.MAP_ANONYMOUS}, seccomp.ActionAllow, seccomp.ActionAllow},
		{"mmap", []uint64{0, 4096, 3, unix.MAP_SHARED | unix.MAP_ANONYMOUS}, denied, denied},
		{"mmap", []uint64{0, 4096, 3, unix.MAP_SHARED_VALIDATE | unix.MAP_ANONYMOUS}, denied, denied},
		{"mmap", []uint64{0, 4096, 1, unix.MAP_SHARED, 3}, denied, seccomp.ActionAllow},
		{"clone", []uint64{thread}, seccomp.ActionAllow, seccomp.ActionAllow},
		{"clone", []uint64{uint64(unix.SIGCHLD)}, denied, seccomp.ActionAllow},
		{"clone", []uint64{unix.CLONE_VM | unix.CLONE_VFORK | uint64(unix.SIGCHLD)}, denied, seccomp.ActionAllow},
		{"clone", []uint64{thread | unix.CLONE_NEWNET}, denied, denied},
		{"clone", []uint64{unix.CLONE_NEWUSER | uint64(unix.SIGCHLD)}, denied, denied},
		{"clone", []uint64{unix.CLONE_PARENT | uint64(unix.SIGCHLD)}, denied, denied},
		{"tgkill", []uint64{self, self, uint64(unix.SIGURG)}, seccomp.ActionAllow, seccomp.ActionAllow},
		{"tgkill", []uint64{1, 1, uint64(unix.SIGKILL)}, denied, seccomp.ActionAllow}, // Landlock denies it
		{"fcntl", []uint64{1, unix.F_GETFL}, seccomp.ActionAllow, seccomp.ActionAllow},
		{"fcntl", []uint64{1, unix.F_SETOWN, 1}, denied, seccomp.ActionAllow},
		{"fcntl", []uint64{1, unix.F_SETPIPE_SZ, 1 << 30}, denied, seccomp.ActionAllow},
		{"prlimit64", []uint64{0, unix.RLIMIT_CPU, 0}, denied, seccomp.ActionAllow},
		{"prlimit64", []uint64{0, unix.RLIMIT_CPU, 1 << 40}, denied, denied},
	} {
		number := info.SyscallNames[c.name]
		if got := answer(t, walls(), info.ID, number, c.arguments...); got != c.sealed {
			t.Errorf("a sealed child calls %s%x and gets %#x, not %#x", c.name, c.arguments, uint32(got), uint32(c.sealed))
		}
		if got := answer(t, widerWalls(), info.ID, number, c.arguments...); got != c.wider {
			t.Errorf("a child that may start a program calls %s%x and gets %#x, not %#x", c.name, c.arguments, uint32(got), uint32(c.wider))
		}
	}
}

// The kernel also runs calls of the 32-bit table, where the numbers mean others.
func TestFiltersDenyOtherTables(t *testing.T) {
	if calls() == nil {
		t.Skip("no filters for this processor")
	}
	for number := range 500 {
		for _, filters := range [][]seccomp.Policy{walls(), widerWalls()} {
			for _, table := range []*arch.Info{arch.I386, arch.ARM} {
				if got := answer(t, filters, table.ID, number); got != denied {
					t.Errorf("call %d of the table %s gets %#x", number, table.Name, uint32(got))
				}
			}
			if got := answer(t, filters, arch.X86_64.ID, arch.X32.SeccompMask|number); got == seccomp.ActionAllow {
				t.Errorf("call %d of the table x32 is let through", number)
			}
		}
	}
}

// A name that no processor has is a mistake of the lists: it would deny nothing.
func TestListsNameRealCalls(t *testing.T) {
	for _, name := range slices.Concat(needed, refused, unknown) {
		real := false
		for _, table := range []*arch.Info{arch.X86_64, arch.AARCH64, arch.ARM, arch.I386} {
			_, ok := table.SyscallNames[name]
			real = real || ok
		}
		if !real {
			t.Errorf("no processor has a call %s", name)
		}
	}
}
