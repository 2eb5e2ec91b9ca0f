package reading_test

import (
	"context"
	"fmt"
	"os"

	"imr/internal/reading"
)

// A program that reads begins its main with sandbox.Child(reading.Kinds()), as this package's tests do.
func Example() {
	ctx := context.Background()
	missing := reading.File{Name: "rfa.pdf", Open: func() (*os.File, error) { return nil, os.ErrNotExist }}
	read := reading.New(ctx, reading.Options{}).Read(ctx, []reading.File{missing})
	fmt.Println(read[0].Name, read[0].Unread[0].Reason)
	// Output: rfa.pdf it could not be opened: file does not exist
}
