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
	work := func(_ context.Context, n int) string {
		if n%2 == 1 {
			panic(fmt.Sprint("boom ", n))
		}
		return fmt.Sprint(n)
	}
	failed := func(n int, err error) string {
		if !errors.Is(err, ErrPanic) {
			t.Errorf("%d failed with %v", n, err)
		}
		return sayFailed(n, err)
	}
	for _, workers := range []int{1, 2, 8} {
		var got []string
		err := Run(context.Background(), workers, time.Minute, numbers(5), work, failed, func(_ int, s string) { got = append(got, s) })
		if err != nil || len(got) != 5 || got[0] != "0" || got[2] != "2" || got[4] != "4" || !strings.Contains(got[1], "boom 1") || !strings.Contains(got[3], "boom 3") {
			t.Errorf("%d workers: got %v, %v", workers, got, err)
		}
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
	failed := func(n int, err error) string { return fmt.Sprint(n, errors.Is(err, ErrTooLong)) }
	err := Run(context.Background(), 1, 20*time.Millisecond, numbers(2), work, failed, func(_ int, s string) { got = append(got, s) })
	if err != nil || len(got) != 2 || got[0] != "0 true" || got[1] != "1" {
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

func TestASlowCaseHoldsUpABoundedNumber(t *testing.T) {
	const workers = 2
	var begun atomic.Int32
	last := make(chan struct{})
	work := func(_ context.Context, n int) string {
		if n == 0 {
			<-last
		}
		if begun.Add(1) == ahead*workers { // as many as may be begun while the first is not delivered
			close(last)
		}
		return ""
	}
	delivered, most := 0, 0
	err := Run(context.Background(), workers, time.Minute, numbers(500), work, sayFailed, func(int, string) {
		delivered++
		most = max(most, int(begun.Load())-delivered)
	})
	if err != nil || delivered != 500 || most > (ahead+2)*workers {
		t.Errorf("delivered %d, at most %d ahead, %v", delivered, most, err)
	}
}
