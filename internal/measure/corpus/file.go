package main

import (
	"context"
	"path/filepath"
	"strings"
)

// fileResult is how all readers fared with a file.
type fileResult struct {
	path     string
	readings [3]reading // in the order of readers
	wrong    [3]bool
	with     [3]score // imr against the tool of that place; against itself nothing
	best     int      // the tool that agrees best with imr; 0 where none reads the file
	apart    int      // pages set apart
	notes    []string
}

func (r run) one(ctx context.Context, dir, path string) fileResult {
	f := fileResult{path: path}
	if rel, err := filepath.Rel(dir, path); err == nil && !strings.HasPrefix(rel, "..") {
		f.path = rel
	}
	var counted [3][]map[string]int
	for i, reader := range readers {
		f.readings[i] = read(ctx, r.program, reader, path, r.limits)
		for _, page := range f.readings[i].pages {
			counted[i] = append(counted[i], words(page))
		}
		f.readings[i].pages = nil
	}
	f.judge(counted)
	return f
}

func (f *fileResult) judge(counted [3][]map[string]int) {
	apart := f.readings[0].apart
	f.apart = len(apart)
	for i := 1; i < 3; i++ {
		if f.readings[i].outcome != wasRead {
			continue
		}
		f.with[i] = compare(counted[0], counted[i], apart)
		if f.best == 0 || f.with[i].f1() > f.with[f.best].f1() {
			f.best = i
		}
	}
	between := compare(counted[1], counted[2], apart)
	f.wrong = [3]bool{
		f.isWrong(0, between, f.with[1], f.with[2]),
		f.isWrong(1, f.with[2], f.with[1], between),
		f.isWrong(2, f.with[1], f.with[2], between),
	}
}

// isWrong reports whether a reader, which read the file, differs from both others, which agree.
func (f *fileResult) isWrong(reader int, others, one, two score) bool {
	const agree, differ = 0.9, 0.8
	for _, r := range f.readings {
		if r.outcome != wasRead {
			return false
		}
	}
	return f.readings[reader].outcome == wasRead && others.f1() >= agree && one.f1() < differ && two.f1() < differ
}

// compared is the score that counts for a file, and whether there is one: some tool reads it and somebody finds a word.
func (f *fileResult) compared() (score, bool) {
	s := f.with[f.best]
	return s, f.best > 0 && s.ours+s.theirs > 0
}
