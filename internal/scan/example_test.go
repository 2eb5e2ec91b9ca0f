package scan_test

import (
	"fmt"

	"imr/internal/pdf"
	"imr/internal/records"
	"imr/internal/scan"
)

// A fax of a request, which lay a little crooked.
func Example() {
	made, err := records.PDF("| Service | Quantity |\n| Acupuncture | 6 visits |\n")
	if err != nil {
		fmt.Println(err)
		return
	}
	fax, err := scan.PDF(made, scan.Settings{DPI: 200, Mono: true, Skew: 1.5, Noise: 0.2})
	if err != nil {
		fmt.Println(err)
		return
	}
	file, err := pdf.Read("fax.pdf", fax)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(len(file.Pages), "page,", len(file.Pages[0].Lines), "lines of text")
	// Output: 1 page, 0 lines of text
}
