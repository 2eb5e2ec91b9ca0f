package engine

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"imr"
	"imr/internal/casefile"
	"imr/internal/ledger"
	"imr/internal/output"
	"imr/internal/vault"
)

// bench is an inbox and an output folder with an engine over them whose work only copies.
type bench struct {
	t       *testing.T
	in, out string
	opt     Options

	mu     sync.Mutex
	events []string
	warned []string
	worked []string
}

func benchOf(t *testing.T) *bench {
	t.Helper()
	b := &bench{t: t, in: filepath.Join(t.TempDir(), "in"), out: filepath.Join(t.TempDir(), "out")}
	if err := os.Mkdir(b.in, 0o700); err != nil {
		t.Fatal(err)
	}
	b.opt = Options{
		Inbox: b.in, Workers: 1, Limit: time.Minute, Grace: 50 * time.Millisecond, Rest: 5 * time.Millisecond, MostPending: 2, Now: time.Now,
		Log: slog.New(slog.DiscardHandler), Work: b.copied, GaveUp: func(in casefile.Case, err error) Outcome { return outcome(in, err) },
		Tell: b.told, Warn: func(format string, args ...any) { b.note(&b.warned, fmt.Sprintf(format, args...)) },
	}
	return b
}

func (b *bench) note(list *[]string, text string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	*list = append(*list, text)
}

func (b *bench) told(ev Event) {
	b.note(&b.events, fmt.Sprintf("%s %s %v", ev.ID, ev.Task.State, map[bool]string{true: "already", false: "new"}[ev.Already]))
}

func (b *bench) copied(_ context.Context, in casefile.Case, _ error) Outcome {
	b.note(&b.worked, in.ID)
	return outcome(in, nil)
}

func outcome(in casefile.Case, err error) Outcome {
	return Outcome{Decision: imr.Decision{Schema: imr.DecisionSchema, Status: imr.Proposed}, Files: map[string][]byte{"decision.json": []byte(in.Hash)}, Err: err}
}

// put lays a case into the inbox, complete.
func (b *bench) put(id, toml string) {
	b.t.Helper()
	for name, body := range map[string]string{"a.pdf": "pdf", "case.toml": toml, ".done": ""} {
		path := filepath.Join(b.in, id, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o700), os.WriteFile(path, []byte(body), 0o600)); err != nil {
			b.t.Fatal(err)
		}
	}
}

func numbered(n int) string { return fmt.Sprintf("number = \"CM15-%07d\"\n", n) }

// with opens the output folder and runs something with an engine over it.
func (b *bench) with(do func(e *Engine, l *ledger.Ledger) error) error {
	b.t.Helper()
	store, err := output.Open(b.out, output.Alone)
	if err != nil {
		b.t.Fatal(err)
	}
	l, err := ledger.Open(b.t.Context(), store.Inner())
	if err != nil {
		b.t.Fatal(err)
	}
	v, err := vault.Open(b.t.Context(), filepath.Join(store.Inner(), "store"))
	if err != nil {
		b.t.Fatal(err)
	}
	e, err := New(b.t.Context(), Keeper{store, v, l}, b.opt)
	if err != nil {
		b.t.Fatal(err)
	}
	err = do(e, l)
	return errors.Join(err, l.Close(), store.Close())
}

func (b *bench) once() error {
	b.t.Helper()
	b.events, b.worked, b.warned = nil, nil, nil
	return b.with(func(e *Engine, _ *ledger.Ledger) error {
		_, err := e.Once(b.t.Context(), func(int) {})
		return err
	})
}

func (b *bench) same(what string, got []string, want ...string) {
	b.t.Helper()
	if !slices.Equal(got, want) {
		b.t.Errorf("%s: %q, want %q", what, got, want)
	}
}

