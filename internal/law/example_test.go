package law_test

import (
	"fmt"

	"imr/internal/law"
)

func Example() {
	book, err := law.Load()
	if err != nil {
		fmt.Println(err)
		return
	}
	text, _ := book.InForce("9792.24.1", "2014-02-19")
	quote, _ := text.Quote("(c)(2)", "Frequency: 1 to 3 times per week.")
	fmt.Println(quote.Section, quote.Version, quote.Quote)
	// Output: 9792.24.1(c)(2) 2009-07-18 Frequency: 1 to 3 times per week.
}
