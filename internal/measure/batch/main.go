// Batch measures the nightly run: cases a minute by the number of workers, what ledger, queue and writing cost a case, and how much memory
// a long queue takes.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"imr"
	"imr/internal/casefile"
	"imr/internal/engine"
	"imr/internal/ledger"
	"imr/internal/output"
	"imr/internal/vault"
)

func main() {
	cases := flag.Int("n", 60, "cases of the real runs")
	bare := flag.Int("bare", 500, "cases of the run whose work is nothing")
	queued := flag.Int("queued", 100_000, "cases of the long queue")
	flag.Parse()
	if err := measure(os.Stdout, *cases, *bare, *queued); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func measure(w io.Writer, cases, bare, queued int) error {
	dir, err := os.MkdirTemp("", "bench-batch")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	return errors.Join(real(w, dir, cases), overhead(w, dir, bare, false), overhead(w, dir, bare, true), long(w, dir, queued))
}

// real runs the program over copies of a sample, each with a number of its own.
func real(w io.Writer, dir string, n int) error {
	bin, in := filepath.Join(dir, "imr"), filepath.Join(dir, "in")
	if out, err := exec.Command("go", "build", "-o", bin, "./cmd/imr").CombinedOutput(); err != nil {
		return fmt.Errorf("%s: %w", out, err)
	}
	for i := range n {
		if err := copyCase("samples/first-course-18", filepath.Join(in, fmt.Sprintf("case-%04d", i)), i); err != nil {
			return err
		}
	}
	for _, workers := range []string{"1", "2"} {
		c := exec.Command(bin, "batch", in, "-o", filepath.Join(dir, "out-"+workers), "-j", workers)
		began := time.Now()
		if out, err := c.CombinedOutput(); err != nil {
			return fmt.Errorf("%s: %w", out, err)
		}
		took := time.Since(began)
		cpu := c.ProcessState.UserTime() + c.ProcessState.SystemTime()
		fmt.Fprintf(w, "%s worker(s): %d cases in %.1f s, %.0f a minute; %.0f ms of processor time a case\n", workers, n, took.Seconds(), float64(n)/took.Minutes(), cpu.Seconds()*1000/float64(n))
	}
	return nil
}

func copyCase(from, to string, i int) error {
	if err := os.CopyFS(to, os.DirFS(from)); err != nil {
		return err
	}
	return errors.Join(os.WriteFile(filepath.Join(to, "case.toml"), fmt.Appendf(nil, "number = \"CM15-%07d\"\n", i), 0o600), os.WriteFile(filepath.Join(to, ".done"), nil, 0o600))
}

// overhead runs the engine over cases whose work is nothing, with or without files to write.
func overhead(w io.Writer, dir string, n int, writes bool) error {
	in, ctx := filepath.Join(dir, fmt.Sprint("bare-", writes)), context.Background()
	for i := range n {
		to := filepath.Join(in, fmt.Sprintf("case-%05d", i))
		if err := errors.Join(os.MkdirAll(to, 0o700), os.WriteFile(filepath.Join(to, "a.pdf"), fmt.Append(nil, i), 0o600), os.WriteFile(filepath.Join(to, ".done"), nil, 0o600)); err != nil {
			return err
		}
	}
	k, err := open(ctx, in+"-out")
	if err != nil {
		return err
	}
	var files map[string][]byte
	what := "intake, ledger and queue"
	if writes {
		files, what = map[string][]byte{}, "the same and six files written durably"
	}
	for _, name := range []string{"decision.json", "letter.pdf", "letter.txt", "letter.html", "public.pdf", "public.json"} {
		if writes {
			files[name] = []byte("x")
		}
	}
	e, err := engine.New(ctx, k, engine.Options{Inbox: in, Workers: 1, Limit: time.Minute, Now: time.Now, Log: slog.New(slog.DiscardHandler),
		Work: func(context.Context, casefile.Case, error) engine.Outcome {
			return engine.Outcome{Decision: imr.Decision{Schema: imr.DecisionSchema, Status: imr.Proposed}, Files: files}
		}, Tell: func(engine.Event) {}, Warn: func(string, ...any) {}})
	if err != nil {
		return err
	}
	began := time.Now()
	if _, err := e.Once(ctx, func(int) {}); err != nil {
		return err
	}
	fmt.Fprintf(w, "a case whose work is nothing: %.1f ms for %s\n", time.Since(began).Seconds()*1000/float64(n), what)
	return closed(k)
}

func open(ctx context.Context, dir string) (k engine.Keeper, err error) {
	if k.Folder, err = output.Open(dir, output.Alone); err != nil {
		return k, err
	}
	if k.Vault, err = vault.Open(ctx, filepath.Join(k.Folder.Inner(), "store")); err != nil {
		return k, err
	}
	k.Ledger, err = ledger.Open(ctx, k.Folder.Inner())
	return k, err
}

func closed(k engine.Keeper) error {
	return errors.Join(k.Ledger.Close(), k.Vault.Close(), k.Folder.Close())
}

// long claims so many cases and asks for the most urgent.
func long(w io.Writer, dir string, n int) error {
	ctx := context.Background()
	k, err := open(ctx, filepath.Join(dir, "out-long"))
	if err != nil {
		return err
	}
	began := time.Now()
	for i := range n {
		id := fmt.Sprintf("case-%06d", i)
		if _, _, err := k.Ledger.Claim(ctx, ledger.Case{ID: id, Base: id, Content: fmt.Sprintf("%064d", i), Path: "/in/" + id, Due: began.AddDate(0, 0, i%30)}, k.Folder, began); err != nil {
			return err
		}
	}
	claim := time.Since(began) / time.Duration(n)
	began = time.Now()
	if _, err := k.Ledger.Next(ctx, 64); err != nil {
		return err
	}
	fmt.Fprintf(w, "%d cases that wait: %s to claim each, %s to find the 64 most urgent, %s of memory at most\n", n, claim.Round(time.Microsecond), time.Since(began).Round(time.Millisecond), peak())
	return closed(k)
}

// peak is the largest memory that this process had, as the system tells it.
func peak() string {
	b, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return "an unknown amount"
	}
	for _, line := range strings.Split(string(b), "\n") {
		if size, ok := strings.CutPrefix(line, "VmHWM:"); ok {
			return strings.TrimSpace(size)
		}
	}
	return "an unknown amount"
}