func TestUrgentFirstThenByTheDayItIsDue(t *testing.T) {
	b := benchOf(t)
	b.put("a-later", "received = 2016-12-09\n")
	b.put("b-sooner", "received = 2016-12-01\n")
	b.put("c-expedited", "received = 2016-12-20\npriority = \"expedited\"\n")
	if err := b.once(); err != nil {
		t.Fatal(err)
	}
	b.same("worked", b.worked, "c-expedited", "b-sooner", "a-later")
	if err := b.once(); err != nil {
		t.Fatal(err)
	}
	b.same("worked again", b.worked)
	b.same("told again", b.events, "a-later done already", "b-sooner done already", "c-expedited done already")
}

func TestTheSameContentIsDoneOnceAndToldForEachName(t *testing.T) {
	b := benchOf(t)
	b.put("a", numbered(1))
	b.put("b", numbered(1))
	b.put("c", numbered(2))
	if err := b.once(); err != nil {
		t.Fatal(err)
	}
	b.same("worked", b.worked, "a", "c")
	b.same("told", b.events, "a done new", "b done already", "c done new")
}

// TestAPoisonousCaseHoldsUpNobody has one case that always fails in a way that may pass, and one on which the program fails.
func TestAPoisonousCaseHoldsUpNobody(t *testing.T) {
	b := benchOf(t)
	for i, id := range []string{"a-stumbles", "b-panics", "c", "d"} {
		b.put(id, numbered(i))
	}
	b.opt.Work = func(ctx context.Context, in casefile.Case, mistake error) Outcome {
		out := b.copied(ctx, in, mistake)
		switch in.ID {
		case "a-stumbles":
			out.Err = errors.New("the disk stumbled")
		case "b-panics":
			panic("a mistake")
		}
		return out
	}
	if err := b.once(); err != nil {
		t.Fatal(err)
	}
	b.same("worked", b.worked, "a-stumbles", "b-panics", "c", "d", "a-stumbles", "a-stumbles")
	b.same("told", b.events, "b-panics dead new", "c done new", "d done new", "a-stumbles dead new")
	if err := b.once(); err != nil {
		t.Fatal(err)
	}
	b.same("worked again", b.worked)
	b.opt.Again = true
	if err := b.once(); err != nil {
		t.Fatal(err)
	}
	if len(b.worked) != 6 {
		t.Errorf("with --again it worked on %q", b.worked)
	}
}

// killed leaves the claims of what lies in the inbox in the ledger, as a kill does, after which something happens.
func (b *bench) killed(then func(*Engine) error) {
	b.t.Helper()
	err := b.with(func(e *Engine, _ *ledger.Ledger) error {
		sight, err := e.scanner.Scan()
		return errors.Join(err, e.takeAll(b.t.Context(), sight.Complete), e.stop(b.t.Context()), then(e))
	})
	if err != nil {
		b.t.Fatal(err)
	}
}

// records are the contents whose records the store keeps.
func (b *bench) records() (list []string) {
	b.t.Helper()
	err := b.with(func(e *Engine, _ *ledger.Ledger) error {
		return e.Vault.EachRecords(b.t.Context(), func(content string) error { list = append(list, content); return nil })
	})
	if err != nil {
		b.t.Fatal(err)
	}
	return list
}

// TestWhatAKilledRunClaimedIsDone leaves claims, also of a case that is not in the inbox any more: the store keeps its records.
func TestWhatAKilledRunClaimedIsDone(t *testing.T) {
	b := benchOf(t)
	b.put("a", numbered(1))
	b.put("b", numbered(2))
	b.killed(func(*Engine) error { return os.RemoveAll(filepath.Join(b.in, "b")) })
	if len(b.records()) != 2 {
		t.Errorf("the store keeps the records of %q", b.records())
	}
	if err := b.once(); err != nil {
		t.Fatal(err)
	}
	b.same("worked", b.worked, "a", "b")
	b.same("told", b.events, "a done new", "b done new")
	b.same("records kept when all is done", b.records())
}

