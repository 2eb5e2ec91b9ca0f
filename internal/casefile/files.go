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
	name := filepath.ToSlash(rel)
	switch {
	case d.Type()&fs.ModeSymlink != 0:
		return File{Name: name, SHA256: ofNothing, Unread: "it is a link, and links are not followed; put the file itself into the folder"}, nil
	case !d.Type().IsRegular():
		return File{Name: name, SHA256: ofNothing, Unread: "it is not an ordinary file"}, nil
	}
	f := fileOn(name, path)
	if f.Unread == "" && !strings.EqualFold(filepath.Ext(path), ".pdf") && f.Name != knownFile {
		f.Unread = "it is not a PDF; save it as a PDF and put that into the folder"
	}
	return f, nil
}

// ofNothing is the SHA-256 of no bytes.
const ofNothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

// fileOn is the file at a path, or says in a sentence why it is not read.
func fileOn(name, path string) File {
	f := File{Name: name, Open: func() (*os.File, error) { return os.Open(path) }}
	var err error
	if f.SHA256, err = checksum(path); err != nil {
		f.SHA256, f.Unread = ofNothing, err.Error()
	}
	return f
}

func checksum(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", fmt.Errorf("it could not be opened: %w", pathless(err))
	}
	defer func() { _ = f.Close() }() // was only read
	if info, err := f.Stat(); err == nil && info.Size() > MaxFile {
		return "", tooLarge("it")
	}
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", pathless(err)
	}
	return hex.EncodeToString(h.Sum(nil)), nil
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
