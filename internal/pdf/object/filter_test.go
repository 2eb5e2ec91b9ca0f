package object

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"strings"
	"testing"
)

// streamOf opens a file whose page has a content stream with those entries and data.
func streamOf(t *testing.T, entries, data string) Value {
	t.Helper()
	objects := append([]string(nil), onePage...)
	objects[3] = fmt.Sprintf("<</Length %d%s>>\nstream\n%s\nendstream", len(data), entries, data)
	f, err := Open(build(objects, ""))
	if err != nil {
		t.Fatal(err)
	}
	return f.Root().Key("Pages").Key("Kids").Index(0).Key("Contents")
}

func deflated(data string) string {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	_, _ = w.Write([]byte(data))
	_ = w.Close()
	return b.String()
}

func TestFiltersAreUndone(t *testing.T) {
	flate := deflated("hello hello hello")
	tests := []struct{ name, entries, data, want string }{
		{"none", "", "hello", "hello"},
		{"Flate", "/Filter/FlateDecode", flate, "hello hello hello"},
		{"Flate, cut off", "/Filter/FlateDecode", flate[:len(flate)-6], "hello hello hello"},
		{"Flate without its header", "/Filter/Fl", flate[2:], "hello hello hello"},
		{"hexadecimal", "/Filter/ASCIIHexDecode", "68 65 6C6c 6F>", "hello"},
		{"ASCII85", "/Filter[/A85]", "<~BOu!rDZ~>", "hello"},
		{"runs", "/Filter/RunLengthDecode", "\x04hello\xFE!\x80", "hello!!!"},
		{"LZW", "/Filter/LZWDecode", "\x80\x0B\x60\x50\x22\x0C\x0C\x85\x01", "-----A---B"},
		{"two filters", "/Filter[/ASCIIHexDecode/FlateDecode]", fmt.Sprintf("%X>", flate), "hello hello hello"},
		{"filters by reference", "/Filter 9 0 R", "hello", "hello"},
		{"PNG rows", "/Filter/FlateDecode/DecodeParms<</Predictor 15/Columns 3>>", deflated("\x00abc\x02\x01\x01\x01\x01a\x01\x01\x03\x31\x31\x31\x04\x01\x01\x01"), "abcbcdabc" + "\x61\x92\xAB" + "\x62\x93\xAC"},
		{"a TIFF row", "/Filter/FlateDecode/DecodeParms[<</Predictor 2/Columns 3>>]", deflated("a\x01\x01"), "abc"},
		{"a picture's filter", "/Filter/DCTDecode", "\xFF\xD8", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, whole := streamOf(t, test.entries, test.data).Unpack()
			if string(got) != test.want {
				t.Errorf("unpacked to %q, want %q", got, test.want)
			}
			if want := !strings.Contains(test.name, "cut off") && test.want != ""; whole != want {
				t.Errorf("whole is %v, want %v", whole, want)
			}
		})
	}
}

func TestObjectStreamsAreRead(t *testing.T) {
	packed := "2 0 3 38 7 90 <</Type/Pages/Kids[3 0 R]/Count 1>>     <</Type/Page/Parent 2 0 R/Contents 4 0 R>>         (seven)"
	first := strings.Index(packed, "<<")
	packed = fmt.Sprintf("2 0 3 %d 7 %d ", strings.Index(packed, "<</Type/Page/")-first, strings.Index(packed, "(seven)")-first) + packed[first:]
	first = strings.Index(packed, "<<")
	data := fmt.Sprintf("%%PDF-1.5\n1 0 obj<</Type/Catalog/Pages 2 0 R/Seven 7 0 R>>endobj\n4 0 obj<</Length 5>>stream\nBT ET\nendstream endobj\n"+
		"5 0 obj<</Type/ObjStm/N 3/First %d/Length %d>>stream\n%s\nendstream endobj\n", first, len(packed), packed)
	f, err := Open([]byte(data))
	if err != nil {
		t.Fatal(err)
	}
	content, err := firstContent([]byte(data))
	if got := f.Root().Key("Seven").String(); got != "seven" || content != "BT ET" {
		t.Errorf("object 7 is %q and the page's content %q, %v", got, content, err)
	}
}
