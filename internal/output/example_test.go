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
	hash := "the hash of its content"
	place, err := store.Place("case-1", hash)
	fmt.Println(place.Name, err)
	fmt.Println(store.Write(place, hash, map[string][]byte{"decision.json": []byte("{}")}), store.Remember(place, hash))
	_, done := store.Done(hash)
	fmt.Println(done)
	// Output:
	// case-1 <nil>
	// <nil> <nil>
	// true
}
