package pdfium_test

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"imr/internal/pdfium"
)

// engine gives the engine that all tests share. Its cache is the user's own, so that a machine compiles the library once.
func engine(t testing.TB) *pdfium.Engine {
	t.Helper()
	e, err := shared()
	if err != nil {
		t.Fatal(err)
	}
	return e
}

var shared = sync.OnceValues(func() (*pdfium.Engine, error) { return pdfium.Open(context.Background(), pdfium.Options{}) })

// warmCache copies the user's warm cache to a folder that may only be read.
func warmCache(t testing.TB) string {
	t.Helper()
	engine(t)
	user, err := os.UserCacheDir()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(filepath.Join(user, "imr"))); err != nil {
		t.Fatal(err)
	}
	allow(t, dir, 0o500)
	t.Cleanup(func() { allow(t, dir, 0o700) })
	return dir
}

// allow sets the permissions of all folders below one, and of the files the part that is not about searching.
func allow(t testing.TB, dir string, mode fs.FileMode) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() {
			return os.Chmod(path, mode)
		}
		return os.Chmod(path, mode&0o600)
	})
	if err != nil {
		t.Fatal(err)
	}
}

// listing tells every file of a folder with its size and time of change.
func listing(t testing.TB, dir string) string {
	t.Helper()
	var all strings.Builder
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := entry.Info()
		if err == nil {
			fmt.Fprintln(&all, path, info.Size(), info.ModTime())
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all.String()
}

// Where the tests run as root, permissions do not bind, and the listing alone holds the promise.
func TestAWarmCacheIsOnlyRead(t *testing.T) {
	dir := warmCache(t)
	before := listing(t, dir)
	e, err := pdfium.Open(context.Background(), pdfium.Options{CacheDir: dir})
	if err != nil {
		t.Fatal(err)
	}
	defer closing(t, e)
	if after := listing(t, dir); after != before {
		t.Errorf("the cache was\n%sand is\n%s", before, after)
	}
	if file, err := e.Read("a.pdf", page("", text(20, 20, "word"))); err != nil || file.Pages[0].Lines[0].Text() != "word" {
		t.Errorf("read %+v, %v", file, err)
	}
}

func closing(t testing.TB, e *pdfium.Engine) {
	t.Helper()
	if err := e.Close(); err != nil {
		t.Error(err)
	}
}

func TestWarmFindsAWarmCacheAndSaysWhereItCannotBe(t *testing.T) {
	if err := pdfium.Warm(context.Background(), warmCache(t)); err != nil {
		t.Error(err)
	}
	notFolder := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(notFolder, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := pdfium.Warm(context.Background(), notFolder); err == nil || !strings.Contains(err.Error(), "cannot be kept in "+notFolder) {
		t.Errorf("the error is %v", err)
	}
}

// endless writes a page whose shading, reckoned for every point of it, is painted some thousand times over.
func endless() []byte {
	reckon := stream("/FunctionType 4 /Domain [0 1 0 1] /Range [0 1]", "{ "+strings.Repeat("sin exch cos exch ", 50)+"pop }")
	shading := "/Resources << /Shading << /S << /ShadingType 1 /ColorSpace /DeviceGray /Domain [0 1 0 1] /Matrix [400 0 0 300 0 0] /Function 6 0 R >> >> >>"
	return page(shading, strings.Repeat("/S sh\n", 5000), reckon)
}

func TestTheContextStopsACall(t *testing.T) {
	calls := map[string]func(*pdfium.Engine) error{
		"read": func(e *pdfium.Engine) error { _, err := e.Read("a.pdf", many()); return err },
		"draw": func(e *pdfium.Engine) error { _, err := e.Raster(endless(), 1, 2000); return err },
	}
	for name, call := range calls {
		t.Run(name, func(t *testing.T) {
			ctx, cancel := context.WithCancelCause(context.Background())
			engine(t) // so that the cache is warm
			e, err := pdfium.Open(ctx, pdfium.Options{})
			if err != nil {
				t.Fatal(err)
			}
			defer closing(t, e)
			enough := errors.New("it took too long")
			timer := time.AfterFunc(100*time.Millisecond, func() { cancel(enough) })
			defer timer.Stop()
			if err := call(e); !errors.Is(err, enough) {
				t.Errorf("the error is %v", err)
			}
			if _, err := e.Read("b.pdf", page("", "")); !errors.Is(err, enough) {
				t.Errorf("a later call gives the error %v", err)
			}
		})
	}
}
