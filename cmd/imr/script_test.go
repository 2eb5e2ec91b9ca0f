package main

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"imr/internal/reading"
	"imr/internal/sandbox"
)

// TestMain builds the program and puts it in the path as the command imr: the tests start it as a person does. It is built without the
// race detector, with which a hundred starts take minutes; the tests that call the program inside of theirs have it.
func TestMain(m *testing.M) {
	sandbox.Child(reading.Kinds())
	dir, err := os.MkdirTemp("", "imr")
	if err == nil {
		build := exec.Command("go", "build", "-buildvcs=false", "-o", filepath.Join(dir, "imr"), ".")
		build.Stderr = os.Stderr
		err = build.Run()
	}
	if err == nil {
		err = os.Setenv("PATH", dir+string(filepath.ListSeparator)+os.Getenv("PATH"))
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "the program could not be built:", err)
		os.Exit(1)
	}
	code := m.Run()
	_ = os.RemoveAll(dir)
	os.Exit(code)
}

// TestScripts runs the command line as a person would, each script in a folder of its own with a copy of the repository's samples.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		Setup: func(e *testscript.Env) error {
			return os.CopyFS(filepath.Join(e.WorkDir, "samples"), os.DirFS("../../samples"))
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"code": code, "copy": copyTree, "await": await, "onlyin": onlyIn, "truncate": truncate, "ownersonly": ownersOnly, "png": drawPNG,
		},
	})
}

// code runs a program and holds its exit code: code 3 imr run x -o out.
func code(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: code CODE program [args...]")
	}
	got := 0
	var exit *exec.ExitError
	if err := ts.Exec(args[1], args[2:]...); errors.As(err, &exit) {
		got = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if strconv.Itoa(got) != args[0] {
		ts.Fatalf("exit code %d, want %s", got, args[0])
	}
}

// copyTree copies a folder: copy FROM TO.
func copyTree(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: copy FROM TO")
	}
	ts.Check(os.CopyFS(ts.MkAbs(args[1]), os.DirFS(ts.MkAbs(args[0]))))
}

// await waits until a file is there, for at most half a minute.
func await(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: await FILE")
	}
	look := time.NewTicker(5 * time.Millisecond)
	defer look.Stop()
	limit := time.After(30 * time.Second)
	for {
		if _, err := os.Stat(ts.MkAbs(args[0])); err == nil {
			return
		}
		select {
		case <-look.C:
		case <-limit:
			ts.Fatalf("%s did not appear", args[0])
		}
	}
}

// onlyIn holds what lies in a folder, by name: onlyin DIR NAME...; names that begin with a dot are left out.
func onlyIn(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 1 {
		ts.Fatalf("usage: onlyin DIR NAME...")
	}
	list, err := filepath.Glob(filepath.Join(ts.MkAbs(args[0]), "[^.]*"))
	ts.Check(err)
	want := map[string]bool{}
	for _, name := range args[1:] {
		want[name] = true
	}
	for _, path := range list {
		if !want[filepath.Base(path)] {
			ts.Fatalf("%s holds %s", args[0], filepath.Base(path))
		}
		delete(want, filepath.Base(path))
	}
	for name := range want {
		ts.Fatalf("%s does not hold %s", args[0], name)
	}
}

// truncate cuts a file after a number of bytes: truncate FILE BYTES.
func truncate(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: truncate FILE BYTES")
	}
	n, err := strconv.ParseInt(args[1], 10, 64)
	ts.Check(err)
	ts.Check(os.Truncate(ts.MkAbs(args[0]), n))
}

// ownersOnly holds that nobody but the owner can look into a folder, at whatever lies below it.
func ownersOnly(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: ownersonly DIR")
	}
	ts.Check(filepath.WalkDir(ts.MkAbs(args[0]), func(path string, d os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := d.Info()
		if err == nil && info.Mode().Perm()&0o077 != 0 {
			err = errors.New(path + " is open to others: " + info.Mode().String())
		}
		return err
	}))
}

// drawPNG draws a small picture: png FILE.
func drawPNG(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: png FILE")
	}
	var out bytes.Buffer
	ts.Check(png.Encode(&out, image.NewGray(image.Rect(0, 0, 40, 10))))
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), out.Bytes(), 0o600))
}
