package pgcluster

import (
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"slices"
	"strconv"
	"syscall"
	"testing"
)

// Cluster is a server that runs.
type Cluster struct {
	dir  string
	bin  string
	who  *syscall.SysProcAttr // the user without rights; nil where the test has none to give away
	made int                  // databases
}

// Start makes a server and starts it. Where PostgreSQL is not installed the test is skipped, or fails in CI.
func Start(t testing.TB) *Cluster {
	t.Helper()
	found, _ := filepath.Glob("/usr/lib/postgresql/*/bin/initdb")
	if len(found) == 0 {
		if os.Getenv("CI") == "true" {
			t.Fatal("PostgreSQL is missing; run make tools")
		}
		t.Skip("PostgreSQL is missing; run make tools")
	}
	dir, err := os.MkdirTemp("", "pg") // not below the test's folder: a socket's path must be short
	if err != nil {
		t.Fatal(err)
	}
	c := &Cluster{dir: dir, bin: filepath.Dir(slices.Max(found))}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	if err := c.asNobody(); err != nil {
		t.Fatal(err)
	}
	c.run(t, "initdb", "-D", c.data(), "-A", "trust", "-U", "imr", "--no-sync")
	c.Begin(t)
	t.Cleanup(func() { _ = c.command("pg_ctl", "-D", c.data(), "-m", "immediate", "stop").Run() }) // a test may have stopped it
	return c
}

// asNobody chooses the user: PostgreSQL refuses to run as root.
func (c *Cluster) asNobody() error {
	if os.Geteuid() != 0 {
		return nil
	}
	nobody, err := user.Lookup("postgres")
	if err != nil {
		nobody, err = user.Lookup("nobody")
	}
	if err != nil {
		return err
	}
	uid, err := strconv.Atoi(nobody.Uid)
	gid, gidErr := strconv.Atoi(nobody.Gid)
	if err := errors.Join(err, gidErr); err != nil {
		return err
	}
	c.who = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}}
	return os.Chown(c.dir, uid, gid)
}

func (c *Cluster) data() string { return filepath.Join(c.dir, "data") }

func (c *Cluster) command(program string, args ...string) *exec.Cmd {
	cmd := exec.Command(filepath.Join(c.bin, program), args...)
	cmd.SysProcAttr, cmd.Dir = c.who, c.dir
	return cmd
}

func (c *Cluster) run(t testing.TB, program string, args ...string) {
	t.Helper()
	said, err := os.CreateTemp("", "pg-said") // a pipe would stay open in the server
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = errors.Join(said.Close(), os.Remove(said.Name())) }()
	cmd := c.command(program, args...)
	cmd.Stdout, cmd.Stderr = said, said
	if err := cmd.Run(); err != nil {
		text, _ := os.ReadFile(said.Name())
		t.Fatalf("%s: %v: %s", program, err, text)
	}
}

// Begin starts the server again after Stop.
func (c *Cluster) Begin(t testing.TB) {
	t.Helper()
	c.run(t, "pg_ctl", "-D", c.data(), "-w", "-l", filepath.Join(c.dir, "log"), "-o", "-c listen_addresses='' -c unix_socket_directories='"+c.dir+"' -c max_connections=60", "start")
}

// Stop stops the server as a restart does: connections are broken off.
func (c *Cluster) Stop(t testing.TB) {
	t.Helper()
	c.run(t, "pg_ctl", "-D", c.data(), "-w", "-m", "fast", "stop")
}

// Database makes an empty database and returns its address.
func (c *Cluster) Database(t testing.TB) string {
	t.Helper()
	c.made++
	name := fmt.Sprintf("test%d", c.made)
	c.run(t, "createdb", "-h", c.dir, "-U", "imr", name)
	return "postgres://imr@/" + name + "?host=" + url.QueryEscape(c.dir)
}
