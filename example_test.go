package imr_test

import (
	"fmt"

	"imr"
)

// A sentence of a letter cannot be built without a source.
func ExampleNewSentence() {
	s, err := imr.NewSentence("6 visits remain authorized.", imr.Source{Kind: imr.FromFact, Facts: []string{"f4"}})
	fmt.Println(s.Text(), err)
	_, err = imr.NewSentence("6 visits remain authorized.", imr.Source{Kind: imr.FromFact})
	fmt.Println(err)
	// Output:
	// 6 visits remain authorized. <nil>
	// a sentence of the letter has no source of kind "fact": "6 visits remain authorized."
}

func ExampleKnownFact() {
	f := imr.KnownFact(18, imr.Evidence{File: "rfa.pdf", Page: 1, Line: 21})
	fmt.Println(f.Status, f.Value, f.Places()[0].File)
	// Output: known 18 rfa.pdf
}
