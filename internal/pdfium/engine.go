package pdfium

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sync"

	library "github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// maxMemory is how much memory the library may have for one file: 512 MiB. A letter page scanned in colour at 600 dpi takes about
// 140 MB.
const maxMemory = 512 << 20

// Options says how an Engine starts.
type Options struct {
	// CacheDir is the folder that keeps the compiled library; "" stands for the folder imr in os.UserCacheDir. It is made
	// where it is missing. Its files are machine code that Open runs: nobody else may be able to write there.
	CacheDir string
}

// Engine reads and draws PDF files. It does one thing at a time: calls from several goroutines wait for each other.
type Engine struct {
	ctx   context.Context // of Open: the library takes none with its calls
	mu    sync.Mutex      // held while a file is open
	pool  library.Pool
	cache wazero.CompilationCache
	// memory is that of the instance that runs, of which there is never more than one.
	memory memory
}

// Open starts the library. The first start on a machine compiles it, which takes some seconds and 460 MB, and keeps the result
// in the cache folder; later ones load it from there and write nothing. After Open no call opens a file.
//
// The context holds for the life of the Engine: once it is cancelled, what runs stops and every later call fails.
func Open(ctx context.Context, options Options) (*Engine, error) {
	dir, err := cacheDir(options)
	if err != nil {
		return nil, err
	}
	cache, err := wazero.NewCompilationCacheWithDir(dir)
	if err != nil {
		return nil, noCache(dir, err)
	}
	e := &Engine{ctx: ctx, cache: cache}
	if err := e.start(dir); err != nil {
		return nil, errors.Join(err, e.Close())
	}
	return e, nil
}

// Warm fills a cache folder, "" for the usual one, so that Open is fast and needs only to read it.
func Warm(ctx context.Context, dir string) error {
	e, err := Open(ctx, Options{CacheDir: dir})
	if err != nil {
		return err
	}
	return e.Close()
}

func cacheDir(options Options) (string, error) {
	if options.CacheDir != "" {
		return options.CacheDir, nil
	}
	user, err := os.UserCacheDir()
	if err != nil {
		return "", fmt.Errorf("there is no folder for the compiled PDF library, because the user's cache folder is not known (%w); set XDG_CACHE_HOME, or name a folder", err)
	}
	return filepath.Join(user, "imr"), nil
}

func (e *Engine) start(dir string) error {
	runtime := wazero.NewRuntimeConfig().
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling). // the library is built with them
		WithCompilationCache(e.cache).
		WithCloseOnContextDone(true).
		WithMemoryLimitPages(limitPages)
	pool, err := webassembly.Init(webassembly.Config{
		Context:       e.memory.within(e.ctx),
		MaxIdle:       1,
		MaxTotal:      1,
		FSConfig:      wazero.NewFSConfig(), // without it the library mounts the whole disk
		RuntimeConfig: runtime,
		Stdout:        io.Discard,
		Stderr:        io.Discard,
	})
	if err != nil {
		return noStart(dir, err)
	}
	e.pool = pool
	// One instance is made and dropped: whatever a first one loads must be loaded before the process is sealed.
	return e.inInstance(func(library.Pdfium) error { return nil })
}

// Close gives back what the Engine holds. It waits for the call that runs.
func (e *Engine) Close() error {
	e.mu.Lock()
	defer e.mu.Unlock()
	var err error
	if e.pool != nil {
		err = e.pool.Close()
	}
	return errors.Join(err, e.cache.Close(context.Background()))
}

// inInstance runs f with a fresh instance of the library, so that no file finds what another has left in its memory. A panic of the
// library becomes an error.
func (e *Engine) inInstance(f func(library.Pdfium) error) (err error) {
	if err := e.stopped(); err != nil {
		return err
	}
	defer e.memory.release()
	defer func() {
		if recover() != nil {
			err = e.blame(broken())
		}
	}()
	lib, err := e.pool.GetInstanceWithContext(e.ctx)
	if err != nil {
		return e.blame(fmt.Errorf("the PDF library could not start: %w; give the process more memory", err))
	}
	defer func() { _ = lib.Kill() }() // its memory goes with it; closing the file first could fail where a file has broken the library
	return f(lib)
}

// blame returns the reason for which a call failed: that the context is done, or else err.
func (e *Engine) blame(err error) error {
	if stop := e.stopped(); stop != nil {
		return stop
	}
	return err
}

// stopped returns an error once the context of Open is done.
func (e *Engine) stopped() error {
	if e.ctx.Err() == nil {
		return nil
	}
	return fmt.Errorf("the program was told to stop, so the PDF library reads no more: %w", context.Cause(e.ctx))
}
