package output

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
)

// Write puts a result into its place, whole or not at all. Files are readable by their owner only: they hold health records. Which
// content the folder belongs to is written down before the folder appears: after a crash between the two, the same content gets the
// same place and not a second one.
func (s *Store) Write(p Place, hash string, files map[string][]byte) error {
	if err := adopted(p); err != nil {
		return err
	}
	fresh := s.inner("tmp", "new-"+p.Name)
	if err := writeFolder(fresh, withLink(p, files)); err != nil {
		return fmt.Errorf("the result %s could not be written: %w", p.Dir, errors.Join(err, os.RemoveAll(fresh)))
	}
	if err := s.put(s.inner("content", p.Name), hash+"\n"); err != nil {
		return fmt.Errorf("the result %s could not be claimed: %w", p.Dir, err)
	}
	if err := s.swap(fresh, p); err != nil {
		return fmt.Errorf("the result %s could not be put into place: %w", p.Dir, err)
	}
	return s.linkBack(p)
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
	if strings.Contains(string(before), line) {
		return nil
	}
	return s.put(path, string(before)+line)
}

// swap renames the fresh folder into place; one that is there is renamed away first and removed after.
func (s *Store) swap(fresh string, p Place) error {
	old := s.inner("tmp", "old-"+p.Name)
	if err := os.Rename(p.Dir, old); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	if keep, err := os.ReadFile(filepath.Join(old, seeAlso)); err == nil { // links to other versions stay
		if err := writeSynced(filepath.Join(fresh, seeAlso), keep); err != nil {
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

// put replaces a small file so that a crash leaves the old or the new one, and nothing beside it.
func (s *Store) put(path, body string) error {
	fresh := s.inner("tmp", "file")
	if err := writeSynced(fresh, []byte(body)); err != nil {
		return err
	}
	if err := os.Rename(fresh, path); err != nil {
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
