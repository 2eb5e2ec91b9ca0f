package font

import (
	"maps"
	"strings"

	"golang.org/x/text/encoding/charmap"

	"imr/internal/pdf/object"
)

// builtIn returns the texts of codes that a simple font's embedded program tells; nothing where none is embedded.
func builtIn(dict object.Value, names *Names) map[int]string {
	descriptor := dict.Key("FontDescriptor")
	if v := descriptor.Key("FontFile"); v.Kind == object.Stream {
		return readType1(v.Data(), names)
	}
	if v := descriptor.Key("FontFile2"); v.Kind == object.Stream {
		t := readTrueType(v.Data(), names)
		return joined(t.codes, t.text)
	}
	if v := descriptor.Key("FontFile3"); v.Kind == object.Stream {
		c := readCFF(cffOf(v), names)
		texts := joined(c.codes, c.text)
		maps.Copy(texts, c.extra)
		return texts
	}
	return nil
}

func joined(codes map[int]int, text map[int]string) map[int]string {
	texts := map[int]string{}
	for code, glyph := range codes {
		if t, ok := text[glyph]; ok {
			texts[code] = t
		}
	}
	return texts
}

// cffOf returns the CFF program of a stream, which may stand in an OpenType file.
func cffOf(v object.Value) []byte {
	data := v.Data()
	if v.Key("Subtype").Is("OpenType") {
		return tablesOf(data)["CFF "]
	}
	return data
}

// glyphTexts returns the texts of the glyph numbers of a composite font that its embedded program tells, or that are known of the font's
// name.
func glyphTexts(descendant object.Value, names *Names) func(cid int) (string, bool) {
	descriptor := descendant.Key("FontDescriptor")
	if v := descriptor.Key("FontFile2"); v.Kind == object.Stream {
		t := readTrueType(v.Data(), names)
		return byGlyph(t.text, descendant.Key("CIDToGIDMap").Data())
	}
	if v := descriptor.Key("FontFile3"); v.Kind == object.Stream && descendant.Key("CIDSystemInfo").Key("Ordering").String() == "Identity" {
		c := readCFF(cffOf(v), names)
		return byGlyph(c.text, nil)
	}
	if isMicrosofts(descendant.Key("BaseFont").Name()) {
		return macintoshText
	}
	return func(int) (string, bool) { return "", false }
}

// byGlyph looks up the text of a glyph, whose number a map of two bytes for each may change (9.7.4.2).
func byGlyph(text map[int]string, toGlyph bytesOf) func(cid int) (string, bool) {
	return func(cid int) (string, bool) {
		if len(toGlyph) > 0 {
			cid = toGlyph.u16(2 * cid)
		}
		t, ok := text[cid]
		return t, ok
	}
}

// isMicrosofts tells the fonts of Windows whose first glyphs are the characters of the Macintosh in order.
func isMicrosofts(baseFont string) bool {
	for _, name := range []string{"Arial", "TimesNewRoman", "CourierNew", "Verdana", "Tahoma", "Georgia"} {
		if strings.HasPrefix(baseFont, name) {
			return true
		}
	}
	return false
}

// moreMacintosh are the glyphs behind those of the Macintosh's encoding.
const moreMacintosh = "ŁłŠšŽž¦ÐðÝýÞþ−×¹²³½¼¾₣ĞğİŞşĆćČčđ"

// macintoshText is the text of a glyph in the standard order of TrueType fonts, in which the space is the fourth (ISO/IEC 14496-22, post).
func macintoshText(glyph int) (string, bool) {
	const toASCII, toMacRoman, behind, end = ' ' - 3, 0x80 - 98, 226, 258
	switch {
	case glyph < 3 || glyph >= end:
		return "", false
	case glyph < 98:
		return string(rune(glyph + toASCII)), true
	case glyph < behind:
		return plainText(string(charmap.Macintosh.DecodeByte(byte(glyph + toMacRoman)))), true
	}
	return string([]rune(moreMacintosh)[glyph-behind]), true
}
