package records_test

import (
	"bytes"
	"fmt"

	"imr/internal/records"
)

func Example() {
	pdf, err := records.PDF(`
# REQUEST FOR AUTHORIZATION
Name: Doe, Jordan || Date of Injury: 09/12/2013

| Service/Good Requested | Other Information         |
| Acupuncture            | 3 times a week for 2 weeks |
`)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(bytes.Contains(pdf, []byte("(3 times a week for 2 weeks)")))
	// Output: true
}
