package conform

import "encoding/binary"

// gid is the glyph of a code.
func (x *font) gid(code int) int {
	if x.gids == nil {
		return code
	}
	return number16(x.gids, 2*code)
}

// number16 and number32 read big-endian numbers; beyond the end they are 0.
func number16(b []byte, at int) int {
	if at < 0 || at+2 > len(b) {
		return 0
	}
	return int(binary.BigEndian.Uint16(b[at:]))
}

func number32(b []byte, at int) int { return number16(b, at)<<16 | number16(b, at+2) }

// table is a table of the font's program.
func (x *font) table(tag string) []byte {
	for i := range number16(x.program, 4) {
		at := 12 + 16*i
		start, size := number32(x.program, at+8), number32(x.program, at+12)
		if at+16 <= len(x.program) && string(x.program[at:at+4]) == tag && start+size <= len(x.program) {
			return x.program[start : start+size]
		}
	}
	return nil
}

// outline is how many bytes draw a glyph.
func (x *font) outline(gid int) int {
	loca := x.table("loca")
	if number16(x.table("head"), 50) == 0 {
		return 2 * (number16(loca, 2*gid+2) - number16(loca, 2*gid))
	}
	return number32(loca, 4*gid+4) - number32(loca, 4*gid)
}

// advance is a glyph's width in thousandths, by the tables "hmtx" and "head".
func (x *font) advance(gid int) float64 {
	last := number16(x.table("hhea"), 34) - 1
	return float64(number16(x.table("hmtx"), 4*min(gid, last))) * 1000 / float64(max(number16(x.table("head"), 18), 1))
}
