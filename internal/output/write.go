package output

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sort"
)

// Write puts a result into its place, whole or not at all, and enters it in the ledger. Files are readable by their owner only: they
// hold health records.
func (s *Store) Write(p Place, id, hash string, files map[string][]byte) error {
	if _, err := s.adoptable(p); err != nil {
		return err
	}
	fresh := s.inner("tmp", "new-"+p.Name)
	if err := writeFolder(fresh, withLink(p, files)); err != nil {
		return fmt.Errorf("the result of %s could not be written: %w", id, errors.Join(err, os.RemoveAll(fresh)))
	}
	if err := s.swap(fresh, p); err != nil {
		return fmt.Errorf("the result of %s could not be put into place: %w", id, err)
	}
	if err := s.linkBack(p); err != nil {
		return err
	}
	line, err := json.Marshal(entry{ID: id, Dir: p.Name})
	if err != nil {
		return err
	}
	return writeDurably(s.inner("done", hash+".json"), append(line, '\n'))
}

// seeAlso is the file that links the versions of a case with one another.
const seeAlso = "see-also.txt"

func withLink(p Place, files map[string][]byte) map[string][]byte {
	if p.Earlier == "" {
		return files
	}
	out := map[string][]byte{seeAlso: []byte("An earlier case with this name and other content lies in ../" + p.Earlier + "\n")}
	for name, body := range files {
		out[name] = body
	}
	return out
}

// linkBack tells in the earlier version's folder where the later one lies.
func (s *Store) linkBack(p Place) error {
	if p.Earlier == "" {
		return nil
	}
	path := filepath.Join(s.dir, p.Earlier, seeAlso)
	before, err := os.ReadFile(path)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	line := "A later case with this name and other content lies in ../" + p.Name + "\n"
	return writeDurably(path, append(before, line...))
}

// swap renames the fresh folder into place; one that is there is renamed away first and removed after.
func (s *Store) swap(fresh string, p Place) error {
	old := s.inner("tmp", "old-"+p.Name)
	if err := os.Rename(p.Dir, old); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	if keep, err := os.ReadFile(filepath.Join(old, seeAlso)); err == nil { // links to other versions stay
		if err := os.WriteFile(filepath.Join(fresh, seeAlso), keep, 0o600); err != nil {
			return err
		}
	}
	if err := os.Rename(fresh, p.Dir); err != nil {
		return err
	}
	return errors.Join(syncFolder(s.dir), os.RemoveAll(old))
}

func writeFolder(dir string, files map[string][]byte) error {
	if err := os.RemoveAll(dir); err != nil {
		return err
	}
	if err := os.Mkdir(dir, 0o700); err != nil {
		return err
	}
	var names []string
	for name := range files {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, name := range names {
		if err := writeSynced(filepath.Join(dir, name), files[name]); err != nil {
			return err
		}
	}
	return syncFolder(dir)
}

func writeSynced(path string, body []byte) (err error) {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	if _, err := f.Write(body); err != nil {
		return err
	}
	return f.Sync()
}

// writeDurably replaces a file so that a crash leaves the old or the new one.
func writeDurably(path string, body []byte) error {
	if err := writeSynced(path+".new", body); err != nil {
		return err
	}
	if err := os.Rename(path+".new", path); err != nil {
		return err
	}
	return syncFolder(filepath.Dir(path))
}

func syncFolder(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}
