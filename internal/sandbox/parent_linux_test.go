package sandbox_test

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"imr/internal/sandbox"
)

// parentRole is the variable by which the test program is not the tests but a parent of a child.
const parentRole = "IMR_SANDBOX_TEST_PARENT"

// beParent runs a child that does not end, or whose program does not, and prints the number of that process.
func beParent() int {
	spec := sandbox.Spec{Kind: "spin"}
	if path := os.Getenv(parentRole); path != "spin" {
		program := &sandbox.Program{Path: path}
		spec = sandbox.Spec{Kind: "sleeper", Params: nap{Program: program}, Program: program}
	}
	err := sandbox.Run(context.Background(), spec, func(line []byte) error {
		_, err := fmt.Println(string(line))
		return err
	})
	fmt.Fprintln(os.Stderr, err)
	return 1
}

func parent(t *testing.T, role string) (*exec.Cmd, int) {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), parentRole+"="+role)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = cmd.Process.Kill() // the test has killed it before
		_ = cmd.Wait()         // and it ended by that
	})
	first, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	pid, err := strconv.Atoi(strings.TrimSpace(first))
	if err != nil {
		t.Fatal(err)
	}
	return cmd, pid
}

func TestChildrenDieWithTheParent(t *testing.T) {
	for what, role := range map[string]string{"its child": "spin", "the program of its child": program(t, "sleep").Path} {
		cmd, pid := parent(t, role)
		if !alive(pid) {
			t.Fatalf("%s, %d, is not there", what, pid)
		}
		if err := cmd.Process.Signal(syscall.SIGKILL); err != nil {
			t.Fatal(err)
		}
		eventually(t, "the parent is killed and "+what+" gone", func() bool { return !alive(pid) })
	}
}
