package witness_test

import (
	"fmt"
	"log"

	"imr/internal/pdf/witness"
	"imr/internal/records"
)

func Example() {
	made, err := records.PDF("Six visits were asked for.\n")
	if err != nil {
		log.Fatal(err)
	}
	words, err := witness.Words(made)
	fmt.Println(words, err)
	_, err = witness.Attachment(made, "decision.json")
	fmt.Println(err)
	// Output:
	// [[Six visits were asked for.]] <nil>
	// another reader of PDF files cannot read the letter: decision.json is not in it
}
