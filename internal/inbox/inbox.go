package inbox

import (
	"context"
	"errors"
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
	Look string // how its files appear; equal while nothing in it changes
}

// Sight is what lies in an inbox at one moment, each list by name.
type Sight struct {
	Complete []Entry
	Waiting  []Entry  // still changing, or still being written
	Strange  []string // sentences: what is no case, and why
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

// Scan looks at the inbox. Names that begin with a dot are ignored.
func (s *Scanner) Scan() (Sight, error) {
	list, err := os.ReadDir(s.dir)
	if err != nil {
		return Sight{}, fmt.Errorf("the inbox %s cannot be read: %w", s.dir, pathless(err))
	}
	var sight Sight
	present := map[string]bool{}
	for _, d := range list {
		if strings.HasPrefix(d.Name(), ".") {
			continue
		}
		present[d.Name()] = true
		s.sort(d, &sight)
	}
	for name := range s.seen {
		if !present[name] {
			delete(s.seen, name)
		}
	}
	return sight, nil
}

// Settled looks at the inbox, and once more after the settling time where a case still changes.
func (s *Scanner) Settled(ctx context.Context) (Sight, error) {
	sight, err := s.Scan()
	if err != nil || len(sight.Waiting) == 0 {
		return sight, err
	}
	t := time.NewTimer(s.settle)
	defer t.Stop()
	select {
	case <-t.C:
		return s.Scan()
	case <-ctx.Done():
		return sight, ctx.Err()
	}
}

// sort puts an entry into its list. A link could lead anywhere, and what changes behind it is not seen, so it is no case.
func (s *Scanner) sort(d fs.DirEntry, sight *Sight) {
	e := Entry{Name: d.Name(), Path: filepath.Join(s.dir, d.Name())}
	switch {
	case unfinished(e.Name):
		sight.Waiting = append(sight.Waiting, e)
	case d.Type()&fs.ModeSymlink != 0:
		sight.Strange = append(sight.Strange, e.Path+" is a link, and links are not followed; put the case itself into the inbox")
	case !d.IsDir() && !strings.EqualFold(filepath.Ext(e.Name), ".pdf"):
		sight.Strange = append(sight.Strange, e.Path+" is neither a folder nor a PDF, so it is no case; it stays where it is")
	case s.settled(&e):
		sight.Complete = append(sight.Complete, e)
	default:
		sight.Waiting = append(sight.Waiting, e)
	}
}

func pathless(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}

// unfinished reports whether a name is one that programs give to files they are still writing.
func unfinished(name string) bool {
	low := strings.ToLower(name)
	return strings.HasSuffix(low, ".part") || strings.HasSuffix(low, ".tmp") || strings.HasSuffix(low, ".crdownload") || strings.HasPrefix(low, ".~lock")
}

// longAgo is how old a time of a file must be to be believed. The clocks of a file server and of this machine may differ by less.
const longAgo = 15 * time.Minute

// settled reports whether an entry is complete: marked as done, or unchanged for long enough. A file that was last written long ago
// counts as unchanged since then, so that old cases need not be watched first. Where the clock was set back, the time counts anew.
func (s *Scanner) settled(e *Entry) bool {
	l := lookAt(e.Path)
	e.Look = l.text
	if l.done && !l.broken {
		return true
	}
	if l.broken || l.busy {
		delete(s.seen, e.Name)
		return false
	}
	now := s.now()
	was, known := s.seen[e.Name]
	if !known || was.look != l.text || now.Before(was.since) {
		was = sighting{l.text, now}
		if !known && now.Sub(l.newest) > longAgo {
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

// LookAt is how an entry's files appear now, as in Entry.Look.
func LookAt(path string) string { return lookAt(path).text }

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
