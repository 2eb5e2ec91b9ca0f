package casefile

import (
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

// MaxFile is the size in bytes above which a file is not read.
const MaxFile = 1 << 30

// junk are files that systems leave in folders; they hold nothing of a case.
var junk = []string{"Thumbs.db", "desktop.ini"}

func gather(path string) ([]File, error) {
	root, err := filepath.EvalSymlinks(path) // the case itself may be named by a link; a walk would stop at it
	if err != nil {
		return nil, err
	}
	var out []File
	err = filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return closed(root, path, err, &out)
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

// closed lists a subfolder that cannot be read; the case's own folder must be.
func closed(root, path string, reason error, out *[]File) error {
	rel, err := filepath.Rel(root, path)
	if err != nil || path == root {
		return reason
	}
	*out = append(*out, File{Name: filepath.ToSlash(rel), Unread: fmt.Sprintf("the folder could not be read: %v", pathless(reason))})
	return nil
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
	if !strings.EqualFold(filepath.Ext(path), ".pdf") && f.Name != knownFile {
		f.Unread = "it is not a PDF; save it as a PDF and put that into the folder"
	}
	return f, nil
}

// readLimited reads a file, or says in a sentence why not.
func readLimited(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("it could not be opened: %w", pathless(err))
	}
	defer func() { _ = f.Close() }()
	if info, err := f.Stat(); err == nil && info.Size() > MaxFile {
		return nil, tooLarge("it")
	}
	return limited("it", f)
}

func limited(what string, r io.Reader) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, MaxFile+1)) // a pipe does not tell its size
	if len(data) > MaxFile {
		return nil, tooLarge(what)
	}
	return data, pathless(err)
}

func tooLarge(what string) error {
	return fmt.Errorf("%s is larger than 1 GiB; split it into smaller files", what)
}

// pathless is an error without the path, which differs from machine to machine: the reason enters the decision.
func pathless(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}