// TestWhatNobodyHasAnyMoreIsGone takes the records away from the inbox and from the store, and brings them back.
func TestWhatNobodyHasAnyMoreIsGone(t *testing.T) {
	b := benchOf(t)
	b.put("a", numbered(1))
	b.killed(func(e *Engine) error {
		list, err := e.Ledger.All(t.Context())
		return errors.Join(err, e.Vault.RemoveRecords(t.Context(), list[0].Content), os.RemoveAll(filepath.Join(b.in, "a")))
	})
	if err := b.once(); err != nil {
		t.Fatal(err)
	}
	b.same("told", b.events, "a gone new")
	b.put("a", numbered(1))
	if err := b.once(); err != nil {
		t.Fatal(err)
	}
	b.same("told when it came back", b.events, "a done new")
}

// TestACaseThatGrowsIsDoneInBothVersions changes one while it is read: it is done as it was claimed, and the next run does what it is now
// as the second version.
func TestACaseThatGrowsIsDoneInBothVersions(t *testing.T) {
	b := benchOf(t)
	b.put("a", numbered(1))
	var first string
	b.opt.Work = func(ctx context.Context, in casefile.Case, mistake error) Outcome {
		if first == "" {
			first = in.Hash
			b.put("a", numbered(2))
		}
		return b.copied(ctx, in, mistake)
	}
	if err := b.once(); err != nil {
		t.Fatal(err)
	}
	b.same("told", b.events, "a done new")
	if body, err := os.ReadFile(filepath.Join(b.out, "a", "decision.json")); err != nil || string(body) != first {
		t.Errorf("done was %s and not %s, %v", body, first, err)
	}
	if err := b.once(); err != nil {
		t.Fatal(err)
	}
	b.same("told of what it is now", b.events, "a done new")
	for dir, other := range map[string]string{"a": "../a~2", "a~2": "../a"} {
		if links, err := os.ReadFile(filepath.Join(b.out, dir, "see-also.txt")); err != nil || !strings.Contains(string(links), other+"\n") {
			t.Errorf("%s names %s, %v", dir, links, err)
		}
	}
}

