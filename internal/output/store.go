package output

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
)

// ErrAdopted says that a reviewer has adopted the case, so that no run may replace it.
var ErrAdopted = errors.New("a reviewer has adopted this case, and no run replaces it; its final letter stays as it is")

// ErrLocked says that another process writes to the same folder.
var ErrLocked = errors.New("another run is writing to it; wait until that is done, or choose another folder with -o")

// Use is how a process uses an output folder beside others.
type Use int

// The uses. One process at a time has a folder Alone; any number may use it Together, each on the word of a common ledger; who is
// Beside writes single results while others work.
const (
	Alone Use = iota
	Together
	Beside
)

// Store is an output folder.
type Store struct {
	dir  string
	lock *os.File // held while the process uses the folder; nil for Beside
	own  string   // this process's folder for what is not whole yet
	life *os.File // the lock in it: held as long as the process lives
}

// Open makes the folder where it is not there, takes the lock, and clears what a crash left.
func Open(dir string, use Use) (*Store, error) {
	s := &Store{dir: dir}
	for _, d := range []string{dir, s.inner(), s.inner("tmp")} {
		if err := os.MkdirAll(d, 0o700); err != nil {
			return nil, notWritable(dir, err)
		}
	}
	if err := s.take(use); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	if err := s.locked("door", s.enter); err != nil {
		return nil, errors.Join(notWritable(dir, err), s.Close())
	}
	return s, nil
}

func notWritable(dir string, err error) error {
	return fmt.Errorf("the output folder %s cannot be written: %w; choose another with -o", dir, err)
}

// take takes the lock on the whole folder.
func (s *Store) take(use Use) (err error) {
	if use == Beside {
		return nil
	}
	if s.lock, err = os.OpenFile(s.inner("lock"), os.O_CREATE|os.O_RDWR, 0o600); err != nil {
		return notWritable(s.dir, err)
	}
	how := syscall.LOCK_EX
	if use == Together {
		how = syscall.LOCK_SH
	}
	if err := syscall.Flock(int(s.lock.Fd()), how|syscall.LOCK_NB); err != nil {
		return fmt.Errorf("the output folder %s is in use: %w", s.dir, ErrLocked)
	}
	return nil
}

// enter clears what dead processes left, and makes this one's folder.
func (s *Store) enter() error {
	left, err := os.ReadDir(s.inner("tmp"))
	if err != nil {
		return err
	}
	for _, l := range left {
		if err := s.clear(s.inner("tmp", l.Name())); err != nil {
			return err
		}
	}
	if s.own, err = os.MkdirTemp(s.inner("tmp"), "run-"); err != nil {
		return err
	}
	s.life, err = lockOf(filepath.Join(s.own, "lock"), syscall.LOCK_EX)
	return err
}

// clear finishes or undoes what a dead process was about: a folder renamed away whose successor never came is put back, the rest goes.
func (s *Store) clear(dir string) error {
	life, err := lockOf(filepath.Join(dir, "lock"), syscall.LOCK_EX|syscall.LOCK_NB)
	if errors.Is(err, syscall.EWOULDBLOCK) {
		return nil // it lives
	}
	if err != nil {
		return err
	}
	defer func() { _ = life.Close() }() // it goes with its folder
	left, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	for _, l := range left {
		if name, old := strings.CutPrefix(l.Name(), "old-"); old && !s.Exists(name) {
			if err := os.Rename(filepath.Join(dir, l.Name()), s.Dir(name)); err != nil {
				return err
			}
		}
	}
	return os.RemoveAll(dir)
}

// lockOf opens a file and locks it.
func lockOf(path string, how int) (*os.File, error) {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, err
	}
	if err := syscall.Flock(int(f.Fd()), how); err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return f, nil
}

// locked does something while no other process or goroutine does what has the same lock.
func (s *Store) locked(name string, do func() error) (err error) {
	f, err := lockOf(s.inner(name), syscall.LOCK_EX)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	return do()
}

// Close gives the folder free for others.
func (s *Store) Close() error {
	var err error
	if s.own != "" {
		err = os.RemoveAll(s.own)
	}
	for _, f := range []*os.File{s.life, s.lock} {
		if f != nil {
			err = errors.Join(err, f.Close())
		}
	}
	return err
}

func (s *Store) inner(parts ...string) string {
	return filepath.Join(append([]string{s.dir, ".imr"}, parts...)...)
}

// Inner is the folder for what is no result: the ledger and the queue.
func (s *Store) Inner() string { return s.inner() }

// Dir is the path of a result's folder.
func (s *Store) Dir(name string) string { return filepath.Join(s.dir, name) }

// Exists reports whether anything has the name of a folder.
func (s *Store) Exists(name string) bool { return exists(s.Dir(name)) }

// Whole reports whether a result lies in a folder.
func (s *Store) Whole(name string) bool { return exists(filepath.Join(s.Dir(name), "decision.json")) }

// Adopted reports whether a reviewer has adopted the result in a folder.
func (s *Store) Adopted(name string) bool { return exists(filepath.Join(s.Dir(name), "final.json")) }

// Holds reports whether a result's folder holds these files, byte for byte.
func (s *Store) Holds(name string, files map[string][]byte) bool {
	for file, want := range files {
		if got, err := os.ReadFile(filepath.Join(s.Dir(name), file)); err != nil || !bytes.Equal(got, want) {
			return false
		}
	}
	return true
}

// Scratch is an empty folder for this process, and how it is cleared away; after a kill the next process does so.
func (s *Store) Scratch() (dir string, clear func(), err error) {
	dir, err = os.MkdirTemp(s.own, "scratch-")
	return dir, func() { _ = os.RemoveAll(dir) }, err
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// Free is how many bytes are free for this process on the folder's disk.
func (s *Store) Free() (uint64, error) {
	var f syscall.Statfs_t
	if err := syscall.Statfs(s.dir, &f); err != nil {
		return 0, fmt.Errorf("the disk of %s cannot be asked for its room: %w", s.dir, err)
	}
	return f.Bavail * uint64(f.Bsize), nil
}
