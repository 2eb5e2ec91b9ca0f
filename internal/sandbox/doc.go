// Package sandbox reads hostile files in a fresh process that cannot harm the program that started it.
//
// A program calls Child first of all, with the kinds of children that it has, and Run wherever a file must be read. Run starts the
// program once more as a child, hands it files that are already open and a few parameters, and gives the lines that the child writes
// to a function, one by one. A child opens nothing itself: whatever it needs besides its input, such as a compilation cache, its Kind
// loads before the child is sealed, and before the input is at hand.
//
// # What holds a child
//
// All children: limits on memory, processor time, open files and the size of files; no core dumps; no new privileges, and none of
// those of root; an almost empty environment; no descriptor besides the input and three pipes. Landlock denies every opening of a
// file, every connection and every signal to another process. Seccomp lets through the calls that the Go runtime makes and no others:
// no open, no socket, no new process, no memory that the limit does not count.
//
// A child that may start a Program keeps all of that but the last: Landlock lets it run that one program and read the system's
// libraries, and seccomp denies sockets, other processes' memory, leaving the process group and the kernel's rarer services.
// The limits then hold for each process of the group by itself, the time limit for all of them.
//
// Where the kernel lacks Landlock or seccomp a child runs without; Missing says so in sentences. Other systems than Linux on amd64
// and arm64 have fewer of these walls, down to a time limit and a limit on the output.
//
// # How a child ends
//
// Run returns when the child and every process of its group are gone. They are killed when the time is over, when the context ends,
// when the output is too long or not wanted any more, and when the parent dies. For the last, the kernel kills a child with the thread
// that started it. The Go runtime ends a thread only with a goroutine that locked itself to it and ended so; such a goroutine
// must not outlive its children, which is so by itself, as it waits for Run. What a child starts must be started by Command, so that
// it dies with the child.
//
// A child's local time zone is UTC, since it cannot read the system's.
package sandbox
