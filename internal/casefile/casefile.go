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
	"runtime"
	"slices"
	"strings"
	"syscall"
)

// ErrNotFound says that a case's path does not exist.
var ErrNotFound = errors.New("there is no such file or folder")

// Case is a case as it lies on disk.
type Case struct {
	ID    string // the file's stem or the folder's name
	Path  string
	Files []File // in path order
	Known Known
	Hash  string // hexadecimal SHA-256 over relative path and bytes of each file; .done and names that begin with a dot aside

	content []File // all files that the hash is of
	alone   bool   // the case is one file by itself
}

// File is one file of a case. Its bytes stay on disk: a case may hold gigabytes.
type File struct {
	Name   string // path below the case's folder, with slashes
	SHA256 string // hexadecimal, of its bytes; of no bytes where they cannot be read
	Unread string // why it is not read; "" for a PDF
	Open   func() (*os.File, error)
}

// Load reads a case: a PDF, or a folder with its subfolders. A folder without a PDF is a case without files. The error is ErrNotFound,
// a *TOMLError, which comes with the case, or one of the system's.
func Load(path string) (Case, error) {
	info, err := stat(path)
	if err != nil {
		return Case{}, err
	}
	c := Case{Path: path, ID: stem(path, info.IsDir())}
	if !info.IsDir() {
		return c.single(filepath.Base(path), path), nil
	}
	if c.content, err = gather(path); err != nil {
		return Case{}, fmt.Errorf("the folder %s could not be read whole: %w", path, err)
	}
	return c.fromContent()
}

// stat looks at a path; one that leads nowhere gives ErrNotFound.
func stat(path string) (fs.FileInfo, error) {
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR) || errors.Is(err, syscall.ENAMETOOLONG) {
		return nil, fmt.Errorf("%s: %w", path, ErrNotFound)
	}
	return info, err
}

// single is a case of one file, which may fail to be read.
func (c Case) single(name, path string) Case {
	c.content, c.alone = []File{fileOn(name, path)}, true
	c, _ = c.fromContent() // no case.toml, so no mistake in it
	return c
}

// alone stands in the hash for the name of a file that is a case by itself: its content is the same under any name.
const alone = "."

// withKnown takes case.toml out of the files and reads it. One that cannot be read, or has a mistake, stays among the files with the
// reason.
func (c Case) withKnown() (Case, error) {
	i := slices.IndexFunc(c.Files, func(f File) bool { return f.Name == knownFile && f.Unread == "" })
	c.Hash = hashOf(c.Files)
	if i < 0 {
		return c, nil
	}
	known, err := readKnown(filepath.Join(c.Path, knownFile))
	var mistake *TOMLError
	if errors.As(err, &mistake) {
		c.Files[i].Unread = mistake.Reason
		return c, err
	}
	c.Known, c.Files = known, slices.Delete(c.Files, i, i+1)
	return c, nil
}

// ID is the id of the case at a path: the stem of a file's name, or a folder's name.
func ID(path string) string {
	info, err := os.Stat(path)
	return stem(path, err == nil && info.IsDir())
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

// FromReader reads one PDF from a stream, which is the case "stdin". It is kept in a temporary file without a name, which is gone with
// the program.
func FromReader(r io.Reader) (Case, error) {
	f, err := os.CreateTemp("", "imr-stdin-")
	if err != nil {
		return Case{}, fmt.Errorf("standard input could not be kept: %w", err)
	}
	if err := os.Remove(f.Name()); err != nil {
		return Case{}, fmt.Errorf("standard input could not be kept: %w", err)
	}
	n, err := io.Copy(f, io.LimitReader(r, MaxFile+1))
	if err == nil && n > MaxFile {
		err = tooLarge("it")
	}
	if err != nil {
		return Case{}, fmt.Errorf("standard input could not be read: %w", err)
	}
	c := Case{ID: "stdin", Path: "-"}.single("stdin.pdf", fmt.Sprintf("/proc/self/fd/%d", f.Fd()))
	open := c.Files[0].Open
	c.Files[0].Open = func() (*os.File, error) {
		defer runtime.KeepAlive(f) // it is closed when nobody can ask for it any more
		return open()
	}
	return c, nil
}

// hashOf is the identity of a case's content, whatever the case is called.
func hashOf(files []File) string {
	h := sha256.New()
	for _, f := range files {
		fmt.Fprintf(h, "%d %s %s\n", len(f.Name), f.Name, f.SHA256)
	}
	return hex.EncodeToString(h.Sum(nil))
}
