package object

import (
	"bytes"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// String returns a text string (7.9.2.2) in UTF-8; "" for anything else.
func (v Value) String() string {
	if v.Kind != String {
		return ""
	}
	switch b := v.Text; {
	case bytes.HasPrefix(b, []byte("\xFE\xFF")):
		return DecodeUTF16(b[2:])
	case bytes.HasPrefix(b, []byte("\xFF\xFE")): // little-endian, against the rules and common
		return DecodeUTF16(swapped(b[2:]))
	case bytes.HasPrefix(b, []byte("\xEF\xBB\xBF")): // PDF 2.0
		return strings.ToValidUTF8(string(b[3:]), string(utf8.RuneError))
	}
	var out strings.Builder
	for _, c := range v.Text {
		out.WriteRune(docRune(c))
	}
	return out.String()
}

// DecodeUTF16 decodes big-endian UTF-16. An odd byte at the end is left out.
func DecodeUTF16(b []byte) string {
	units := make([]uint16, 0, len(b)/2)
	for i := 0; i+1 < len(b); i += 2 {
		units = append(units, uint16(b[i])<<8|uint16(b[i+1]))
	}
	return string(utf16.Decode(units))
}

func swapped(b []byte) []byte {
	out := make([]byte, 0, len(b))
	for i := 0; i+1 < len(b); i += 2 {
		out = append(out, b[i+1], b[i])
	}
	return out
}

// Where PDFDocEncoding (annex D.3) differs from Latin-1.
const (
	docAccents = "˘ˇˆ˙˝˛˚˜"                               // from 0x18
	docMarks   = "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž\uFFFD€" // from 0x80
)

func docRune(c byte) rune {
	switch {
	case c >= 0x18 && c < 0x20:
		return []rune(docAccents)[c-0x18]
	case c >= 0x80 && c <= 0xA0:
		return []rune(docMarks)[c-0x80]
	}
	return rune(c)
}
