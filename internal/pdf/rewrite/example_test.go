package rewrite_test

import (
	"bytes"
	"fmt"
	"log"

	"github.com/jung-kurt/gofpdf"

	"imr/internal/pdf/rewrite"
)

func Example() {
	made := gofpdf.New("P", "pt", "Letter", "")
	made.AddPage()
	var out bytes.Buffer
	if err := made.Output(&out); err != nil {
		log.Fatal(err)
	}
	o, err := rewrite.Read(out.Bytes())
	if err != nil {
		log.Fatal(err)
	}
	page := o.Pages()[0]
	o.Insert(page, "/Rotate 90")
	fmt.Println(bytes.Contains(o.Body[page], []byte("/Rotate 90")), bytes.Contains(o.Write([]byte("id"), ""), []byte("/Rotate 90")))
	// Output: true true
}
