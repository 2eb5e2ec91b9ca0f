// Make writes the PDF of every twin below the folders given, or below samples and testdata/cases where none is given.
package main

import (
	"fmt"
	"io"
	"os"

	"imr/internal/records"
)

func main() {
	if err := run(os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "make:", err)
		os.Exit(1)
	}
}

func run(folders []string, out io.Writer) error {
	if len(folders) == 0 {
		folders = []string{"samples", "testdata/cases"}
	}
	for _, folder := range folders {
		twins, err := records.Find(folder)
		if err != nil {
			return err
		}
		for _, t := range twins {
			if err := t.Write(); err != nil {
				return err
			}
		}
		fmt.Fprintf(out, "%s: %d records\n", folder, len(twins))
	}
	return nil
}
