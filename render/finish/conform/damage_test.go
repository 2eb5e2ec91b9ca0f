package conform

import (
	"bytes"
	"testing"
)

func (f *File) pageStream(i int) *stream { return f.streamOf(f.pages()[i].dict["Contents"]) }

func (f *File) resources() dict { return f.dictOf(f.pages()[0].dict["Resources"]) }

// rewrite puts other content in a stream's place, at the first occurrence.
func rewrite(s *stream, from, to string) {
	data, _ := s.data()
	s.raw = bytes.Replace(data, []byte(from), []byte(to), 1)
	delete(s.dict, "Filter")
}

func (f *File) content(from, to string) { rewrite(f.pageStream(0), from, to) }

// xmp rewrites the metadata, everywhere.
func (f *File) xmp(from, to string) {
	s := f.streamOf(f.catalogue()["Metadata"])
	s.raw = bytes.ReplaceAll(s.raw, []byte(from), []byte(to))
}

func (f *File) profileStream() *stream {
	return f.streamOf(f.dictOf(f.arrayOf(f.catalogue()["OutputIntents"])[0])["DestOutputProfile"])
}

func (f *File) attachment() dict {
	_, specs := f.attachments()
	return f.dictOf(specs[0])
}

// first is the first element of a role.
func (f *File) first(role string) *element {
	for _, e := range f.elements() {
		if e.role == role {
			return e
		}
	}
	return &element{dict: dict{}}
}

// field is the letter's one field.
func (f *File) field() dict { return f.dictOf(f.widgets()[0]) }

// anyFont is a font of a subtype, or what one of its entries leads to.
func (f *File) anyFont(subtype, below name) dict {
	for _, v := range f.dictOf(f.resources()["Font"]) {
		d := f.dictOf(v)
		if d["Subtype"] != subtype {
			continue
		}
		if below != "" {
			return f.dictOf(f.arrayOf(d[below])[0])
		}
		return d
	}
	return dict{}
}

// program overwrites a table of a font's program.
func (f *File) program(tag string, with []byte) {
	s := f.streamOf(f.dictOf(f.anyFont("Type0", "DescendantFonts")["FontDescriptor"])["FontFile2"])
	data, _ := s.data()
	copy((&font{program: data}).table(tag), with)
	s.raw = data
	delete(s.dict, "Filter")
}

func (f *File) unicodeMap(from, to string) {
	rewrite(f.streamOf(f.anyFont("Type0", "")["ToUnicode"]), from, to)
}

func (f *File) glyphMap(with []byte) {
	s := f.streamOf(f.anyFont("Type0", "DescendantFonts")["CIDToGIDMap"])
	s.raw = with
	delete(s.dict, "Filter")
}

// A file whose bytes are damaged is not read at all.
func TestReadRefuses(t *testing.T) {
	pdf := letter(t, cases+"/first-course-18-asked-6-certified/want/decision.json")
	for what, damaged := range map[string][]byte{
		"nothing":               nil,
		"half of a file":        pdf[:len(pdf)/2],
		"a shifted table":       bytes.Replace(pdf, []byte("%PDF-1.7\n"), []byte("%PDF-1.7\n\n"), 1),
		"a stream cut short":    bytes.Replace(pdf, []byte("/N 1 /Length 3"), []byte("/N 1 /Length 2"), 1),
		"an open dictionary":    bytes.Replace(pdf, []byte("/Marked true>>"), []byte("/Marked true  "), 1),
		"an object without end": bytes.Replace(pdf, []byte("\nendobj"), []byte("\nendobi"), 1),
	} {
		if _, err := Read(damaged); err == nil {
			t.Errorf("%s is read", what)
		}
	}
	odd := bytes.Replace(pdf, []byte("<FEFF0065"), []byte("<FEFF006 "), 1)
	if f := read(t, odd); !f.badHex {
		t.Error("a string with an odd number of digits is not seen")
	}
	if Check(pdf) != nil || Check(bytes.Replace(pdf, []byte("/Marked true"), []byte("/Marked null"), 1)) == nil {
		t.Error("Check does not tell a sound file from a damaged one")
	}
}
