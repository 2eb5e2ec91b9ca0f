package sandbox

import (
	"fmt"

	llsyscall "github.com/landlock-lsm/go-landlock/landlock/syscall"
)

// signalsFixed is the bit of the kernel's list of Landlock's mended faults without which threads of one process cannot signal one
// another; the library then leaves signals alone.
const signalsFixed = 1 << 1

// Missing says which walls around a child this system lacks, one sentence each, none where all are there.
func Missing() []string {
	var lacks []string
	version, err := llsyscall.LandlockGetABIVersion()
	fixed, unknown := llsyscall.LandlockGetErrata()
	switch {
	case err != nil:
		lacks = append(lacks, "Landlock is not there (Linux 5.13 and later have it, where it is built in and switched on): "+
			"a program that reads pictures could open other files of this user.")
	case version < 6 || unknown != nil || fixed&signalsFixed == 0:
		lacks = append(lacks, fmt.Sprintf("Landlock, of version %d, does not keep signals in (Linux 6.15 does, and mended kernels from 6.12 on): "+
			"a program that reads pictures could end other processes of this user.", version))
	}
	if !seccompKnown() {
		lacks = append(lacks, "Seccomp is not there, or its calls are not listed for this processor (Linux on amd64 and arm64 has them): "+
			"a process that reads a file could open connections and start programs.")
	}
	return lacks
}
