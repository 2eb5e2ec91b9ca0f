package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"imr"
	"imr/internal/casefile"
	"imr/internal/ledger"
	"imr/internal/pipeline"
)

// processorFor is a processor that writes to a folder.
func processorFor(t *testing.T, folder string) *processor {
	t.Helper()
	p, err := newProcessor(t.Context(), shared{Out: folder})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(p.close)
	return p
}

// panicking is a job on which the program fails the first time that it loads it, and each time where always is set.
func panicking(path string, always bool) job {
	loads := 0
	return job{path, func() (casefile.Case, error) {
		if loads++; loads == 1 || always {
			panic("a mistake")
		}
		return casefile.Load(path)
	}}
}

// TestAPanicIsOneCasesOwn holds that the other cases are done, that the case has a decision that says so and is not counted as done,
// and that the command fails: the program has a mistake.
func TestAPanicIsOneCasesOwn(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "out")
	p := processorFor(t, folder)
	jobs := []job{fileJob("../../samples/first-course-6"), panicking("../../samples/first-course-18", false), panicking("nowhere", true), fileJob("../../samples/continuation-undocumented")}
	var out, messages bytes.Buffer
	print := newPrinter(&session{stdout: &out, stderr: &messages}, false)
	var got []string
	err := p.all(context.Background(), jobs, func(d done) {
		print.tell(d)
		got = append(got, fmt.Sprint(d.id, " ", d.decision.Status, " ", errors.Is(d.err, pipeline.ErrPanic)))
	})
	want := []string{"first-course-6 proposed false", "first-course-18 unreadable true", "nowhere  true", "continuation-undocumented proposed false"}
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("got %v, %v", got, err)
	}
	states := map[string]ledger.State{}
	list, err := p.keeper.Ledger.All(t.Context())
	for _, task := range list {
		states[task.Folder] = task.State
	}
	if want := map[string]ledger.State{"first-course-6": ledger.Done, "first-course-18": ledger.Dead, "continuation-undocumented": ledger.Done}; err != nil || !maps.Equal(states, want) {
		t.Errorf("the ledger says %v, %v", states, err)
	}
	if told := codeOf(print.verdict(), print); told != exitFailed {
		t.Errorf("exit code %d", told)
	}
	if s := messages.String(); !strings.Contains(s, "first-course-18: the program failed, which is a mistake in it: a mistake") || strings.Contains(out.String(), "nowhere") {
		t.Errorf("printed %s and %s", out.String(), s)
	}
	if status := statusIn(filepath.Join(folder, "first-course-18")); status != imr.Unreadable {
		t.Errorf("the decision says %q", status)
	}
}

// TestAPanicElsewhereIsASentence holds that no mistake in the program ends it with a trace and a code of its own.
func TestAPanicElsewhereIsASentence(t *testing.T) {
	var messages bytes.Buffer
	print := newPrinter(&session{stderr: &messages}, false)
	if code := ended("a mistake", print); code != exitFailed || !strings.Contains(messages.String(), "a mistake in it: a mistake; what was written before is whole") {
		t.Errorf("code %d, %s", code, messages.String())
	}
}

// TestWhichExitCodeWins holds the precedence: 1 before 2 before 3.
func TestWhichExitCodeWins(t *testing.T) {
	silent := newPrinter(&session{stderr: &bytes.Buffer{}}, false)
	unprocessed, failed := &printer{unprocessed: 1}, &printer{unprocessed: 1, failed: true}
	for name, c := range map[string]struct {
		err  error
		want int
	}{
		"nothing":            {nil, exitOK},
		"unprocessed":        {unprocessed.verdict(), exitUnprocessed},
		"a panic beside it":  {failed.verdict(), exitFailed},
		"misuse":             {misuse("x"), exitMisused},
		"the disk":           {errors.New("full"), exitFailed},
		"stopped":            {context.Canceled, exitFailed},
		"stopped and a disk": {errors.Join(context.Canceled, errors.New("full")), exitFailed},
	} {
		if got := codeOf(c.err, silent); got != c.want {
			t.Errorf("%s: code %d, want %d", name, got, c.want)
		}
	}
}
