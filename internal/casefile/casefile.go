package casefile

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"
)

// ErrNotFound says that a case's path does not exist.
var ErrNotFound = errors.New("there is no such file or folder")

// MaxFile is the size in bytes above which a file is not read.
const MaxFile = 1 << 30

// Case is a case as it lies on disk.
type Case struct {
	ID    string // the file's stem or the folder's name
	Path  string
	Files []File // in path order
	Known Known
	Hash  string // hexadecimal SHA-256 over relative path and bytes of each file; .done and names that begin with a dot aside
}

// File is one file of a case.
type File struct {
	Name   string // path below the case's folder, with slashes
	Data   []byte
	Unread string // why it is not read; "" for a PDF
}

// junk are files that systems leave in folders; they hold nothing of a case.
var junk = []string{"Thumbs.db", "desktop.ini"}

// Load reads a case: a PDF, or a folder with its subfolders. A folder without a PDF is a case without files. The error is ErrNotFound,
// a *TOMLError, or one of the system's.
func Load(path string) (Case, error) {
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return Case{}, fmt.Errorf("%s: %w", path, ErrNotFound)
	}
	if err != nil {
		return Case{}, err
	}
	c := Case{Path: path, ID: stem(path, info.IsDir())}
	if !info.IsDir() {
		data, err := readLimited(path)
		if err != nil {
			return Case{}, err
		}
		c.Files = []File{{Name: filepath.Base(path), Data: data}}
		c.Hash = hashOf(c.Files, nil)
		return c, nil
	}
	if c.Files, err = gather(path); err != nil {
		return Case{}, err
	}
	return c.withKnown()
}

// withKnown takes case.toml out of the files and reads it.
func (c Case) withKnown() (Case, error) {
	var facts []byte
	c.Files = slices.DeleteFunc(c.Files, func(f File) bool {
		if f.Name == "case.toml" {
			facts = f.Data
		}
		return f.Name == "case.toml"
	})
	c.Hash = hashOf(c.Files, facts)
	if facts == nil {
		return c, nil
	}
	known, err := parseKnown(filepath.Join(c.Path, "case.toml"), facts)
	c.Known = known
	return c, err
}

func stem(path string, dir bool) string {
	abs, err := filepath.Abs(path)
	if err != nil {
		abs = path
	}
	name := filepath.Base(abs)
	if dir {
		return name
	}
	return strings.TrimSuffix(name, filepath.Ext(name))
}

// FromReader reads one PDF from a stream, which is the case "stdin".
func FromReader(r io.Reader) (Case, error) {
	data, err := io.ReadAll(io.LimitReader(r, MaxFile))
	if err != nil {
		return Case{}, fmt.Errorf("standard input could not be read: %w", err)
	}
	c := Case{ID: "stdin", Path: "-", Files: []File{{Name: "stdin.pdf", Data: data}}}
	c.Hash = hashOf(c.Files, nil)
	return c, nil
}

func gather(root string) ([]File, error) {
	var out []File
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if path != root && strings.HasPrefix(d.Name(), ".") {
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if d.IsDir() || slices.Contains(junk, d.Name()) {
			return nil
		}
		f, err := fileAt(root, path, d)
		out = append(out, f)
		return err
	})
	sort.Slice(out, func(i, j int) bool { return out[i].Name < out[j].Name })
	return out, err
}

// fileAt reads one file of a folder, or says why it is not read. A link could lead out of the folder, so it is not followed.
func fileAt(root, path string, d fs.DirEntry) (File, error) {
	rel, err := filepath.Rel(root, path)
	if err != nil {
		return File{}, err
	}
	f := File{Name: filepath.ToSlash(rel)}
	switch {
	case d.Type()&fs.ModeSymlink != 0:
		f.Unread = "it is a link, and links are not followed; put the file itself into the folder"
		return f, nil
	case !d.Type().IsRegular():
		f.Unread = "it is not an ordinary file"
		return f, nil
	}
	if f.Data, err = readLimited(path); err != nil {
		f.Data, f.Unread = nil, err.Error()
		return f, nil //nolint:nilerr // the case goes on, and the reason stands in Unread
	}
	if !strings.EqualFold(filepath.Ext(path), ".pdf") && f.Name != "case.toml" {
		f.Unread = "it is not a PDF; save it as a PDF and put that into the folder"
	}
	return f, nil
}

func readLimited(path string) ([]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if info.Size() > MaxFile {
		return nil, fmt.Errorf("%s is larger than 1 GiB; split it into smaller files", filepath.Base(path))
	}
	return os.ReadFile(path)
}

// hashOf is the identity of a case's content, whatever the case is called.
func hashOf(files []File, facts []byte) string {
	h := sha256.New()
	for _, f := range files {
		sum := sha256.Sum256(f.Data)
		fmt.Fprintf(h, "%d %s %x\n", len(f.Name), f.Name, sum)
	}
	if facts != nil {
		fmt.Fprintf(h, "case.toml %x\n", sha256.Sum256(facts))
	}
	return hex.EncodeToString(h.Sum(nil))
}
