package reading

import (
	"os"
	"os/exec"
	"runtime"
	"strings"
	"testing"
	"time"

	"imr/internal/records"
	"imr/internal/sandbox"
)

// long is a record of so many pages.
func long(t *testing.T, pages int) []byte {
	t.Helper()
	page := strings.Repeat("The neck is stiff and hurts when looking over the shoulder, more so after a day at the machine.\n\n", 32)
	made, err := records.PDF(strings.Repeat(page+"====\n", pages))
	if err != nil {
		t.Fatal(err)
	}
	return made
}

// A child hands over each page as it is read: it holds the file and what its pages share.
func TestAChildNeedsNoMoreMemoryForMorePages(t *testing.T) {
	const pages, most = 5000, 44 << 20 // the reader, and one page at a time
	if raced {                         // the race detector takes several times the memory
		if said, err := exec.Command("go", "test", "-count=1", "-run", "^"+t.Name()+"$", ".").CombinedOutput(); err != nil {
			t.Errorf("%v: %s", err, said)
		}
		return
	}
	data := long(t, pages)
	f := on(t, "long.pdf", data)
	in, err := f.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = in.Close() }()
	read := make([]result, 1)
	limits := sandbox.Limits{Memory: most + int64(len(data)), Wall: time.Minute, Output: readOutput, Line: readLine}
	err = sandbox.Run(t.Context(), sandbox.Spec{Kind: ownReader, Params: []string{"long.pdf"}, Files: []*os.File{in}, Limits: limits}, func(text []byte) error {
		if err := take(text, read); err != nil {
			return err
		}
		read[0].file.Pages = read[0].file.Pages[len(read[0].file.Pages):] // dropped, so that this process does not fill up either
		return nil
	})
	if err != nil || !read[0].done || read[0].fail != "" {
		t.Errorf("%d pages, %d bytes, in %d MB: %v, %+v", pages, len(data), limits.Memory>>20, err, read[0].fail)
	}
}

// What is kept of a page are its lines: some kilobytes.
func TestWhatIsKeptOfAPageIsSmall(t *testing.T) {
	const pages, most = 300, 40 << 10 // bytes a page
	f := on(t, "long.pdf", long(t, pages))
	before := heap()
	file := New(t.Context(), Options{}).Read(t.Context(), []File{f})[0]
	each := (heap() - before) / pages
	if len(file.Pages) != pages || each > most {
		t.Errorf("%d pages of %d bytes each, want at most %d", len(file.Pages), each, most)
	}
	runtime.KeepAlive(file)
}

func heap() int64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}
