package vault

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
)

// folder keeps each object as a file. gocloud's fileblob would do the same, but does not wait for the disk: after a failure of the power
// an object could be there in part.
type folder struct{ dir string }

func openFolder(dir string) (folder, error) {
	for _, d := range []string{recordsKind, resultsKind, marksKind, "tmp"} {
		if err := os.MkdirAll(filepath.Join(dir, d), 0o700); err != nil {
			return folder{}, err
		}
	}
	f := folder{dir}
	return f, f.clear()
}

// clear removes what killed processes were writing: who lives holds the lock on what it writes.
func (f folder) clear() error {
	list, err := os.ReadDir(f.path("tmp"))
	for _, l := range list {
		path := f.path("tmp/" + l.Name())
		file, openErr := os.Open(path)
		if openErr != nil {
			continue // it was put into its place meanwhile
		}
		if syscall.Flock(int(file.Fd()), syscall.LOCK_EX|syscall.LOCK_NB) == nil {
			err = errors.Join(err, os.Remove(path))
		}
		err = errors.Join(err, file.Close())
	}
	return err
}

func (f folder) path(name string) string { return filepath.Join(f.dir, filepath.FromSlash(name)) }

func (f folder) put(_ context.Context, name string, write func(io.Writer) error) error {
	fresh, err := os.CreateTemp(f.path("tmp"), "object-")
	if err != nil {
		return err
	}
	err = syscall.Flock(int(fresh.Fd()), syscall.LOCK_EX)
	if err == nil {
		err = write(fresh)
	}
	if err == nil {
		err = fresh.Sync()
	}
	if err = errors.Join(err, fresh.Close()); err == nil {
		err = os.Rename(fresh.Name(), f.path(name))
	}
	if err != nil {
		return errors.Join(err, os.Remove(fresh.Name()))
	}
	return syncFolder(filepath.Dir(f.path(name)))
}

func syncFolder(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}

func (f folder) get(_ context.Context, name string) (io.ReadCloser, error) {
	file, err := os.Open(f.path(name))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, ErrNone
	}
	return file, err
}

func (f folder) has(_ context.Context, name string) (bool, error) {
	_, err := os.Stat(f.path(name))
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	return err == nil, err
}

func (f folder) remove(_ context.Context, name string) error {
	err := os.Remove(f.path(name))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

func (f folder) each(_ context.Context, kind string, visit func(hash string) error) error {
	list, err := os.ReadDir(f.path(kind))
	if err != nil {
		return err
	}
	for _, l := range list {
		if err := visit(l.Name()); err != nil {
			return err
		}
	}
	return nil
}

func (folder) Close() error { return nil }
