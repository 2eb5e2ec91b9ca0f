package pgcluster_test

import (
	"strings"
	"testing"

	"imr/internal/pgcluster"
)

func Example() {
	test := func(t *testing.T) {
		server := pgcluster.Start(t)
		if url := server.Database(t); !strings.HasPrefix(url, "postgres://") {
			t.Error(url)
		}
	}
	_ = test // a test calls Start with its own t
	// Output:
}
