package casefile_test

import (
	"fmt"
	"strings"

	"imr/internal/casefile"
)

func Example() {
	c, err := casefile.FromReader(strings.NewReader("%PDF-1.7"))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(c.ID, c.Files[0].Name)
	// Output: stdin stdin.pdf
}
