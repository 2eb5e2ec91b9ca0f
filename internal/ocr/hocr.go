package ocr

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"image"
	"io"
	"strconv"
	"strings"
)

// found is a word as the program reports it, in pixels of the picture that it was given.
type found struct {
	text       string
	box        image.Rectangle
	confidence float64 // percent
}

// row is a line of words, and its baseline: offset + slope*x in pixels below the foot of its box, x from the left of its box.
type row struct {
	box           image.Rectangle
	slope, offset float64
	words         []found
}

// baseline returns its height at x.
func (r row) baseline(x float64) float64 {
	return float64(r.box.Max.Y) + r.offset + r.slope*(x-float64(r.box.Min.X))
}

// parse reads hOCR: spans of class ocr_line, ocr_header and the like around spans of class ocrx_word, with properties in their titles.
func parse(hocr []byte) ([]row, error) {
	d := xml.NewDecoder(bytes.NewReader(hocr))
	var p parser
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return p.rows, nil
		}
		if err != nil {
			return nil, fmt.Errorf("what tesseract wrote cannot be read (%w); is its version 4 or later?", err)
		}
		p.take(token)
	}
}

// parser collects rows while it walks through the elements.
type parser struct {
	rows   []row
	depth  int // of the element walked through
	inWord int // the depth of the word walked through, or 0
}

func (p *parser) take(token xml.Token) {
	switch t := token.(type) {
	case xml.StartElement:
		p.depth++
		p.begin(properties(t))
	case xml.EndElement:
		if p.depth == p.inWord {
			p.inWord = 0
		}
		p.depth--
	case xml.CharData:
		if p.inWord > 0 {
			words := p.rows[len(p.rows)-1].words
			words[len(words)-1].text += strings.TrimSpace(string(t))
		}
	}
}

func (p *parser) begin(is propertyList) {
	switch {
	case is.has("x_wconf") && len(p.rows) > 0:
		r := &p.rows[len(p.rows)-1]
		r.words = append(r.words, found{box: is.box(), confidence: is.number("x_wconf", 0)})
		p.inWord = p.depth
	case is.has("baseline"):
		p.rows = append(p.rows, row{box: is.box(), slope: is.number("baseline", 0), offset: is.number("baseline", 1)})
	}
}

// propertyList is what an element's title says: names, each with numbers.
type propertyList map[string][]float64

func properties(e xml.StartElement) propertyList {
	p := propertyList{}
	for _, a := range e.Attr {
		if a.Name.Local == "title" {
			for part := range strings.SplitSeq(a.Value, ";") {
				p.add(strings.Fields(part))
			}
		}
	}
	return p
}

func (p propertyList) add(fields []string) {
	for i, f := range fields {
		if i > 0 {
			n, _ := strconv.ParseFloat(f, 64) // names of files, which are of no use here, become 0
			p[fields[0]] = append(p[fields[0]], n)
		}
	}
}

func (p propertyList) has(name string) bool { return len(p[name]) > 0 }

func (p propertyList) number(name string, i int) float64 {
	if i >= len(p[name]) {
		return 0
	}
	return p[name][i]
}

func (p propertyList) box() image.Rectangle {
	n := func(i int) int { return int(p.number("bbox", i)) }
	return image.Rect(n(0), n(1), n(2), n(3))
}
