package render_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"testing"
)

// node is an element of a web page.
type node struct {
	name string
	attr map[string]string
	text string // of the element and those in it
	path []string
}

// nodes parses a page strictly, as XML, in the order in which its elements begin.
func nodes(t *testing.T, b []byte) []*node {
	t.Helper()
	var all, open []*node
	for d := xml.NewDecoder(bytes.NewReader(b)); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return all
		}
		if err != nil {
			t.Fatalf("%v in\n%s", err, b)
		}
		switch token := token.(type) {
		case xml.StartElement:
			n := &node{name: token.Name.Local, attr: map[string]string{}}
			for _, o := range open {
				n.path = append(n.path, o.name)
			}
			for _, a := range token.Attr {
				n.attr[a.Name.Local] = a.Value
			}
			all, open = append(all, n), append(open, n)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			for _, o := range open {
				o.text += string(token)
			}
		}
	}
}
