package font

import (
	"math"

	"imr/internal/pdf/object"
)

// Glyph is what a code shows. Ligatures are taken apart, and every space is a plain one.
type Glyph struct {
	Text  string  // "" where nothing is to be seen
	Width float64 // in ems, along the line of text
}

// Font turns strings of a content stream into glyphs.
type Font struct {
	Height   float64     // of a line of its text, in units of the font size
	Vertical bool        // glyphs follow one another downwards
	simple   *[256]Glyph // of a simple font; nil for a composite one
	guessed  [256]bool   // codes of a simple font whose text neither ToUnicode nor the encoding tells
	complete func()      // looks for them in the font program
	composite
}

// Read reads a font dictionary. A damaged one gives a font that knows little.
func Read(dict object.Value, names *Names) *Font {
	f := &Font{Height: 1}
	if dict.Key("Subtype").Is("Type0") {
		f.readComposite(dict, names)
	} else {
		f.readSimple(dict, names)
	}
	return f
}

// Next takes the first code from a string, which is not empty, and returns its glyph, its length in bytes, and whether it is the
// one-byte code 32, to which word spacing applies.
func (f *Font) Next(s []byte) (glyph Glyph, length int, space bool) {
	if f.simple != nil {
		if f.guessed[s[0]] {
			f.complete()
		}
		return f.simple[s[0]], 1, s[0] == ' '
	}
	return f.next(s)
}

func (f *Font) readSimple(dict object.Value, names *Names) {
	f.simple = &[256]Glyph{}
	baseFont := dict.Key("BaseFont").Name()
	texts, told := simpleEncoding(dict, baseFont, names)
	unicode := toUnicode(dict)
	widths := f.simpleWidths(dict, baseFont)
	f.complete = func() { f.ask(builtIn(dict, names)) }
	for code := range f.simple {
		text, ok := unicode.of(code)
		if !ok {
			text, f.guessed[code] = texts[code], !told[code]
		}
		f.simple[code] = Glyph{names.symbolText(baseFont, text), widths(code, text)}
	}
}

// ask takes over what the font program tells of the codes that were guessed.
func (f *Font) ask(texts map[int]string) {
	for code, text := range texts {
		if code < len(f.guessed) && f.guessed[code] {
			f.simple[code].Text = text
		}
	}
	f.guessed = [256]bool{}
}

// simpleWidths returns how wide a code is that shows a text.
func (f *Font) simpleWidths(dict object.Value, baseFont string) func(code int, text string) float64 {
	first, list := dict.Key("FirstChar").Int(), dict.Key("Widths")
	missing := dict.Key("FontDescriptor").Key("MissingWidth").Float()
	unit := 0.001
	if dict.Key("Subtype").Is("Type3") {
		unit = f.readType3(dict)
	}
	if list.Kind != object.Array {
		return standardWidths(baseFont)
	}
	return func(code int, text string) float64 {
		switch i := code - first; {
		case i >= 0 && i < list.Len():
			return list.Index(i).Float() * unit
		}
		return missing * unit
	}
}

// readType3 returns the unit of a Type 3 font's widths and sets the height of its lines (9.6.5). A box that is many times as high as the
// widest glyph was never measured; without one, a line is about twice as high as its letters are wide.
func (f *Font) readType3(dict object.Value) float64 {
	const steepest, usual = 3, 2
	m, box := dict.Key("FontMatrix"), dict.Key("FontBBox")
	if m.Len() != 6 {
		return 0.001
	}
	unit := m.Index(0).Float()
	mean, widest := spread(dict.Key("Widths"), math.Abs(unit))
	height := math.Abs((box.Index(3).Float() - box.Index(1).Float()) * m.Index(3).Float())
	switch {
	case height > 0 && widest > 0:
		f.Height = min(height, steepest*widest)
	case height > 0:
		f.Height = height
	case mean > 0:
		f.Height = usual * mean
	}
	return unit
}

// spread returns the mean of the widths that are not zero, and the largest.
func spread(widths object.Value, unit float64) (mean, widest float64) {
	n := 0
	for i := range min(widths.Len(), 256) {
		if w := math.Abs(widths.Index(i).Float() * unit); w > 0 {
			mean, widest = mean+w, max(widest, w)
			n++
		}
	}
	return mean / float64(max(n, 1)), widest
}

// simpleEncoding returns a simple font's encoding before ToUnicode (9.6.6), and for which codes the dictionary tells it.
func simpleEncoding(dict object.Value, baseFont string, names *Names) (e *codeTable, told [256]bool) {
	v := dict.Key("Encoding")
	name := v.Name()
	if v.Kind == object.Dict {
		name = v.Key("BaseEncoding").Name()
	}
	if own := ownEncoding(baseFont); own != "" {
		name = own
	}
	for code := range told {
		told[code] = name != ""
	}
	if name == "" && dict.Key("Subtype").Is("TrueType") {
		name = "WinAnsiEncoding" // what TrueType fonts without an encoding hold in practice
	}
	e = names.encoding(name)
	if differences := v.Key("Differences"); differences.Len() > 0 {
		changed := *e
		changed.applyDifferences(differences, names, &told)
		e = &changed
	}
	return e, told
}
