package output

import (
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

// Store is an output folder. One process writes to it at a time.
type Store struct {
	dir  string
	lock *os.File
}

// Open makes the folder where it is not there, takes the lock, and clears what a crash left.
func Open(dir string) (*Store, error) {
	s := &Store{dir: dir}
	for _, d := range []string{dir, s.inner(), s.inner("tmp"), s.inner("done"), s.inner("content")} {
		if err := os.MkdirAll(d, 0o700); err != nil {
			return nil, notWritable(dir, err)
		}
	}
	var err error
	if s.lock, err = os.OpenFile(s.inner("lock"), os.O_CREATE|os.O_RDWR, 0o600); err != nil {
		return nil, notWritable(dir, err)
	}
	if err := syscall.Flock(int(s.lock.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
		return nil, errors.Join(fmt.Errorf("the output folder %s is in use: %w", dir, ErrLocked), s.Close())
	}
	if err := s.recover(); err != nil {
		return nil, errors.Join(notWritable(dir, err), s.Close())
	}
	return s, nil
}

func notWritable(dir string, err error) error {
	return fmt.Errorf("the output folder %s cannot be written: %w; choose another with -o", dir, err)
}

// Close gives the folder free for others.
func (s *Store) Close() error { return s.lock.Close() }

func (s *Store) inner(parts ...string) string {
	return filepath.Join(append([]string{s.dir, ".imr"}, parts...)...)
}

// recover finishes or undoes what a crash interrupted: a folder renamed away whose successor never came is put back, the rest goes.
func (s *Store) recover() error {
	left, err := os.ReadDir(s.inner("tmp"))
	if err != nil {
		return err
	}
	for _, l := range left {
		path := s.inner("tmp", l.Name())
		name, old := strings.CutPrefix(l.Name(), "old-")
		if place := filepath.Join(s.dir, name); old && !exists(place) {
			err = os.Rename(path, place)
		} else {
			err = os.RemoveAll(path)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// Done returns the folder that holds the first result of a content, if it is still there.
func (s *Store) Done(hash string) (string, bool) {
	b, err := os.ReadFile(s.inner("done", hash))
	name := strings.TrimSuffix(string(b), "\n")
	if err != nil || s.owner(name) != hash {
		return "", false
	}
	dir := filepath.Join(s.dir, name)
	return dir, exists(filepath.Join(dir, "decision.json"))
}

// Remember enters a result in the ledger, so that its content is done; it must have been written before. The first result stays the
// one that is named.
func (s *Store) Remember(p Place, hash string) error {
	if _, done := s.Done(hash); done {
		return nil
	}
	if err := s.put(s.inner("done", hash), p.Name+"\n"); err != nil {
		return fmt.Errorf("the result %s could not be entered in the ledger: %w", p.Dir, err)
	}
	return nil
}

// owner is the content whose result a folder holds, or was about to hold when a crash came; "" where nothing is known of it.
func (s *Store) owner(name string) string {
	hash, err := os.ReadFile(s.inner("content", name))
	if err != nil {
		return ""
	}
	return strings.TrimSpace(string(hash))
}
