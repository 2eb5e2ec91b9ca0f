package ocr_test

import (
	"context"
	"fmt"

	"imr/internal/ocr"
	"imr/internal/pdf"
	"imr/internal/records"
	"imr/internal/scan"
)

// A fax that lay on its side is read, and its lines are laid out.
func Example() {
	made, err := records.PDF("# REQUEST FOR AUTHORIZATION\n\nThe employee asks for 6 visits of acupuncture, 2 a week for 3 weeks.\n")
	if err != nil {
		fmt.Println(err)
		return
	}
	const dpi = 200
	pages, err := scan.Pages(made, dpi)
	if err != nil {
		fmt.Println(err)
		return
	}
	fax := scan.Settings{DPI: dpi, Mono: true, Turn: 1, Skew: 1}.Scan(pages[0])
	page, err := ocr.Reader{}.Read(context.Background(), fax, dpi)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, line := range pdf.Lines(page.Words) {
		fmt.Println(line.Text())
	}
	fmt.Println(page.Turn, "quarters clockwise put it upright")
	// Output:
	// REQUEST FOR AUTHORIZATION
	// The employee asks for 6 visits of acupuncture, 2 a week for 3 weeks.
	// 3 quarters clockwise put it upright
}
