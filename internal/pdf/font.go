package pdf

import (
	"math"
	"strings"

	"github.com/ledongthuc/pdf"
)

// unreadableText stands for a glyph whose character the file does not tell.
const unreadableText = "\uFFFD"

// glyphShape is what a code of a font shows.
type glyphShape struct {
	text  string
	width float64 // in ems
}

// font turns strings of a content stream into glyphs.
type font struct {
	composite bool
	simple    [256]glyphShape    // of a simple font
	codes     *charMap           // of a composite font: its encoding
	unicode   *charMap           // of a composite font: ToUnicode, or nil
	widths    map[int]float64    // of a composite font, by glyph number
	fallback  float64            // width where widths has none
	shapes    map[int]glyphShape // of a composite font, as far as met
	height    float64            // of a line of its text, in units of the font size
}

// font returns the font of a dictionary, reading it once.
func (d *document) font(dict pdf.Value) *font {
	name := dict.String()
	if f, ok := d.fonts[name]; ok {
		return f
	}
	f := readFont(dict)
	d.fonts[name] = f
	return f
}

// readFont reads a font dictionary; where that is damaged the font stays what was read so far.
func readFont(dict pdf.Value) (f *font) {
	f = &font{shapes: map[int]glyphShape{}, height: 1}
	defer func() { _ = recover() }()
	if key(dict, "Subtype").Name() == "Type0" {
		f.readComposite(dict)
	} else {
		f.readSimple(dict)
	}
	return f
}

func toUnicode(dict pdf.Value) *charMap {
	v := key(dict, "ToUnicode")
	if v.Kind() != pdf.Stream {
		return nil
	}
	return readCharMap(contents(v))
}

func (f *font) readSimple(dict pdf.Value) {
	baseFont := key(dict, "BaseFont").Name()
	texts := simpleEncoding(dict, baseFont)
	unicode := toUnicode(dict)
	first, list := int(key(dict, "FirstChar").Float64()), key(dict, "Widths")
	missing := key(key(dict, "FontDescriptor"), "MissingWidth").Float64()
	unit := 0.001
	if key(dict, "Subtype").Name() == "Type3" {
		m := matrixOf(key(dict, "FontMatrix"))
		unit = m[0]
		if box, ok := boxOf(key(dict, "FontBBox")); ok {
			f.height = math.Abs((box[3] - box[1]) * m[3])
		}
	}
	for code := range f.simple {
		shape := glyphShape{text: texts[code]}
		if unicode != nil {
			if text, ok := unicode.text[code]; ok {
				shape.text = text
			}
		}
		switch i := code - first; {
		case list.Kind() != pdf.Array:
			shape.width = standardWidth(baseFont, shape.text)
		case i >= 0 && i < list.Len():
			shape.width = number(list, i) * unit
		default:
			shape.width = missing * unit
		}
		shape.text = symbolText(baseFont, shape.text)
		f.simple[code] = shape
	}
}

// simpleEncoding returns a simple font's encoding before ToUnicode (9.6.6).
func simpleEncoding(dict pdf.Value, baseFont string) *encoding {
	v := key(dict, "Encoding")
	name := v.Name()
	if v.Kind() == pdf.Dict {
		name = key(v, "BaseEncoding").Name()
	}
	if name == "" && key(dict, "Subtype").Name() == "TrueType" {
		name = "WinAnsiEncoding" // what TrueType fonts without an encoding hold in practice
	}
	e := baseEncoding(name)
	if isSymbolFont(baseFont) {
		e = symbolEncoding(baseFont)
	}
	if v.Kind() == pdf.Dict {
		e.applyDifferences(dict)
	}
	return e
}

func isSymbolFont(baseFont string) bool {
	return strings.HasSuffix(baseFont, "Symbol") || strings.HasSuffix(baseFont, "ZapfDingbats")
}

// symbolText replaces private-use characters of the Wingdings and Symbol fonts by the marks they show.
func symbolText(baseFont, text string) string {
	r := []rune(text)
	if len(r) != 1 || r[0] < 0xF000 || r[0] > 0xF0FF {
		return text
	}
	code := byte(r[0])
	if strings.Contains(baseFont, "ingdings") {
		if mark, ok := wingdings[code]; ok {
			return mark
		}
		return "•"
	}
	return symbolEncoding("Symbol")[code]
}

var wingdings = map[byte]string{0x6F: "☐", 0x71: "☐", 0x72: "☐", 0xA8: "☐", 0xFD: "☒", 0x78: "☒", 0x54: "☒", 0xFE: "☑", 0x52: "☑", 0xFC: "✓", 0xFB: "✗", 0xE0: "→"}

func (f *font) readComposite(dict pdf.Value) {
	f.composite = true
	f.codes, f.unicode = &charMap{}, toUnicode(dict)
	if v := key(dict, "Encoding"); v.Kind() == pdf.Stream {
		f.codes = readCharMap(contents(v))
	}
	descendant := index(key(dict, "DescendantFonts"), 0)
	f.fallback = 1
	if v := key(descendant, "DW"); !v.IsNull() {
		f.fallback = v.Float64() / 1000
	}
	f.readWidths(key(descendant, "W"))
}

// readWidths reads a W array: "first [w w …]" and "first last w" (9.7.4.3).
func (f *font) readWidths(w pdf.Value) {
	f.widths = map[int]float64{}
	listed := 0
	for i := 0; i+1 < w.Len(); {
		first := int(number(w, i))
		if list := index(w, i+1); list.Kind() == pdf.Array {
			for j := range list.Len() {
				f.widths[first+j] = number(list, j) / 1000
			}
			i += 2
			continue
		}
		last, width := int(number(w, i+1)), number(w, i+2)/1000
		for cid := first; cid <= last && listed < maxMapped; cid++ {
			listed++
			f.widths[cid] = width
		}
		i += 3
	}
}

// next takes the first code from a string and returns its shape, its length in bytes, and whether it is the one-byte
// code 32, to which word spacing applies.
func (f *font) next(s string) (shape glyphShape, length int, space bool) {
	if !f.composite {
		return f.simple[s[0]], 1, s[0] == ' '
	}
	length = f.codes.cut(s)
	code := codeOf(s[:length])
	shape, ok := f.shapes[code]
	if !ok {
		shape = f.shape(code)
		f.shapes[code] = shape
	}
	return shape, length, length == 1 && code == ' '
}

func (f *font) shape(code int) glyphShape {
	cid, ok := f.codes.cid[code]
	if !ok {
		cid = code
	}
	shape := glyphShape{text: unreadableText, width: f.fallback}
	if w, ok := f.widths[cid]; ok {
		shape.width = w
	}
	if f.unicode != nil {
		if text, ok := f.unicode.text[code]; ok {
			shape.text = text
		}
	}
	return shape
}