// TestALostResultIsLaidAgain removes a result's folder: it comes back from the store without work; where the store lost it too, by work.
func TestALostResultIsLaidAgain(t *testing.T) {
	b := benchOf(t)
	b.put("a", numbered(1))
	for _, want := range []int{1, 0} {
		if err := b.once(); err != nil || len(b.worked) != want || !isThere(b.out, "a", "decision.json") {
			t.Fatalf("worked %q, %v", b.worked, err)
		}
		if err := os.RemoveAll(filepath.Join(b.out, "a")); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.RemoveAll(filepath.Join(b.out, ".imr", "store", "results")); err != nil {
		t.Fatal(err)
	}
	if err := b.once(); err != nil || len(b.worked) != 1 || !isThere(b.out, "a", "decision.json") {
		t.Errorf("without the store worked %q, %v", b.worked, err)
	}
}

func isThere(parts ...string) bool {
	_, err := os.Stat(filepath.Join(parts...))
	return err == nil
}

// TestASurroundingThatFailsEndsTheRunAndLosesNothing cannot write one result; that case stays to be done.
func TestASurroundingThatFailsEndsTheRunAndLosesNothing(t *testing.T) {
	b := benchOf(t)
	b.put("a", numbered(1))
	b.put("b", numbered(2))
	b.opt.Work = func(ctx context.Context, in casefile.Case, mistake error) Outcome {
		out := b.copied(ctx, in, mistake)
		if in.ID == "b" {
			out.Files = map[string][]byte{"no-such-folder/decision.json": nil}
		}
		return out
	}
	if err := b.once(); err == nil || !strings.Contains(err.Error(), "could not be written") {
		t.Errorf("got %v", err)
	}
	b.opt.Work = b.copied
	if err := b.once(); err != nil {
		t.Fatal(err)
	}
	b.same("worked", b.worked, "b")
}

// TestAStopReleasesWhatIsUnderWay ends the context while a case is worked on that takes no notice of time.
func TestAStopReleasesWhatIsUnderWay(t *testing.T) {
	b := benchOf(t)
	b.put("a", numbered(1))
	ctx, stop := context.WithCancel(t.Context())
	b.opt.Work = func(work context.Context, in casefile.Case, _ error) Outcome {
		stop()
		<-work.Done()
		return Outcome{Err: work.Err()}
	}
	err := b.with(func(e *Engine, l *ledger.Ledger) error {
		_, err := e.Once(ctx, func(int) {})
		list, listErr := l.All(t.Context())
		if listErr != nil || len(list) != 1 || list[0].State != ledger.Pending || list[0].Tries != 0 {
			t.Errorf("the ledger says %+v, %v", list, listErr)
		}
		return err
	})
	if !errors.Is(err, context.Canceled) || len(b.events) != 0 {
		t.Errorf("ended with %v; told %q", err, b.events)
	}
}

// TestAWatchOutlivesItsInbox takes the inbox away and brings it back.
func TestAWatchOutlivesItsInbox(t *testing.T) {
	b := benchOf(t)
	b.put("a", numbered(1))
	ctx, stop := context.WithCancel(t.Context())
	step := 0
	b.opt.Warn = func(format string, args ...any) {
		if text := fmt.Sprintf(format, args...); step == 1 && strings.Contains(text, "cannot be read") {
			step = 2
			if err := os.Rename(b.in+"-away", b.in); err != nil {
				t.Error(err)
			}
			b.put("b", numbered(2))
		}
	}
	b.opt.Tell = func(ev Event) {
		b.told(ev)
		switch step {
		case 0:
			step = 1
			if err := os.Rename(b.in, b.in+"-away"); err != nil {
				t.Error(err)
			}
		case 2:
			if ev.ID == "b" {
				stop()
			}
		}
	}
	if err := b.with(func(e *Engine, _ *ledger.Ledger) error { return e.Watch(ctx) }); err != nil {
		t.Fatal(err)
	}
	b.same("worked", b.worked, "a", "b")
}

// TestALongQueueIsNotMadeLonger lets two cases wait and asks for more.
func TestALongQueueIsNotMadeLonger(t *testing.T) {
	b := benchOf(t)
	for i := range 3 {
		b.put(fmt.Sprint("a", i), numbered(i))
	}
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	hold := make(chan bool)
	var once sync.Once
	b.opt.Work = func(ctx context.Context, in casefile.Case, mistake error) Outcome {
		<-hold
		return b.copied(ctx, in, mistake)
	}
	b.opt.Warn = func(format string, args ...any) {
		if text := fmt.Sprintf(format, args...); strings.Contains(text, "cases or more wait to be done; no further case is taken in") {
			once.Do(func() { close(hold) })
		}
	}
	b.opt.Tell = func(ev Event) {
		b.told(ev)
		if ev.ID == "late" {
			stop()
		} else if len(b.events) == 1 {
			b.put("late", numbered(9))
		}
	}
	if err := b.with(func(e *Engine, _ *ledger.Ledger) error {
		sight, err := e.scanner.Scan()
		return errors.Join(err, e.takeAll(ctx, sight.Complete), e.Watch(ctx))
	}); err != nil {
		t.Fatal(err)
	}
	if len(b.worked) != 4 {
		t.Errorf("worked %q", b.worked)
	}
}

func TestDue(t *testing.T) {
	seen := time.Date(2026, 1, 30, 8, 0, 0, 0, time.UTC)
	for want, a := range map[string]imr.Admin{
		"2017-01-10": {Received: "2016-12-11", Assigned: "2016-12-20"},
		"2016-12-14": {Received: "2016-12-11", Priority: "expedited"},
		"2017-01-19": {Assigned: "2016-12-20"},
		"2026-03-01": {},
		"2026-02-02": {Priority: "expedited"},
	} {
		if got := Due(a, seen).Format(time.DateOnly); got != want {
			t.Errorf("%+v: %s, want %s", a, got, want)
		}
	}
}
