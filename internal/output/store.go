package output

import (
	"encoding/json"
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
var ErrLocked = errors.New("another run is writing to this output folder; wait until it is done, or choose another folder")

// Store is an output folder. One process writes to it at a time.
type Store struct {
	dir  string
	lock *os.File
}

// entry is one line of the ledger: where the result of a content lies.
type entry struct {
	ID  string `json:"id"`
	Dir string `json:"dir"` // name of the folder below OUT
}

// Open makes the folder where it is not there, takes the lock, and clears what a crash left.
func Open(dir string) (*Store, error) {
	s := &Store{dir: dir}
	for _, d := range []string{dir, s.inner(), s.inner("tmp"), s.inner("done")} {
		if err := os.MkdirAll(d, 0o700); err != nil {
			return nil, fmt.Errorf("the output folder %s cannot be written: %w; choose another with -o", dir, err)
		}
	}
	lock, err := os.OpenFile(s.inner("lock"), os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, fmt.Errorf("the output folder %s cannot be written: %w; choose another with -o", dir, err)
	}
	if err := syscall.Flock(int(lock.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
		return nil, errors.Join(ErrLocked, lock.Close())
	}
	s.lock = lock
	return s, s.recover()
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
		if name, old := strings.CutPrefix(l.Name(), "old-"); old {
			if _, err := os.Lstat(filepath.Join(s.dir, name)); errors.Is(err, os.ErrNotExist) {
				if err := os.Rename(path, filepath.Join(s.dir, name)); err != nil {
					return err
				}
				continue
			}
		}
		if err := os.RemoveAll(path); err != nil {
			return err
		}
	}
	return nil
}

// Done returns the folder that holds the result of a content, if it is still there.
func (s *Store) Done(hash string) (string, bool) {
	e, ok := s.entry(hash)
	if !ok {
		return "", false
	}
	dir := filepath.Join(s.dir, e.Dir)
	_, err := os.Stat(filepath.Join(dir, "decision.json"))
	return dir, err == nil
}

func (s *Store) entry(hash string) (entry, bool) {
	var e entry
	b, err := os.ReadFile(s.inner("done", hash+".json"))
	if err != nil || json.Unmarshal(b, &e) != nil || e.Dir == "" || e.Dir != filepath.Base(e.Dir) {
		return e, false
	}
	return e, true
}
