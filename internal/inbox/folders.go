package inbox

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// CheckApart refuses an output folder inside the inbox, or the reverse, by whatever links they are reached: results would come back
// as cases.
func CheckApart(inbox, out string) error {
	a, err := real(inbox)
	if err != nil {
		return err
	}
	b, err := real(out)
	if err != nil {
		return err
	}
	if below(a, b) || below(b, a) {
		return fmt.Errorf("the output folder %s and the inbox %s lie one in the other; choose an output folder outside the inbox", out, inbox)
	}
	return nil
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

func below(dir, path string) bool {
	return path == dir || strings.HasPrefix(path, strings.TrimSuffix(dir, "/")+"/")
}

// Archive moves a finished case out of the inbox, to dir/done or dir/failed. Nothing there is overwritten: a name that is taken gets a
// number. It returns where the case lies now.
func Archive(e Entry, dir string, ok bool) (string, error) {
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
