package pattern_test

import (
	"fmt"

	"imr/internal/pattern"
)

func Example() {
	visits := pattern.New(`(\d+) acupuncture visits`)
	fmt.Println(visits.FindStringSubmatch("She had 6 acupuncture visits.")[1])
	// Output: 6
}
