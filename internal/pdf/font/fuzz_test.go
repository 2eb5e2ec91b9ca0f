package font

import (
	"testing"
	"time"
	"unicode/utf8"

	"imr/internal/pdf/object"
)

func FuzzCharMap(f *testing.F) {
	f.Add([]byte(twoByteMap), []byte("\x00\x41\x00\x42"))
	f.Fuzz(func(t *testing.T, data, codes []byte) {
		start := time.Now()
		m := readCharMap(data)
		font := &Font{composite: composite{codes: m, unicode: m, met: map[int]Glyph{}, byNumber: macintoshText}}
		for len(codes) > 0 {
			glyph, length, _ := font.Next(codes)
			if length < 1 || length > len(codes) || !utf8.ValidString(glyph.Text) {
				t.Fatalf("the glyph of % X is %q, %d bytes", codes, glyph.Text, length)
			}
			codes = codes[length:]
		}
		if took := time.Since(start); took > time.Minute {
			t.Errorf("it took %s", took)
		}
	})
}

func FuzzProgram(f *testing.F) {
	f.Add([]byte(tables([]string{"cmap"}, cmap(3, 1, segments))))
	f.Add([]byte(compactFont()))
	f.Fuzz(func(t *testing.T, data []byte) {
		start := time.Now()
		names := NewNames()
		readTrueType(data, names)
		readCFF(data, names)
		readType1(data, names)
		if took := time.Since(start); took > time.Minute {
			t.Errorf("it took %s", took)
		}
	})
}

func FuzzFont(f *testing.F) {
	f.Add("<</Subtype/Type0/Encoding/Identity-H/DescendantFonts[<</W[1[2 3]4 5 6]>>]>>", []byte("A\x00B"))
	f.Fuzz(func(t *testing.T, dict string, codes []byte) {
		file, err := object.Open([]byte("%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R/Font 4 0 R>>endobj 2 0 obj<</Kids[3 0 R]>>endobj 3 0 obj<</Type/Page>>endobj 4 0 obj" + dict + " endobj"))
		if err != nil {
			return
		}
		font := Read(file.Root().Key("Font"), NewNames())
		for len(codes) > 0 {
			_, length, _ := font.Next(codes)
			codes = codes[length:]
		}
	})
}
