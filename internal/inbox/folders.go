package inbox

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// CheckApart refuses a folder for results inside the inbox, or the reverse, by whatever links they are reached: results would come
// back as cases.
func CheckApart(inbox, other string) error {
	for _, pair := range [][2]string{{inbox, other}, {other, inbox}} {
		inside, err := Within(pair[0], pair[1])
		if err != nil {
			return err
		}
		if inside {
			return fmt.Errorf("the folder %s and the inbox %s lie one in the other; choose a folder outside the inbox", other, inbox)
		}
	}
	return nil
}

// Within reports whether a path is a folder or lies in it, by whatever links they are reached. The path need not exist.
func Within(dir, path string) (bool, error) {
	a, err := real(dir)
	if err != nil {
		return false, err
	}
	b, err := real(path)
	if err != nil {
		return false, err
	}
	return b == a || strings.HasPrefix(b, strings.TrimSuffix(a, "/")+"/"), nil
}

// real is a path without links; the part of it that does not exist yet is kept as it is.
func real(path string) (string, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	rest := ""
	for {
		resolved, err := filepath.EvalSymlinks(abs)
		if err == nil {
			return filepath.Join(resolved, rest), nil
		}
		if !errors.Is(err, os.ErrNotExist) || filepath.Dir(abs) == abs {
			return "", err
		}
		abs, rest = filepath.Dir(abs), filepath.Join(filepath.Base(abs), rest)
	}
}

// ErrChanged says that a case is not as it was when it was read.
var ErrChanged = errors.New("it changed while it was worked on, so it stays in the inbox for the next run")

// Archive moves a finished case out of the inbox, to dir/done or dir/failed. Nothing there is overwritten: a name that is taken gets a
// number. One that does not look as it did is not moved: what came later would be lost. It returns where the case lies now.
func Archive(e Entry, dir string, ok bool) (string, error) {
	if lookAt(e.Path).text != e.Look {
		return e.Path, fmt.Errorf("%s: %w", e.Path, ErrChanged)
	}
	target := filepath.Join(dir, "failed")
	if ok {
		target = filepath.Join(dir, "done")
	}
	if err := os.MkdirAll(target, 0o700); err != nil {
		return "", fmt.Errorf("the archive %s cannot be written: %w", dir, err)
	}
	to := filepath.Join(target, e.Name)
	for n := 2; ; n++ {
		if _, err := os.Lstat(to); errors.Is(err, os.ErrNotExist) {
			break
		}
		to = filepath.Join(target, fmt.Sprintf("%s~%d", e.Name, n))
	}
	if err := os.Rename(e.Path, to); err != nil {
		return "", fmt.Errorf("%s could not be moved to the archive: %w; put the archive on the same disk as the inbox", e.Name, err)
	}
	return to, nil
}
