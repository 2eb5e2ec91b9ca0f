package pipeline

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

func numbers(n int) []int {
	var out []int
	for i := range n {
		out = append(out, i)
	}
	return out
}

func say(_ context.Context, n int) string { return fmt.Sprint(n) }

func sayFailed(n int, err error) string { return fmt.Sprintf("%d failed: %v", n, err) }

func TestResultsComeInOrderWhateverTheWorkers(t *testing.T) {
	var want []string
	for _, n := range numbers(200) {
		want = append(want, fmt.Sprint(n))
	}
	for _, workers := range []int{0, 1, 8} {
		var got []string
		err := Run(context.Background(), workers, time.Minute, numbers(200), say, sayFailed, func(_ int, s string) { got = append(got, s) })
		if err != nil || !slices.Equal(got, want) {
			t.Errorf("%d workers: %v, %v", workers, got, err)
		}
	}
}

func TestAPanicIsOneCasesOwn(t *testing.T) {
	var got []string
	work := func(_ context.Context, n int) string {
		if n == 1 {
			panic("boom")
		}
		return fmt.Sprint(n)
	}
	err := Run(context.Background(), 2, time.Minute, numbers(3), work, sayFailed, func(_ int, s string) { got = append(got, s) })
	if err != nil || len(got) != 3 || got[0] != "0" || !strings.Contains(got[1], "boom") || got[2] != "2" {
		t.Errorf("got %v, %v", got, err)
	}
}

func TestACaseThatTakesTooLongIsGivenUp(t *testing.T) {
	stuck := make(chan struct{})
	defer close(stuck)
	var got []string
	work := func(_ context.Context, n int) string {
		if n == 0 {
			<-stuck
		}
		return fmt.Sprint(n)
	}
	err := Run(context.Background(), 1, 20*time.Millisecond, numbers(2), work, sayFailed, func(_ int, s string) { got = append(got, s) })
	if err != nil || len(got) != 2 || !strings.Contains(got[0], "given up") || got[1] != "1" {
		t.Errorf("got %v, %v", got, err)
	}
}

func TestCancelBeginsNoFurtherCase(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	var begun atomic.Int32
	work := func(_ context.Context, n int) string {
		if begun.Add(1) == 3 {
			cancel()
		}
		return ""
	}
	delivered := 0
	err := Run(ctx, 1, time.Minute, numbers(100), work, sayFailed, func(int, string) { delivered++ })
	if !errors.Is(err, context.Canceled) || begun.Load() != 3 || delivered != 3 {
		t.Errorf("begun %d, delivered %d, %v", begun.Load(), delivered, err)
	}
}
