package font

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"imr/internal/pdf/object"
)

// read reads the font of a file that is written for it. Further objects are numbered from 4.
func read(t *testing.T, dict string, objects ...string) *Font {
	t.Helper()
	var file strings.Builder
	file.WriteString("%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R/Font " + dict + ">>endobj\n2 0 obj<</Kids[3 0 R]>>endobj\n3 0 obj<</Type/Page>>endobj\n")
	for i, o := range objects {
		fmt.Fprintf(&file, "%d 0 obj %s endobj\n", i+4, o)
	}
	f, err := object.Open([]byte(file.String()))
	if err != nil {
		t.Fatal(err)
	}
	return Read(f.Root().Key("Font"), NewNames())
}

func stream(data string) string {
	return fmt.Sprintf("<</Length %d>>stream\n%s\nendstream", len(data), data)
}

// shown returns the text of a string's codes.
func (f *Font) shown(codes string) string {
	var text strings.Builder
	for s := []byte(codes); len(s) > 0; {
		glyph, length, _ := f.Next(s)
		text.WriteString(glyph.Text)
		s = s[length:]
	}
	return text.String()
}

const twoByteMap = "1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfchar <0041> <00660069> endbfchar " +
	"2 beginbfrange <0042> <0044> <0061> <0050> <0051> [<0078> <D835DC00>] endbfrange"

func TestCodesAreRead(t *testing.T) {
	tests := []struct {
		name, dict string
		objects    []string
		codes      string
		want       string
	}{
		{"no font", "null", nil, "Hi", "Hi"},
		{"WinAnsi", "<</Subtype/Type1/Encoding/WinAnsiEncoding>>", nil, "\x93caf\xE9\x94 \x95 \xA0\xAD", "“café” •  -"},
		{"MacRoman", "<</Subtype/TrueType/Encoding/MacRomanEncoding>>", nil, "caf\x8E", "café"},
		{"Standard", "<</Subtype/Type1>>", nil, "it's \xAE\xB7", "it’s fi•"},
		{"Differences", "<</Subtype/Type1/Encoding<</Differences[1/A/f_i/uni20AC/a.alt 65/eight/afii10017/.notdef/odd]>>>>", nil, "\x01\x02\x03\x04ABCD", "Afi€a8А" + Unknown},
		{"names that are numbers", "<</Subtype/Type1/Encoding<</Differences[65/g65/C42/g12]>>>>", nil, "ABC", "AB" + Unknown},
		{"Symbol", "<</Subtype/Type1/BaseFont/Symbol>>", nil, "m\xB7\xA3", "μ•≤"},
		{"ZapfDingbats", "<</Subtype/Type1/BaseFont/ABCDEF+ZapfDingbats>>", nil, "48n", "✔✘■"},
		{"ToUnicode over the encoding", "<</Subtype/TrueType/ToUnicode 4 0 R>>", []string{stream("1 beginbfchar <41> <0042> endbfchar")}, "AC", "BC"},
		{"a composite font", "<</Subtype/Type0/Encoding/Identity-H/ToUnicode 4 0 R>>", []string{stream(twoByteMap)}, "\x00\x41\x00\x42\x00\x44\x00\x50\x00\x51\x00\x52", "fiacx𝐀" + Unknown},
		{"an embedded map of glyph numbers", "<</Subtype/Type0/Encoding 4 0 R/ToUnicode 5 0 R>>",
			[]string{stream("1 begincodespacerange <00> <FF> endcodespacerange 1 begincidrange <41> <5A> 7 endcidrange"), stream("1 beginbfrange <41> <5A> <0061> endbfrange")}, "AZ", "az"},
		{"Unicode codes", "<</Subtype/Type0/Encoding/UniJIS-UCS2-H>>", nil, "\x00A\x30\x42", "Aあ"},
		{"Shift JIS codes", "<</Subtype/Type0/Encoding/90ms-RKSJ-H>>", nil, "A\x82\xA0", "Aあ"},
		{"GBK codes", "<</Subtype/Type0/Encoding/GBK-EUC-H>>", nil, "A\xB0\xA1", "A啊"},
		{"JIS codes", "<</Subtype/Type0/Encoding/H>>", nil, "\x24\x22", "あ"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := read(t, test.dict, test.objects...).shown(test.codes); got != test.want {
				t.Errorf("%q shows %q, want %q", test.codes, got, test.want)
			}
		})
	}
}

func TestWidthsAreRead(t *testing.T) {
	composite := "<</Subtype/Type0/Encoding/Identity-H/DescendantFonts[<</DW 500/W[1[100 200] 5 7 300]>>]>>"
	tests := []struct {
		name, dict, code string
		want             float64
	}{
		{"listed", "<</Subtype/Type1/FirstChar 65/Widths[100 4 0 R]/FontDescriptor<</MissingWidth 250>>>>", "A", 0.1},
		{"by reference", "<</Subtype/Type1/FirstChar 65/Widths[100 4 0 R]>>", "B", 0.7},
		{"missing", "<</Subtype/Type1/FirstChar 65/Widths[100]/FontDescriptor<</MissingWidth 250>>>>", "Z", 0.25},
		{"standard", "<</Subtype/Type1/BaseFont/Times-Bold>>", "W", 1},
		{"Type 3", "<</Subtype/Type3/FirstChar 65/Widths[50]/FontMatrix[.01 0 0 .01 0 0]>>", "A", 0.5},
		{"composite, one by one", composite, "\x00\x02", 0.2},
		{"composite, a range", composite, "\x00\x06", 0.3},
		{"composite, not listed", composite, "\x00\x09", 0.5},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			glyph, _, _ := read(t, test.dict, "700").Next([]byte(test.code))
			if math.Abs(glyph.Width-test.want) > 1e-9 {
				t.Errorf("the width is %v, want %v", glyph.Width, test.want)
			}
		})
	}
}

func TestHeightOfAType3Font(t *testing.T) {
	for dict, want := range map[string]float64{
		"/FontMatrix[.01 0 0 .01 0 0]/FontBBox[0 -20 50 80]":                    1,
		"/FontMatrix[1 0 0 -1 0 0]/FontBBox[0 0 50 8]":                          8,
		"/FontMatrix[.01 0 0 .01 0 0]/FontBBox[0 0 1000 1000]/Widths[50 0 100]": 3,
		"/FontMatrix[.01 0 0 .01 0 0]/FontBBox[0 0 0 0]/Widths[50 0 100]":       1.5,
	} {
		if got := read(t, "<</Subtype/Type3"+dict+">>").Height; got != want {
			t.Errorf("a line of a font with %s is %v high, want %v", dict, got, want)
		}
	}
}
