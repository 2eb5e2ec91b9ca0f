package extract_test

import (
	"fmt"

	"imr"
	"imr/extract"
	"imr/internal/pdf"
	"imr/internal/records"
)

// Extraction reports what a sentence may speak of; whether stopping a drug that was not tolerated is less dependency on treatment is for
// classification to say.
func Example() {
	made, err := records.PDF("# Progress report\nNaproxen upset her stomach and was stopped.\n")
	if err != nil {
		fmt.Println(err)
		return
	}
	record := imr.Record{ID: "case-1"}
	if file, err := pdf.Read("report.pdf", made); err == nil {
		record.Files = append(record.Files, file)
	}
	for _, m := range extract.Mentions(record) {
		fmt.Printf("page %d: %s, %s: %s\n", m.Evidence.Page, m.Topic, m.Sense, m.Text)
	}
	// Output:
	// page 1: clinical, medication: Naproxen upset her stomach and was stopped.
	// page 1: medication, not_tolerated: Naproxen upset her stomach and was stopped.
	// page 1: improvement_dependency, reduced: Naproxen upset her stomach and was stopped.
}
