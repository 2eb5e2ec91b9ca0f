package visits_test

import (
	"fmt"

	"imr/extract/visits"
)

func Example() {
	for _, ph := range visits.Parse("Acupuncture, 10 visits (2x6), low back") {
		fmt.Println(ph.Text, ph.Readings)
	}
	// Output: 10 visits (2x6 [{10 10} {12 12}]
}
