package monitor

import (
	"context"
	"errors"
	"io"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

func get(t *testing.T, url string) (int, string) {
	t.Helper()
	r, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	b, err := io.ReadAll(r.Body)
	if err := errors.Join(err, r.Body.Close()); err != nil {
		t.Fatal(err)
	}
	return r.StatusCode, string(b)
}

func TestItTellsNumbersAndHealth(t *testing.T) {
	var ill atomic.Bool
	m, err := Open("127.0.0.1:0", func() error {
		if ill.Load() {
			return errors.New("the output cannot be written")
		}
		return nil
	}, func() float64 { return 3 })
	if err != nil {
		t.Fatal(err)
	}
	m.Ended("proposed", 2*time.Second)
	ctx, stop := context.WithCancel(t.Context())
	served := make(chan error)
	go func() { served <- m.Serve(ctx) }()
	if code, text := get(t, "http://"+m.Address()+"/metrics"); code != http.StatusOK || !strings.Contains(text, `imr_cases_ended_total{status="proposed"} 1`) || !strings.Contains(text, "imr_cases_pending 3") || !strings.Contains(text, `imr_case_seconds_bucket{le="3"} 1`) {
		t.Errorf("%d: %s", code, text)
	}
	if code, text := get(t, "http://"+m.Address()+"/healthz"); code != http.StatusOK || text != "ok\n" {
		t.Errorf("%d: %s", code, text)
	}
	ill.Store(true)
	if code, text := get(t, "http://"+m.Address()+"/healthz"); code != http.StatusServiceUnavailable || !strings.Contains(text, "cannot be written") {
		t.Errorf("%d: %s", code, text)
	}
	if _, err := Open(m.Address(), m.health, nil); err == nil || !strings.Contains(err.Error(), "choose another for listen") {
		t.Errorf("a port that is taken: %v", err)
	}
	stop()
	if err := <-served; err != nil {
		t.Error(err)
	}
}
