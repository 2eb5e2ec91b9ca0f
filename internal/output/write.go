package output

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"
)

// Result is what is put into a folder.
type Result struct {
	Name    string            // of the folder
	Earlier string            // name of the version before it, or ""
	Later   []string          // names of the versions after it
	Files   map[string][]byte // by name
}

// Write puts a result into its place, whole or not at all, and links it with its other versions. Files are readable by their owner only:
// they hold health records. A folder that a reviewer adopted gives ErrAdopted.
func (s *Store) Write(r Result) error {
	fresh := filepath.Join(s.own, "new-"+r.Name)
	if err := writeFolder(fresh, s.withLinks(r)); err != nil {
		return fmt.Errorf("the result %s could not be written: %w", s.Dir(r.Name), errors.Join(err, os.RemoveAll(fresh)))
	}
	if err := s.swap(fresh, r.Name); err != nil {
		return err
	}
	err := s.linkBack(r.Earlier, r.Name)
	for _, later := range r.Later {
		if s.Whole(later) {
			err = errors.Join(err, s.linkBack(r.Name, later))
		}
	}
	return err
}

// seeAlso is the file that links the versions of a case with one another.
const seeAlso = "see-also.txt"

func earlierLine(name string) string {
	return "An earlier case with this name and other content lies in ../" + name + "\n"
}

func laterLine(name string) string {
	return "A later case with this name and other content lies in ../" + name + "\n"
}

func (s *Store) withLinks(r Result) map[string][]byte {
	text := ""
	if r.Earlier != "" {
		text = earlierLine(r.Earlier)
	}
	for _, later := range r.Later {
		if s.Whole(later) {
			text += laterLine(later)
		}
	}
	if text == "" {
		return r.Files
	}
	out := map[string][]byte{seeAlso: []byte(text)}
	for name, body := range r.Files {
		out[name] = body
	}
	return out
}

// linkBack tells in the earlier version's folder where the later one lies. One that is adopted is not touched, and one that is not there
// yet is told when it is written.
func (s *Store) linkBack(earlier, later string) error {
	if earlier == "" || !s.Whole(earlier) {
		return nil
	}
	return s.locked("swap", func() error {
		path := filepath.Join(s.Dir(earlier), seeAlso)
		before, err := os.ReadFile(path)
		if err != nil && !errors.Is(err, os.ErrNotExist) {
			return err
		}
		if s.Adopted(earlier) || slices.Contains(strings.SplitAfter(string(before), "\n"), laterLine(later)) {
			return nil
		}
		return s.put(path, string(before)+laterLine(later))
	})
}

// swap renames the fresh folder into place; one that is there is renamed away first and removed after. No other process swaps, or adopts,
// at the same time.
func (s *Store) swap(fresh, name string) error {
	old := filepath.Join(s.own, "old-"+name)
	err := s.locked("swap", func() error {
		if s.Adopted(name) {
			return ErrAdopted
		}
		away := os.Rename(s.Dir(name), old)
		if away != nil && !errors.Is(away, os.ErrNotExist) {
			return away
		}
		err := os.Rename(fresh, s.Dir(name))
		if err != nil && away == nil {
			err = errors.Join(err, os.Rename(old, s.Dir(name)))
		}
		return err
	})
	if errors.Is(err, ErrAdopted) {
		return errors.Join(err, os.RemoveAll(fresh))
	}
	if err == nil {
		err = errors.Join(syncFolder(s.dir), os.RemoveAll(old))
	}
	if err != nil {
		return fmt.Errorf("the result %s could not be put into place: %w", s.Dir(name), err)
	}
	return nil
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
	fresh, err := os.CreateTemp(s.own, "file-")
	if err != nil {
		return err
	}
	if err := errors.Join(fresh.Close(), writeSynced(fresh.Name(), []byte(body))); err != nil {
		return err
	}
	if err := os.Rename(fresh.Name(), path); err != nil {
		return err
	}
	return syncFolder(filepath.Dir(path))
}

// Put replaces a file directly below the folder, whole or not at all.
func (s *Store) Put(name, body string) error { return s.put(s.Dir(name), body) }

func syncFolder(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}
