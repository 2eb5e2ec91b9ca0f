package monitor

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// Monitor counts cases and answers on a port.
type Monitor struct {
	listener net.Listener
	health   func() error
	registry *prometheus.Registry
	ended    *prometheus.CounterVec
	seconds  prometheus.Histogram
}

// Open takes a port of this machine, as "127.0.0.1:9464". Health is nil while all is well; pending is how many cases wait.
func Open(address string, health func() error, pending func() float64) (*Monitor, error) {
	at, err := netip.ParseAddrPort(address)
	if err != nil || !at.Addr().IsLoopback() {
		return nil, fmt.Errorf("listen = %q is no port of this machine itself; write it as \"127.0.0.1:9464\"", address)
	}
	m := &Monitor{health: health, registry: prometheus.NewRegistry(),
		ended:   prometheus.NewCounterVec(prometheus.CounterOpts{Name: "imr_cases_ended_total", Help: "Cases that ended, by the status of their decision, or failed."}, []string{"status"}),
		seconds: prometheus.NewHistogram(prometheus.HistogramOpts{Name: "imr_case_seconds", Help: "How long a case took.", Buckets: []float64{.1, .3, 1, 3, 10, 30, 100, 300}}),
	}
	m.registry.MustRegister(m.ended, m.seconds, prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: "imr_cases_pending", Help: "Cases that are to be done."}, pending))
	if m.listener, err = net.Listen("tcp", address); err != nil {
		return nil, fmt.Errorf("the port %s cannot be used: %w; choose another for listen", address, err)
	}
	return m, nil
}

// Ended counts a case.
func (m *Monitor) Ended(status string, took time.Duration) {
	m.ended.WithLabelValues(status).Inc()
	m.seconds.Observe(took.Seconds())
}

// Address is where it answers.
func (m *Monitor) Address() string { return m.listener.Addr().String() }

// Serve answers until the context ends.
func (m *Monitor) Serve(ctx context.Context) error {
	mux := http.NewServeMux()
	mux.Handle("GET /metrics", promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{}))
	mux.HandleFunc("GET /healthz", m.answer)
	s := &http.Server{Handler: mux, ReadHeaderTimeout: 5 * time.Second}
	stop := context.AfterFunc(ctx, func() { _ = s.Close() })
	defer stop()
	if err := s.Serve(m.listener); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

func (m *Monitor) answer(w http.ResponseWriter, _ *http.Request) {
	if err := m.health(); err != nil {
		http.Error(w, err.Error(), http.StatusServiceUnavailable)
		return
	}
	_, _ = w.Write([]byte("ok\n")) // who asked may be gone
}
