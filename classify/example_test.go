package classify_test

import (
	"fmt"

	"imr"
	"imr/classify"
	"imr/extract"
)

// One page of a UR letter is enough to see a request and what became of it; a file with nothing else is referred later.
func Example() {
	var page imr.Page
	page.Number, page.How = 1, "text"
	for i, text := range []string{
		"NOTICE OF UTILIZATION REVIEW DETERMINATION",
		"Date: 02/19/2014",
		"The request for 12 visits of acupuncture is modified to 4 visits.",
	} {
		page.Lines = append(page.Lines, imr.Line{Number: i + 1, Cells: []imr.Cell{{Text: text, Box: imr.Box{72, 72 + 14*float64(i), 400, 84 + 14*float64(i)}}}})
	}
	record := imr.Record{ID: "example", Files: []imr.RecordFile{{Name: "letter.pdf", Pages: []imr.Page{page}}}}
	c := classify.Case(record, extract.Mentions(record), classify.Known{})
	it := c.Items[0]
	fmt.Println(it.Service, it.RequestedVisits.Value, it.AuthorizedVisits.Value, it.Course.Status)
	// Output: acupuncture {12 12} 4 silent
}
