package sandbox

import (
	"maps"
	"os"
	"runtime"
	"slices"

	"github.com/elastic/go-seccomp-bpf"
	"github.com/elastic/go-seccomp-bpf/arch"
	"golang.org/x/sys/unix"
)

// needed are the system calls that the Go runtime, the C library's threads and reading and writing of open files make.
var needed = []string{
	"read", "write", "readv", "writev", "pread64", "pwrite64", "preadv", "pwritev", "lseek", "fstat", "close", "pipe2",
	"munmap", "mprotect", "madvise", "brk", "mincore",
	"futex", "set_robust_list", "rseq", "membarrier", "sched_yield", "sched_getaffinity",
	"rt_sigaction", "rt_sigprocmask", "rt_sigreturn", "sigaltstack", "restart_syscall",
	"nanosleep", "clock_nanosleep", "clock_gettime", "clock_getres", "gettimeofday", "time", "times", "getrusage",
	"epoll_create1", "epoll_ctl", "epoll_pwait", "epoll_wait", "eventfd2", "poll", "ppoll",
	"getpid", "gettid", "getppid", "getuid", "geteuid", "getgid", "getegid", "uname", "getrandom",
	"exit", "exit_group",
}

// unknown are calls that a library tries first and does without where the kernel is too old to have them.
var unknown = []string{"clone3", "sendfile", "splice", "copy_file_range"}

// refused are the system calls that a program which a child starts has no use for, and of which most can do harm: the network,
// other processes, leaving the process group, memory that no limit counts, files' attributes, and services of the kernel.
var refused = []string{
	"socket", "socketpair", "connect", "bind", "listen", "accept", "accept4", "shutdown", "getsockopt", "setsockopt",
	"sendto", "sendmsg", "sendmmsg", "recvfrom", "recvmsg", "recvmmsg",
	"ptrace", "process_vm_readv", "process_vm_writev", "process_madvise", "process_mrelease", "pidfd_getfd", "kcmp",
	"setsid", "setpgid", "setns", "unshare", "execveat", "setrlimit", "rt_sigqueueinfo", "rt_tgsigqueueinfo",
	"memfd_create", "memfd_secret", "shmget", "shmat", "shmctl", "shmdt", "msgget", "msgsnd", "msgrcv", "msgctl",
	"semget", "semop", "semctl", "semtimedop", "mq_open", "mq_unlink",
	"chmod", "fchmod", "fchmodat", "fchmodat2", "chown", "fchown", "lchown", "fchownat", "utime", "utimes", "futimesat", "utimensat",
	"setxattr", "lsetxattr", "fsetxattr", "removexattr", "lremovexattr", "fremovexattr", "setxattrat", "removexattrat",
	"bpf", "perf_event_open", "userfaultfd", "io_uring_setup", "io_uring_enter", "io_uring_register", "io_setup", "io_submit",
	"add_key", "request_key", "keyctl", "fanotify_init", "fanotify_mark", "name_to_handle_at", "open_by_handle_at",
	"mount", "umount2", "mount_setattr", "move_mount", "open_tree", "fsopen", "fsconfig", "fsmount", "fspick", "pivot_root", "chroot",
	"init_module", "finit_module", "delete_module", "create_module", "kexec_load", "kexec_file_load", "reboot", "swapon", "swapoff",
	"acct", "syslog", "quotactl", "quotactl_fd", "settimeofday", "clock_settime", "clock_adjtime", "adjtimex", "stime",
	"sethostname", "setdomainname", "iopl", "ioperm", "modify_ldt", "personality", "vhangup", "lookup_dcookie", "nfsservctl",
	"uselib", "ustat", "sysfs", "_sysctl", "vmsplice", "landlock_create_ruleset", "seccomp",
}

// Flags that no call may have: those that make namespaces, or a sibling of the child instead of a child of it.
const newSpaces = unix.CLONE_NEWNS | unix.CLONE_NEWCGROUP | unix.CLONE_NEWUTS | unix.CLONE_NEWIPC | unix.CLONE_NEWUSER |
	unix.CLONE_NEWPID | unix.CLONE_NEWNET | unix.CLONE_PARENT

