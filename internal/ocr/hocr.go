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
	var rows []row
	var depth, wordDepth int
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return rows, nil
		}
		if err != nil {
			return nil, fmt.Errorf("what tesseract wrote cannot be read (%w); is its version 4 or later?", err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			depth++
			p := properties(t)
			switch {
			case p.has("x_wconf") && len(rows) > 0:
				r := &rows[len(rows)-1]
				r.words = append(r.words, found{box: p.box(), confidence: p.number("x_wconf", 0)})
				wordDepth = depth
			case p.has("baseline"):
				rows = append(rows, row{box: p.box(), slope: p.number("baseline", 0), offset: p.number("baseline", 1)})
			}
		case xml.EndElement:
			if depth == wordDepth {
				wordDepth = 0
			}
			depth--
		case xml.CharData:
			if wordDepth > 0 {
				words := rows[len(rows)-1].words
				words[len(words)-1].text += strings.TrimSpace(string(t))
			}
		}
	}
}

// propertyList is what an element's title says: names, each with numbers.
type propertyList map[string][]float64

func properties(e xml.StartElement) propertyList {
	p := propertyList{}
	for _, a := range e.Attr {
		if a.Name.Local != "title" {
			continue
		}
		for part := range strings.SplitSeq(a.Value, ";") {
			fields := strings.Fields(part)
			if len(fields) == 0 {
				continue
			}
			p[fields[0]] = nil
			for _, f := range fields[1:] {
				n, _ := strconv.ParseFloat(f, 64) // names of files, which are of no use here, become 0
				p[fields[0]] = append(p[fields[0]], n)
			}
		}
	}
	return p
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
