package reading

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"imr"
	"imr/internal/sandbox"
)

// File is a PDF to read.
type File struct {
	Name   string // stands in messages and evidence
	SHA256 string // of its bytes, as they were when the case was found
	Open   func() (*os.File, error)
}

// Limits of one child that reads: a case of some thousand pages takes seconds and some hundred megabytes.
const (
	readMemory = 1 << 30 // bytes
	readWall   = 2 * time.Minute
	readOutput = 1 << 30 // bytes of JSON
	readLine   = 16 << 20
)

// Options say what readers there are besides the own one.
type Options struct {
	PdfiumCache string // folder that keeps the compiled library; "" for the usual one
	Recognizers int    // pages recognized at the same time, over all cases; 0 for none
}

// Reader reads the PDFs of cases. It may be used by several cases at the same time.
type Reader struct {
	options   Options
	tesseract *sandbox.Program // nil where it is not installed
	slots     chan struct{}    // one for each page being recognized
}

// New returns a reader. It looks for tesseract once.
func New(ctx context.Context, o Options) *Reader {
	if o.PdfiumCache == "" {
		o.PdfiumCache = usualCache() // a child has no environment to find it by
	}
	r := &Reader{options: o, slots: make(chan struct{}, max(1, o.Recognizers))}
	if o.Recognizers > 0 {
		r.tesseract = findTesseract(ctx)
	}
	return r
}

// usualCache is the user's own cache folder, or else one below the folder for temporary files that only this user can write to.
func usualCache() string {
	dir, err := os.UserCacheDir()
	if err != nil {
		dir = filepath.Join(os.TempDir(), fmt.Sprintf("imr-%d", os.Getuid()))
	}
	return filepath.Join(dir, "imr")
}

// Read reads the files and returns one record of each, in the order given. A file that cannot be read comes back without pages and with
// the reason in Unread.
func (r *Reader) Read(ctx context.Context, files []File) []imr.RecordFile {
	results := readTogether(ctx, files)
	out := make([]imr.RecordFile, len(files))
	known := recognizedPictures{}
	for i, f := range files {
		if wantsSecond(results[i]) {
			results[i] = mended(results[i], r.readSecond(ctx, f))
		}
		out[i] = f.record(results[i])
		r.recognizeFile(ctx, f, &out[i], known)
	}
	return out
}

// record names the file that was read, and says so where it is not the file that was found.
func (f File) record(r result) imr.RecordFile {
	read := r.file
	switch {
	case r.fail != "":
		read.Pages, read.Unread = nil, []imr.Unread{{Page: 0, Reason: r.fail}}
	case read.SHA256 != f.SHA256:
		read.Pages, read.Unread = nil, []imr.Unread{{Page: 0, Reason: f.Name + " changed while it was read; put it into the folder again when it is complete"}}
	}
	read.Name, read.SHA256 = f.Name, f.SHA256
	return read
}

// readTogether reads all files in one child; where that one is ended, each file left in a child of its own.
func readTogether(ctx context.Context, files []File) []result {
	results := make([]result, len(files))
	if err := readIn(ctx, files, results); err == nil || len(files) == 1 {
		return settle(results, err)
	}
	for i := range results {
		if !results[i].done {
			one := make([]result, 1)
			err := readIn(ctx, files[i:i+1], one)
			results[i] = settle(one, err)[0]
		}
	}
	return results
}

// settle says of the files that a child did not finish why.
func settle(results []result, err error) []result {
	for i := range results {
		if !results[i].done {
			results[i] = result{fail: reasonOf(err), kind: failDamaged}
		}
	}
	return results
}

// readIn reads files in one child.
func readIn(ctx context.Context, files []File, results []result) error {
	var names []string
	var open []*os.File
	defer func() {
		for _, f := range open {
			_ = f.Close() // was only read
		}
	}()
	for _, f := range files {
		in, err := f.Open()
		if err != nil {
			return fmt.Errorf("it could not be opened: %w", err)
		}
		names, open = append(names, f.Name), append(open, in)
	}
	limits := sandbox.Limits{Memory: readMemory, Wall: readWall, Output: readOutput, Line: readLine}
	return sandbox.Run(ctx, sandbox.Spec{Kind: ownReader, Params: names, Files: open, Limits: limits}, func(text []byte) error { return take(text, results) })
}

// reasonOf is the sentence for a person who finds a file unread.
func reasonOf(err error) string {
	var f *sandbox.Failure
	if !errors.As(err, &f) {
		if err == nil {
			return "it was not read to its end"
		}
		return err.Error()
	}
	switch f.Reason {
	case sandbox.TimedOut:
		return "reading it took longer than " + readWall.String() + " and was stopped; print it to a new PDF, in parts if it is large"
	case sandbox.OutOfMemory, sandbox.TooMuchOutput:
		return "reading it needs more memory than is allowed; print it to a new PDF, in parts if it is large"
	}
	return "reading it failed, as happens with damaged files and with files made to do harm; print it to a new PDF and put that into the folder"
}
