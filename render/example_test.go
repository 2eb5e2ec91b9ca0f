package render_test

import (
	"fmt"
	"strings"

	"imr"
	"imr/render"
)

// A decision in which nothing could be decided becomes a notice.
func Example() {
	d := imr.Decision{
		Schema: imr.DecisionSchema,
		Case:   imr.CaseHeader{ID: "no-review", URDate: "2016-10-27"},
		Status: imr.Ineligible,
		Flags:  []imr.Flag{{Code: "authorized-later", Text: "A later letter authorizes the request in full."}},
	}
	letter, err := render.Compose(d)
	if err != nil {
		fmt.Println(err)
		return
	}
	lines := strings.Split(string(render.Text(letter)), "\n")
	fmt.Println(strings.TrimSpace(lines[9]))
	fmt.Println(lines[15])
	// Output:
	// No determination
	// Why: A later letter authorizes the request in full.
}
