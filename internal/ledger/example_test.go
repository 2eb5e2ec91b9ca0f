package ledger_test

import (
	"context"
	"fmt"
	"os"
	"time"

	"imr/internal/ledger"
)

// empty is an output folder in which nothing lies yet.
type empty struct{}

func (empty) Exists(string) bool  { return false }
func (empty) Whole(string) bool   { return false }
func (empty) Adopted(string) bool { return false }

func Example() {
	ctx := context.Background()
	dir, err := os.MkdirTemp("", "ledger")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer func() { _ = os.RemoveAll(dir) }()
	l, err := ledger.Open(ctx, dir)
	if err != nil {
		fmt.Println(err)
		return
	}
	defer func() { _ = l.Close() }()
	for _, id := range []string{"case-1", "copy-of-case-1"} {
		t, fresh, err := l.Claim(ctx, ledger.Case{ID: id, Base: id, Content: "the hash of its content", Path: "/in/" + id}, empty{}, time.Now())
		fmt.Println(t.Folder, t.State, fresh, err)
	}
	// Output:
	// case-1 pending true <nil>
	// case-1 pending false <nil>
}
