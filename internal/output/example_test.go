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
	store, err := output.Open(dir, output.Alone)
	if err != nil {
		fmt.Println(err)
		return
	}
	defer func() { _ = store.Close() }()
	name := output.Name("case-1")
	fmt.Println(store.Write(output.Result{Name: name, Files: map[string][]byte{"decision.json": []byte("{}")}}), store.Whole(name))
	// Output: <nil> true
}
