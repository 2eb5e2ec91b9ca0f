package render

import (
	"encoding/binary"
	"errors"
	"strings"
)

// missingGlyph stands for a character that the font does not have, so that the reader sees that something stood there.
const missingGlyph = '□'

// glyphs are the characters that a font can draw, with the numbers of their glyphs.
type glyphs map[rune]uint16

// printable replaces the characters that the font does not have.
func (g glyphs) printable(s string) string {
	return strings.Map(func(r rune) rune {
		if g[r] != 0 {
			return r
		}
		return missingGlyph
	}, s)
}

var errFont = errors.New("an embedded font has no Unicode character map of format 4")

// readGlyphs reads a TrueType font's "cmap" table: the mapping of Unicode's basic plane, in format 4 (OpenType, "cmap").
func readGlyphs(ttf []byte) (glyphs, error) {
	cmap, ok := fontTable(ttf, "cmap")
	if !ok {
		return nil, errFont
	}
	for i := range u16(cmap, 2) {
		record := 4 + 8*i
		if u16(cmap, record) != 3 || u16(cmap, record+2) != 1 {
			continue
		}
		at := u32(cmap, record+4)
		if at < len(cmap) && u16(cmap, at) == 4 {
			return segments(cmap[at:]), nil
		}
	}
	return nil, errFont
}

func fontTable(ttf []byte, tag string) ([]byte, bool) {
	record := tableRecord(ttf, tag)
	at, size := u32(ttf, record+8), u32(ttf, record+12)
	if record < 0 || at+size > len(ttf) {
		return nil, false
	}
	return ttf[at : at+size], true
}

// tableRecord is where the font's directory tells of a table, or -1.
func tableRecord(ttf []byte, tag string) int {
	for i := range u16(ttf, 4) {
		record := 12 + 16*i
		if record+16 <= len(ttf) && string(ttf[record:record+4]) == tag {
			return record
		}
	}
	return -1
}

// segments lists the characters of a format 4 subtable that lead to a glyph other than 0.
func segments(t []byte) glyphs {
	g := glyphs{}
	n := u16(t, 6) / 2
	ends, starts, deltas, offsets := 14, 16+2*n, 16+4*n, 16+6*n
	for i := range n {
		offset := u16(t, offsets+2*i)
		start, end := u16(t, starts+2*i), u16(t, ends+2*i)
		for c := start; c <= end && c < 0xFFFF; c++ {
			id := c
			if offset != 0 {
				id = u16(t, offsets+2*i+offset+2*(c-start))
			}
			if offset != 0 && id == 0 {
				continue
			}
			if id = (id + u16(t, deltas+2*i)) & 0xFFFF; id != 0 {
				g[rune(c)] = uint16(id)
			}
		}
	}
	return g
}

// u16 and u32 read big-endian numbers; beyond the end they are 0.
func u16(b []byte, at int) int {
	if at < 0 || at+2 > len(b) {
		return 0
	}
	return int(binary.BigEndian.Uint16(b[at:]))
}

func u32(b []byte, at int) int {
	if at < 0 || at+4 > len(b) {
		return 0
	}
	return int(binary.BigEndian.Uint32(b[at:]))
}
