package font

import "imr/internal/pdf/object"

// composite is what a Type 0 font knows (9.7).
type composite struct {
	codes    *charMap                     // its encoding
	unicode  *charMap                     // ToUnicode
	widths   map[int]float64              // by glyph number
	fallback float64                      // where widths has none
	met      map[int]Glyph                // codes met so far
	decode   func([]byte) string          // the text of a code of a predefined map
	byNumber func(cid int) (string, bool) // the text of a glyph number
}

func (f *Font) readComposite(dict object.Value, names *Names) {
	f.met = map[int]Glyph{}
	f.codes, f.unicode = &charMap{}, toUnicode(dict)
	if dict.Key("ToUnicode").Is("Identity-H") { // a name instead of a map: the codes are characters
		f.decode = object.DecodeUTF16
	}
	if v := dict.Key("Encoding"); v.Kind == object.Stream {
		f.codes = readCharMap(v.Data())
		f.Vertical = v.Key("WMode").Int() == 1
	} else {
		f.predefine(v.Name())
	}
	descendant := dict.Key("DescendantFonts").Index(0)
	f.fallback = 1
	if v := descendant.Key("DW"); !v.IsNull() {
		f.fallback = v.Float() / 1000
	}
	f.readWidths(descendant.Key("W"))
	f.byNumber = func(cid int) (string, bool) { // read when it is asked for: most fonts have ToUnicode
		f.byNumber = glyphTexts(descendant, names)
		if descendant.Key("CIDSystemInfo").Key("Ordering").String() == "Japan1" {
			f.byNumber = names.japanText
		}
		return f.byNumber(cid)
	}
}

// readWidths reads a W array: "first [w w …]" and "first last w" (9.7.4.3).
func (f *composite) readWidths(w object.Value) {
	f.widths = map[int]float64{}
	listed := 0
	for i := 0; i+1 < w.Len(); {
		first := w.Index(i).Int()
		if list := w.Index(i + 1); list.Kind == object.Array {
			for j := range min(list.Len(), maxMapped) {
				f.widths[first+j] = list.Index(j).Float() / 1000
			}
			i += 2
			continue
		}
		last, width := w.Index(i+1).Int(), w.Index(i+2).Float()/1000
		for cid := first; cid <= last && listed < maxMapped; cid++ {
			listed++
			f.widths[cid] = width
		}
		i += 3
	}
}

func (f *composite) next(s []byte) (glyph Glyph, length int, space bool) {
	length = f.codes.cut(s)
	code := codeOf(s[:length])
	glyph, ok := f.met[code]
	if !ok {
		glyph = f.glyph(code, s[:length])
		f.met[code] = glyph
	}
	return glyph, length, length == 1 && code == ' '
}

func (f *composite) glyph(code int, raw []byte) Glyph {
	cid, ok := f.codes.cid[code]
	if !ok {
		cid = code
	}
	glyph := Glyph{Text: Unknown, Width: f.fallback}
	if w, ok := f.widths[cid]; ok {
		glyph.Width = w
	}
	if text, ok := f.unicode.of(code); ok {
		glyph.Text = text
	} else if f.decode != nil {
		glyph.Text = plainText(f.decode(raw))
	} else if text, ok := f.byNumber(cid); ok {
		glyph.Text = plainText(text)
	}
	return glyph
}
