package output

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// Finish adds the final files of a case that a reviewer adopts to its folder, all or none; the proposal's files stay as they are. A case
// that is adopted already gives ErrAdopted.
func (s *Store) Finish(name string, files map[string][]byte) error {
	if s.Adopted(name) {
		return ErrAdopted
	}
	all, err := filesIn(s.Dir(name))
	if err != nil {
		return fmt.Errorf("the result %s could not be read: %w", s.Dir(name), err)
	}
	for file, body := range files {
		all[file] = body
	}
	fresh := filepath.Join(s.own, "new-"+name)
	if err := writeFolder(fresh, all); err != nil {
		return fmt.Errorf("the final letter in %s could not be written: %w", s.Dir(name), errors.Join(err, os.RemoveAll(fresh)))
	}
	return s.swap(fresh, name)
}

func filesIn(dir string) (map[string][]byte, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	out := map[string][]byte{}
	for _, e := range entries {
		if out[e.Name()], err = os.ReadFile(filepath.Join(dir, e.Name())); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// link is one line of the log of adoptions: what was done, chained to the line before it by that line's hash.
type link struct {
	Previous string          `json:"previous"` // hexadecimal SHA-256 of the line before, "" for the first
	Entry    json.RawMessage `json:"entry"`
}

// adoptionLog is where adoptions are written down.
func (s *Store) adoptionLog() string { return s.inner("adoptions.jsonl") }

// Log adds an entry to the log of adoptions. A log whose chain is broken is not added to.
func (s *Store) Log(entry any) error {
	previous, err := CheckLog(s.adoptionLog())
	if err != nil {
		return err
	}
	body, err := json.Marshal(entry)
	if err != nil {
		return err
	}
	written, err := json.Marshal(link{previous, body})
	if err != nil {
		return err
	}
	f, err := os.OpenFile(s.adoptionLog(), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = f.Write(append(written, '\n'))
	return errors.Join(err, f.Sync(), f.Close())
}

// CheckLog follows the chain of a log of adoptions and returns the hash of its last line, "" where there is none. An error names the
// first line that does not follow from the one before it.
func CheckLog(path string) (last string, err error) {
	body, err := os.ReadFile(path)
	if errors.Is(err, os.ErrNotExist) {
		return "", nil
	}
	if err != nil {
		return "", err
	}
	lines := bufio.NewScanner(bytes.NewReader(body))
	lines.Buffer(nil, len(body)+1)
	for n := 1; lines.Scan(); n++ {
		var l link
		if err := json.Unmarshal(lines.Bytes(), &l); err != nil || l.Previous != last {
			return "", fmt.Errorf("the log of adoptions %s was changed: line %d does not follow from the one before it; restore it from a copy", path, n)
		}
		sum := sha256.Sum256(lines.Bytes())
		last = hex.EncodeToString(sum[:])
	}
	return last, lines.Err()
}
