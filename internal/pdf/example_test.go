package pdf_test

import (
	"fmt"

	"imr/internal/pdf"
	"imr/internal/records"
)

func Example() {
	made, err := records.PDF("| Service | Quantity |\n| Acupuncture | 6 visits |\n")
	if err != nil {
		fmt.Println(err)
		return
	}
	file, err := pdf.Read("request.pdf", made)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, line := range file.Pages[0].Lines {
		fmt.Println(line.Cells[0].Text, "|", line.Cells[1].Text)
	}
	// Output:
	// Service | Quantity
	// Acupuncture | 6 visits
}
