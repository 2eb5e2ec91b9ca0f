package s3server

import (
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// Server is a server that runs.
type Server struct {
	dir     string
	address string
	program string
	process *exec.Cmd
	made    int // buckets
}

// key is what the server knows its only user by.
const key = "imr-test-key"

// Start starts a server and sets the environment so that this test and what it starts may use it.
func Start(t *testing.T) *Server {
	t.Helper()
	s := &Server{dir: t.TempDir(), address: freePort(t), program: built(t)}
	for _, d := range []string{"buckets", "meta"} {
		if err := os.Mkdir(filepath.Join(s.dir, d), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("AWS_ACCESS_KEY_ID", key)
	t.Setenv("AWS_SECRET_ACCESS_KEY", key)
	s.Begin(t)
	t.Cleanup(s.stop)
	return s
}

// built is the path of the program; the first time it is built, which takes minutes.
func built(t *testing.T) string {
	t.Helper()
	module, err := exec.Command("go", "env", "GOMOD").Output()
	if err != nil {
		t.Fatal(err)
	}
	at := filepath.Join(filepath.Dir(string(module)), ".ci", "s3", "go.mod")
	path, err := exec.Command("go", "tool", "-modfile="+at, "-n", "versitygw").Output()
	if err != nil {
		t.Fatalf("the S3 server could not be built: %v", err)
	}
	return strings.TrimSpace(string(path))
}

func freePort(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = l.Close() }() // the server takes it
	return l.Addr().String()
}

// Begin starts the server again after Stop.
func (s *Server) Begin(t *testing.T) {
	t.Helper()
	s.process = exec.Command(s.program, "--port", s.address, "--access", key, "--secret", key, "--quiet",
		"posix", "--sidecar", filepath.Join(s.dir, "meta"), filepath.Join(s.dir, "buckets"))
	s.process.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	s.process.Dir = s.dir
	if err := s.process.Start(); err != nil {
		t.Fatal(err)
	}
	for limit := time.Now().Add(time.Minute); ; <-time.After(10 * time.Millisecond) {
		if c, err := net.Dial("tcp", s.address); err == nil {
			_ = c.Close() // it answers
			return
		}
		if time.Now().After(limit) {
			t.Fatal("the S3 server did not answer")
		}
	}
}

// Stop kills the server.
func (s *Server) Stop(t *testing.T) {
	t.Helper()
	if err := s.process.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = s.process.Wait() // the kill
}

func (s *Server) stop() {
	if s.process.ProcessState == nil {
		_ = errors.Join(s.process.Process.Kill(), s.process.Wait()) // the kill
	}
}

// Bucket makes an empty bucket and returns its address.
func (s *Server) Bucket(t *testing.T) string {
	t.Helper()
	s.made++
	name := fmt.Sprintf("bucket-%d", s.made)
	if err := os.Mkdir(s.path(name), 0o700); err != nil {
		t.Fatal(err)
	}
	return "s3://" + name + "?region=us-east-1&use_path_style=true&endpoint=http://" + s.address
}

func (s *Server) path(bucket string) string { return filepath.Join(s.dir, "buckets", bucket) }
