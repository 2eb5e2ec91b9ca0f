package render

import (
	"encoding/binary"
	"maps"
	"slices"

	"imr"
)

// charactersOf are the characters that a letter may draw: those of its words and marks, and those of the lines at a page's foot.
func charactersOf(l imr.Letter) map[rune]bool {
	out := map[rune]bool{missingGlyph: true, '–': true}
	for r := ' '; r <= '~'; r++ {
		out[r] = true
	}
	note := func(text string) {
		for _, r := range text {
			out[r] = true
		}
	}
	for _, s := range l.All() {
		note(s.Text())
	}
	for _, section := range l.Sections {
		for _, b := range section.Blocks {
			for _, e := range b.Entries {
				note(e.Mark)
			}
		}
	}
	return out
}

// only are the glyphs of these characters.
func (g glyphs) only(characters map[rune]bool) glyphs {
	out := glyphs{}
	for r := range characters {
		if g[r] != 0 {
			out[r] = g[r]
		}
	}
	return out
}

// withMap is a copy of a font whose "cmap" table has these characters only. gofpdf reads that table twice for each letter, which took
// a quarter of the time of a letter when it had all three thousand characters of the font.
func withMap(ttf []byte, g glyphs) []byte {
	table := mapTable(g)
	out := make([]byte, 0, len(ttf)+len(table)+4)
	out = append(out, ttf...)
	for len(out)%4 != 0 {
		out = append(out, 0)
	}
	record := tableRecord(out, "cmap")
	binary.BigEndian.PutUint32(out[record+8:], uint32(len(out)))
	binary.BigEndian.PutUint32(out[record+12:], uint32(len(table)))
	return append(out, table...)
}

// mapTable is a "cmap" table of one subtable in format 4, with a segment for each character (OpenType, "cmap").
func mapTable(g glyphs) []byte {
	runes := slices.Sorted(maps.Keys(g))
	n := len(runes) + 1 // the last segment is of 0xFFFF, which has no glyph
	ends, deltas := make([]uint16, n), make([]uint16, n)
	for i, r := range runes {
		ends[i], deltas[i] = uint16(r), g[r]-uint16(r)
	}
	ends[n-1], deltas[n-1] = 0xFFFF, 1
	var out []byte
	put := func(numbers ...uint16) {
		for _, v := range numbers {
			out = binary.BigEndian.AppendUint16(out, v)
		}
	}
	put(0, 1, 3, 1, 0, 12)
	put(4, uint16(16+8*n), 0, uint16(2*n), 0, 0, 0)
	put(ends...)
	put(0)
	put(ends...) // each segment starts where it ends
	put(deltas...)
	put(make([]uint16, n)...)
	return out
}
