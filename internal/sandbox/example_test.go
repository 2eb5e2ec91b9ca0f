//go:build linux

package sandbox_test

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"os"
	"time"

	"imr/internal/sandbox"
)

// countBytes is a kind of children that counts the bytes of its input. The program's main begins with
//
//	sandbox.Child(map[string]sandbox.Kind{"count": countBytes})
//
// as TestMain does here.
func countBytes(params json.RawMessage) (sandbox.Work, error) {
	var unit string
	err := json.Unmarshal(params, &unit)
	return func(in []*os.File, out io.Writer) error {
		n, err := io.Copy(io.Discard, in[0])
		if err != nil {
			return err
		}
		_, opening := os.Open("/etc/passwd")
		return json.NewEncoder(out).Encode([]any{n, unit, opening != nil})
	}, err
}

func Example() {
	input, err := os.Open("testdata/hostile.pdf")
	if err != nil {
		log.Fatal(err)
	}
	defer func() { _ = input.Close() }() // was only read
	spec := sandbox.Spec{
		Kind:   "count",
		Params: "bytes",
		Files:  []*os.File{input},
		Limits: sandbox.Limits{Memory: 256 << 20, Wall: 10 * time.Second},
	}
	err = sandbox.Run(context.Background(), spec, func(line []byte) error {
		fmt.Println(string(line))
		return nil
	})
	fmt.Println(err)
	// Output:
	// [27,"bytes",true]
	// <nil>
}
