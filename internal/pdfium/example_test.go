package pdfium_test

import (
	"context"
	"fmt"

	"imr/internal/pdfium"
	"imr/internal/records"
)

func Example() {
	made, err := records.PDF("| Service | Quantity |\n| Acupuncture | 6 visits |\n")
	if err != nil {
		fmt.Println(err)
		return
	}
	engine, err := pdfium.Open(context.Background(), pdfium.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	defer func() { _ = engine.Close() }()
	file, err := engine.Read("request.pdf", made)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, line := range file.Pages[0].Lines {
		fmt.Println(line.Cells[0].Text, "|", line.Cells[1].Text)
	}
	picture, err := engine.Raster(made, 1, 150)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(picture.Image.Rect.Max, picture.Width, picture.Height)
	// Output:
	// Service | Quantity
	// Acupuncture | 6 visits
	// (1275,1650) 612 792
}
