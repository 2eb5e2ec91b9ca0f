package font

import "encoding/binary"

// trueType is what a TrueType font program tells of its glyphs (ISO/IEC 14496-22): only its cmap and post tables are read.
type trueType struct {
	text  map[int]string // by glyph number
	codes map[int]int    // glyph numbers by code, from the cmap of a font of signs or of old Macintosh software
}

// maxSegments bounds what one cmap subtable lists.
const maxSegments = 1 << 16

// readTrueType reads a font program; what is damaged tells nothing.
func readTrueType(data []byte, names *Names) *trueType {
	t := &trueType{text: map[int]string{}, codes: map[int]int{}}
	tables := tablesOf(data)
	t.readNames(tables["post"], names)
	cmap := bytesOf(tables["cmap"])
	visits := 0
	for i := 0; i < cmap.u16(2) && visits < maxMapped; i++ {
		platform, kind, offset := cmap.u16(4+8*i), cmap.u16(6+8*i), cmap.u32(8+8*i)
		isUnicode := platform == 0 || platform == 3 && (kind == 1 || kind == 10)
		cmap.from(offset).eachMapping(func(code, glyph int) {
			visits++
			if isUnicode {
				t.text[glyph] = plainText(string(rune(code)))
				return
			}
			t.codes[code&0xFF] = glyph // codes of signs are F000 to F0FF
		})
	}
	return t
}

// tablesOf returns the tables of a font program by name.
func tablesOf(data []byte) map[string][]byte {
	head := bytesOf(data)
	tables := map[string][]byte{}
	for i := range min(head.u16(4), 64) {
		record := 12 + 16*i
		if record+16 > len(data) {
			break
		}
		offset, length := head.u32(record+8), head.u32(record+12)
		tables[string(data[record:record+4])] = head.from(offset).first(length)
	}
	return tables
}

// readNames reads a post table of format 2, whose first 258 names are those of the standard order.
func (t *trueType) readNames(data []byte, names *Names) {
	const header, standard = 34, 258
	post := bytesOf(data)
	count := post.u16(32)
	if post.u32(0) != 0x20000 || header+2*count > len(data) {
		return
	}
	var own []string
	for rest := data[header+2*count:]; len(rest) > 0; {
		n := min(int(rest[0]), len(rest)-1)
		own = append(own, string(rest[1:1+n]))
		rest = rest[1+n:]
	}
	for glyph := range count {
		number := post.u16(header + 2*glyph)
		text, ok := macintoshText(number)
		if i := number - standard; i >= 0 && i < len(own) {
			text, ok = names.lookUp(own[i])
		}
		if ok {
			t.text[glyph] = text
		}
	}
}

// eachMapping visits the codes of a cmap subtable of the formats 0, 4, 6 and 12.
func (b bytesOf) eachMapping(visit func(code, glyph int)) {
	switch b.u16(0) {
	case 0:
		for code := range min(256, max(0, len(b)-6)) {
			visitGlyph(visit, code, int(b[6+code]))
		}
	case 4:
		b.eachSegment(visit)
	case 6:
		for i := range min(b.u16(8), maxSegments) {
			visitGlyph(visit, b.u16(6)+i, b.u16(10+2*i))
		}
	case 12:
		listed := 0
		for i := range min(b.u32(12), maxSegments) {
			start, end, glyph := b.u32(16+12*i), b.u32(20+12*i), b.u32(24+12*i)
			for code := start; code <= end && listed < maxMapped; code++ {
				listed++
				visitGlyph(visit, code, glyph+code-start)
			}
		}
	}
}

func visitGlyph(visit func(code, glyph int), code, glyph int) {
	if glyph > 0 {
		visit(code, glyph)
	}
}

// eachSegment visits the codes of a subtable of format 4.
func (b bytesOf) eachSegment(visit func(code, glyph int)) {
	const header = 14
	n := b.u16(6) / 2
	listed := 0
	for i := range n {
		end, start := b.u16(header+2*i), b.u16(header+2+2*(n+i))
		delta, at := b.u16(header+2+2*(2*n+i)), header+2+2*(3*n+i)
		offset := b.u16(at)
		for code := start; code <= end && code < 0xFFFF && listed < maxMapped; code++ {
			listed++
			glyph := code
			if offset > 0 {
				if glyph = b.u16(at + offset + 2*(code-start)); glyph == 0 {
					continue
				}
			}
			visitGlyph(visit, code, (glyph+delta)&0xFFFF)
		}
	}
}

// bytesOf are bytes from which numbers are read; behind their end stand zeros.
type bytesOf []byte

func (b bytesOf) u16(at int) int {
	if at < 0 || at+2 > len(b) {
		return 0
	}
	return int(binary.BigEndian.Uint16(b[at:]))
}

func (b bytesOf) u32(at int) int {
	if at < 0 || at+4 > len(b) {
		return 0
	}
	return int(binary.BigEndian.Uint32(b[at:]))
}

func (b bytesOf) from(at int) bytesOf {
	if at < 0 || at > len(b) {
		return nil
	}
	return b[at:]
}

func (b bytesOf) first(n int) bytesOf { return b[:max(0, min(n, len(b)))] }