// absent makes the kernel answer that it does not have a system call.
const absent = seccomp.ActionErrno | seccomp.Action(unix.ENOSYS)

// walls are the filters of a sealed child: threads but no processes, signals to itself only, no memory that is shared, since
// RLIMIT_DATA does not count it, and no system call but those needed.
func walls() []seccomp.Policy {
	return []seccomp.Policy{
		deny("mmap", all(set(3, unix.MAP_SHARED))),
		deny("clone", all(unset(0, unix.CLONE_THREAD)), all(set(0, newSpaces))),
		deny("tgkill", all(not(0, os.Getpid()))),
		deny("fcntl", all(not(1, unix.F_DUPFD_CLOEXEC), not(1, unix.F_GETFD), not(1, unix.F_SETFD), not(1, unix.F_GETFL), not(1, unix.F_SETFL))),
		only(slices.Concat(needed, []string{"mmap", "clone", "tgkill", "fcntl"})),
	}
}

// widerWalls are the filters of a child that may start a program, and of the program: what this processor's table of calls has, less
// those refused. A list of what a program may do would break with its next version; one of what is denied would let through the calls
// that are newer than it, and those of the 32-bit table. Limits may be asked for and not set.
func widerWalls() []seccomp.Policy {
	names := maps.Clone(calls())
	for _, name := range slices.Concat(refused, unknown) {
		delete(names, name)
	}
	return []seccomp.Policy{
		deny("mmap", all(set(3, unix.MAP_SHARED), set(3, unix.MAP_ANONYMOUS))),
		deny("clone", all(set(0, newSpaces))),
		deny("prlimit64", all(not(2, 0))),
		only(slices.Sorted(maps.Keys(names))),
	}
}

// only denies every system call but those of the names, and all of another processor's table.
func only(names []string) seccomp.Policy {
	return seccomp.Policy{DefaultAction: seccomp.ActionErrno, Syscalls: []seccomp.SyscallGroup{
		{Action: absent, Names: known(unknown)},
		{Action: seccomp.ActionAllow, Names: known(names)},
	}}
}

// deny denies one system call where one of the cases holds. It is a filter by itself: after a condition that does not hold,
// go-seccomp-bpf 1.6 would compare the argument with the numbers of the calls that follow in the same filter, as if it were the call's.
// Of several filters, the strictest decides.
func deny(name string, cases ...seccomp.ArgumentConditions) seccomp.Policy {
	group := seccomp.SyscallGroup{Action: seccomp.ActionErrno}
	for _, conditions := range cases {
		group.NamesWithCondtions = append(group.NamesWithCondtions, seccomp.NameWithConditions{Name: name, Conditions: conditions})
	}
	return seccomp.Policy{DefaultAction: seccomp.ActionAllow, Syscalls: []seccomp.SyscallGroup{group}}
}

func all(conditions ...seccomp.Condition) seccomp.ArgumentConditions { return conditions }

// set holds where an argument has any of the bits.
func set(argument uint32, bits uint64) seccomp.Condition {
	return seccomp.Condition{Argument: argument, Operation: seccomp.BitsSet, Value: bits}
}

// unset holds where an argument has none of the bits.
func unset(argument uint32, bits uint64) seccomp.Condition {
	return seccomp.Condition{Argument: argument, Operation: seccomp.BitsNotSet, Value: bits}
}

// not holds where an argument has another value.
func not(argument uint32, value int) seccomp.Condition {
	return seccomp.Condition{Argument: argument, Operation: seccomp.NotEqual, Value: uint64(value)}
}

// seccompKnown tells whether the kernel filters system calls and this package knows those of the processor.
func seccompKnown() bool {
	return calls() != nil && seccomp.Supported()
}

// calls is the processor's table of system calls, nil where this package has not listed what its programs need.
func calls() map[string]int {
	if runtime.GOARCH != "amd64" && runtime.GOARCH != "arm64" {
		return nil
	}
	info, err := arch.GetInfo("")
	if err != nil {
		return nil
	}
	return info.SyscallNames
}

// known leaves out calls that this processor does not have.
func known(names []string) []string {
	table := calls()
	return slices.DeleteFunc(slices.Clone(names), func(name string) bool {
		_, ok := table[name]
		return !ok
	})
}
