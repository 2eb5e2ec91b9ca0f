package inbox

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"syscall"
	"time"
)

// Entry is a case in the inbox: a folder or a PDF.
type Entry struct {
	Name string
	Path string
}

// Scanner looks at an inbox again and again and knows since when each entry has not changed.
type Scanner struct {
	dir    string
	settle time.Duration
	now    func() time.Time
	seen   map[string]sighting
}

// sighting is how an entry looked, and since when.
type sighting struct {
	look  string
	since time.Time
}

// New returns a scanner of dir. An entry is complete when nothing in it changed for settle; now is the clock.
func New(dir string, settle time.Duration, now func() time.Time) *Scanner {
	return &Scanner{dir: dir, settle: settle, now: now, seen: map[string]sighting{}}
}

// Scan returns the entries that are complete and those that are not yet, each by name. Names that begin with a dot are no entries, nor
// are files that are no PDF.
func (s *Scanner) Scan() (complete, waiting []Entry, err error) {
	list, err := os.ReadDir(s.dir)
	if err != nil {
		return nil, nil, fmt.Errorf("the inbox %s cannot be read: %w", s.dir, err)
	}
	present := map[string]bool{}
	for _, d := range list {
		if strings.HasPrefix(d.Name(), ".") || unfinished(d.Name()) || !d.IsDir() && !strings.EqualFold(filepath.Ext(d.Name()), ".pdf") {
			continue
		}
		e := Entry{d.Name(), filepath.Join(s.dir, d.Name())}
		present[e.Name] = true
		if s.settled(e) {
			complete = append(complete, e)
		} else {
			waiting = append(waiting, e)
		}
	}
	for name := range s.seen {
		if !present[name] {
			delete(s.seen, name)
		}
	}
	return complete, waiting, nil
}

// unfinished reports whether a name is one that programs give to files they are still writing.
func unfinished(name string) bool {
	low := strings.ToLower(name)
	return strings.HasSuffix(low, ".part") || strings.HasSuffix(low, ".tmp") || strings.HasSuffix(low, ".crdownload") || strings.HasPrefix(low, ".~lock")
}

// settled reports whether an entry is complete: marked as done, or unchanged for long enough. A file that was last written long ago
// counts as unchanged since then, so that old cases need not be watched first.
func (s *Scanner) settled(e Entry) bool {
	l := lookAt(e.Path)
	if l.broken || l.busy {
		delete(s.seen, e.Name)
		return false
	}
	if l.done {
		return true
	}
	now := s.now()
	was, known := s.seen[e.Name]
	if !known || was.look != l.text {
		was = sighting{l.text, now}
		if !known && l.newest.Before(now) {
			was.since = l.newest
		}
		s.seen[e.Name] = was
	}
	return now.Sub(was.since) >= s.settle
}

// look is how an entry's files appear at one moment.
type look struct {
	text   string // name, size, time and identity of each file
	newest time.Time
	done   bool // a file .done lies in it
	busy   bool // something in it is still being written
	broken bool // it changed while it was looked at
}

func lookAt(path string) look {
	var l look
	var lines []string
	err := filepath.WalkDir(path, func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if unfinished(d.Name()) {
			l.busy = true
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		if filepath.Dir(p) == path && d.Name() == ".done" {
			l.done = true
		}
		if info.ModTime().After(l.newest) {
			l.newest = info.ModTime()
		}
		lines = append(lines, fmt.Sprintf("%s %d %d %d", p, info.Size(), info.ModTime().UnixNano(), inode(info)))
		return nil
	})
	l.broken = err != nil
	sort.Strings(lines)
	l.text = strings.Join(lines, "\n")
	return l
}

// inode is a file's identity on its file system, 0 where that has none.
func inode(info fs.FileInfo) uint64 {
	if s, ok := info.Sys().(*syscall.Stat_t); ok {
		return s.Ino
	}
	return 0
}

// Look returns how an entry appears now; two looks are equal while nothing in it changes.
func Look(e Entry) string { return lookAt(e.Path).text }
