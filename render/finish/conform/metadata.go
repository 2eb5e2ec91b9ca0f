package conform

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"
	"unicode/utf8"
)

var metadataClauses = []Clause{
	{"Matterhorn 06-001", "there is a metadata packet in UTF-8 that can be parsed (19005-3 6.6.2.1)", hasPacket},
	{"Matterhorn 06-002", "it names part 1 of PDF/UA", property(nsUA+"part", "1")},
	{"Matterhorn 06-003", "it has a title", hasTitle},
	{"19005-3 6.6.4", "it names part 3 and conformance B of PDF/A", property(nsA+"part", "3", nsA+"conformance", "B")},
	{"19005-3 6.6.2.3", "properties that PDF/A does not know are described", extension},
	{"19005-3 6.6.3", "the document information says what the metadata says, and names no author", sameInfo},
}

const (
	nsUA  = "http://www.aiim.org/pdfua/ns/id/ "
	nsA   = "http://www.aiim.org/pdfa/ns/id/ "
	nsDC  = "http://purl.org/dc/elements/1.1/ "
	nsXMP = "http://ns.adobe.com/xap/1.0/ "
	nsPDF = "http://ns.adobe.com/pdf/1.3/ "
	nsRDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
	nsExt = "http://www.aiim.org/pdfa/ns/"
)

// packet reads the metadata: the words of every element that is neither RDF's nor below another property, by namespace and name; those
// of the extension schema by their own names.
func (f *File) packet() (map[string]string, error) {
	s := f.streamOf(f.catalogue()["Metadata"])
	if s == nil || s.dict["Filter"] != nil || s.dict["Subtype"] != name("XML") || !utf8.Valid(s.raw) {
		return nil, errors.New("the metadata is not plain XML in UTF-8")
	}
	if !bytes.HasPrefix(s.raw, []byte("<?xpacket begin=\"\ufeff\"")) || !bytes.HasSuffix(s.raw, []byte(`<?xpacket end="w"?>`)) {
		return nil, errors.New("the metadata is not a packet")
	}
	out := map[string]string{}
	var open []string
	for d := xml.NewDecoder(bytes.NewReader(s.raw)); ; {
		t, err := d.Token()
		switch t := t.(type) {
		case xml.StartElement:
			open = append(open, t.Name.Space+" "+t.Name.Local)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			if at := propertyOf(open); at != "" {
				out[at] += strings.TrimSpace(string(t))
			}
		}
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return nil, err
		}
	}
}

// propertyOf is the innermost open element that is not RDF's.
func propertyOf(open []string) string {
	for _, e := range slices.Backward(open) {
		if !strings.HasPrefix(e, nsRDF) {
			return e
		}
	}
	return ""
}

func hasPacket(f *File) error {
	_, err := f.packet()
	return err
}

// property holds that properties have values, given in pairs.
func property(pairs ...string) func(*File) error {
	return func(f *File) error {
		p, _ := f.packet()
		for i := 0; i < len(pairs); i += 2 {
			if p[pairs[i]] != pairs[i+1] {
				return fmt.Errorf("%s is %q", pairs[i], p[pairs[i]])
			}
		}
		return nil
	}
}

func hasTitle(f *File) error {
	if p, _ := f.packet(); p[nsDC+"title"] == "" {
		return errors.New("the title is empty")
	}
	return nil
}

// extension holds that the one schema which PDF/A does not predefine, PDF/UA's, is described with its one property.
func extension(f *File) error {
	return property(nsExt+"schema# namespaceURI", strings.TrimSpace(nsUA), nsExt+"schema# prefix", "pdfuaid",
		nsExt+"property# name", "part", nsExt+"property# valueType", "Integer", nsExt+"property# category", "internal")(f)
}

func sameInfo(f *File) error {
	p, _ := f.packet()
	info := f.dictOf(f.trailer["Info"])
	for key, at := range map[name]string{"Title": nsDC + "title", "Subject": nsDC + "description", "Creator": nsXMP + "CreatorTool", "Producer": nsPDF + "Producer"} {
		if got := f.textOf(info[key]); got != p[at] {
			return fmt.Errorf("/%s is %q, the metadata says %q", key, got, p[at])
		}
	}
	for key, at := range map[name]string{"CreationDate": nsXMP + "CreateDate", "ModDate": nsXMP + "ModifyDate"} {
		one, err := time.Parse("D:20060102150405Z", f.textOf(info[key]))
		other, errOther := time.Parse(time.RFC3339, p[at])
		if err != nil || errOther != nil || !one.Equal(other) {
			return fmt.Errorf("/%s is %q, the metadata says %q", key, f.textOf(info[key]), p[at])
		}
	}
	if info["Author"] != nil || info["Keywords"] != nil || p[nsDC+"creator"] != "" {
		return errors.New("an author or keywords are named")
	}
	return nil
}
