package output_test

import (
	"fmt"
	"os"

	"imr/internal/output"
)

func Example() {
	dir, err := os.MkdirTemp("", "out")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer func() { _ = os.RemoveAll(dir) }()
	store, err := output.Open(dir)
	if err != nil {
		fmt.Println(err)
		return
	}
	defer func() { _ = store.Close() }()
	place, _ := store.Place("case-1", "hash of its content")
	fmt.Println(place.Name, store.Write(place, "case-1", "hash of its content", map[string][]byte{"decision.json": []byte("{}")}))
	// Output: case-1 <nil>
}
