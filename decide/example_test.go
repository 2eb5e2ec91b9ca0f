package decide_test

import (
	"fmt"

	"imr"
	"imr/decide"
	"imr/internal/law"
)

func Example() {
	book, err := law.Load()
	if err != nil {
		fmt.Println(err)
		return
	}
	var c imr.Case // a case whose every page was read, and that holds no decision of utilization review
	c.Facts.URDecision.Status = imr.Silent
	d := decide.Decide(c, book, imr.LetterConfig{})
	fmt.Println(d.Status, d.Flags[0].Text)
	// Output: ineligible The file holds no decision of utilization review, and without one there is nothing to review.
}
