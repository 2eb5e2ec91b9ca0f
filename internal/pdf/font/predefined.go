package font

import (
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"

	"imr/internal/pdf/object"
)

// charset is what the codes of a predefined CMap are (table 118): characters of an encoding that is known by itself.
type charset struct {
	encoding encoding.Encoding
	spaces   []codeSpace
}

func span(low, high string) codeSpace { return codeSpace{len(low), []byte(low), []byte(high)} }

var (
	oneByte   = span("\x00", "\x80")
	twoBytes  = []codeSpace{span("\x00\x00", "\xFF\xFF")}
	eastern   = []codeSpace{oneByte, span("\x81\x30\x81\x30", "\xFE\x39\xFE\x39"), span("\x81\x40", "\xFE\xFE")}
	extended  = []codeSpace{oneByte, span("\x81\x40", "\xFE\xFE")}
	shiftJIS  = []codeSpace{oneByte, span("\xA0", "\xDF"), span("\x81\x40", "\x9F\xFC"), span("\xE0\x40", "\xFC\xFC")}
	eucJapan  = []codeSpace{oneByte, span("\x8E\xA0", "\x8E\xDF"), span("\xA1\xA1", "\xFE\xFE")}
	surrogate = []codeSpace{span("\xD8\x00\xDC\x00", "\xDB\xFF\xDF\xFF"), span("\x00\x00", "\xFF\xFF")}
)

// charsets finds a charset by the start of the CMap's name. The first that fits holds, so longer names come first.
var charsets = []struct {
	start string
	charset
}{
	{"GBK2K", charset{simplifiedchinese.GB18030, eastern}}, {"GBK", charset{simplifiedchinese.GBK, extended}},
	{"GB-EUC", charset{simplifiedchinese.GBK, extended}}, {"GBpc", charset{simplifiedchinese.GBK, extended}},
	{"B5pc", charset{traditionalchinese.Big5, extended}}, {"HKscs", charset{traditionalchinese.Big5, extended}},
	{"ETen", charset{traditionalchinese.Big5, extended}},
	{"83pv-RKSJ", charset{japanese.ShiftJIS, shiftJIS}}, {"90ms-RKSJ", charset{japanese.ShiftJIS, shiftJIS}},
	{"90msp-RKSJ", charset{japanese.ShiftJIS, shiftJIS}}, {"90pv-RKSJ", charset{japanese.ShiftJIS, shiftJIS}},
	{"Add-RKSJ", charset{japanese.ShiftJIS, shiftJIS}}, {"Ext-RKSJ", charset{japanese.ShiftJIS, shiftJIS}}, {"RKSJ", charset{japanese.ShiftJIS, shiftJIS}},
	{"EUC", charset{japanese.EUCJP, eucJapan}},
	{"KSC", charset{korean.EUCKR, extended}},
}

// predefine sets up a CMap that is given by its name (9.7.5.2). Identity maps, and those whose codes are glyph numbers, tell no text.
func (f *Font) predefine(name string) {
	f.Vertical = strings.HasSuffix(name, "V")
	switch {
	case strings.HasPrefix(name, "Identity"), name == "":
	case strings.Contains(name, "UCS2"):
		f.codes, f.decode = &charMap{spaces: twoBytes}, object.DecodeUTF16
	case strings.Contains(name, "UTF16"):
		f.codes, f.decode = &charMap{spaces: surrogate}, object.DecodeUTF16
	case strings.Contains(name, "UTF32"):
		f.use(charset{utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM), []codeSpace{span("\x00\x00\x00\x00", "\x00\x10\xFF\xFF")}})
	case strings.Contains(name, "UTF8"):
		f.use(charset{unicode.UTF8, []codeSpace{oneByte, span("\xC0\x80", "\xDF\xBF"), span("\xE0\x80\x80", "\xEF\xBF\xBF"), span("\xF0\x80\x80\x80", "\xF7\xBF\xBF\xBF")}})
	case name == "H", name == "V": // JIS X 0208 in seven bits, as EUC without its high bits
		f.codes, f.decode = &charMap{spaces: twoBytes}, func(b []byte) string { return decodeBy(japanese.EUCJP, []byte{b[0] | 0x80, b[len(b)-1] | 0x80}) }
	default:
		f.useByName(name)
	}
}

func (f *Font) useByName(name string) {
	for _, c := range charsets {
		if strings.HasPrefix(name, c.start) {
			f.use(c.charset)
			return
		}
	}
}

func (f *Font) use(c charset) {
	f.codes, f.decode = &charMap{spaces: c.spaces}, func(b []byte) string { return decodeBy(c.encoding, b) }
}

func decodeBy(e encoding.Encoding, b []byte) string {
	text, err := e.NewDecoder().Bytes(b)
	if err != nil {
		return Unknown
	}
	return string(text)
}
