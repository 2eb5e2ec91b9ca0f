package font

// cff is what a Compact Font Format program tells of its glyphs (Adobe Technical Note 5176): their names and its own encoding.
type cff struct {
	text    map[int]string // by glyph number; empty in a font whose glyphs have numbers instead of names
	codes   map[int]int    // glyph numbers by code
	extra   map[int]string // texts of codes that a supplement of the encoding names
	numbers []int          // the glyph's entry in the charset: of a name, or of a character collection
	byCID   bool
}

// Operators of a top dictionary.
const (
	cffCharset     = 15
	cffEncoding    = 16
	cffCharStrings = 17
	cffROS         = 12<<8 | 30
)

// readCFF reads a font program; what is damaged tells nothing.
func readCFF(data []byte, names *Names) *cff {
	c := &cff{text: map[int]string{}, codes: map[int]int{}, extra: map[int]string{}}
	if len(data) < 4 {
		return c
	}
	file := bytesOf(data)
	_, rest := file.from(int(data[2])).index()
	tops, rest := rest.index()
	strings, _ := rest.index()
	if len(tops) == 0 {
		return c
	}
	top := tops[0].dict()
	glyphs := file.from(top[cffCharStrings]).u16(0)
	_, c.byCID = top[cffROS]
	c.readCharset(file, top[cffCharset], glyphs)
	if c.byCID {
		return c
	}
	for glyph, number := range c.numbers {
		if text, ok := cffText(number, strings, names); ok {
			c.text[glyph] = text
		}
	}
	supplement := c.readEncoding(file, top[cffEncoding], names)
	for i := range supplement.u8(0) {
		if text, ok := cffText(supplement.u16(2+3*i), strings, names); ok {
			c.extra[supplement.u8(1+3*i)] = text
		}
	}
	return c
}

// index reads an INDEX and returns its entries and what follows it.
func (b bytesOf) index() (entries []bytesOf, rest bytesOf) {
	count := b.u16(0)
	if count == 0 || len(b) < 3 {
		return nil, b.from(2)
	}
	size := int(b[2])
	start := 3 + (count+1)*size - 1 // offsets count from the byte before the data
	offset := func(i int) int {
		v := 0
		for j := range size {
			v = v<<8 | b.u8(3+i*size+j)
		}
		return start + v
	}
	for i := range count {
		from, to := offset(i), offset(i+1)
		if from > to || to > len(b) || size < 1 || size > 4 {
			return entries, nil
		}
		entries = append(entries, b[from:to])
	}
	return entries, b.from(offset(count))
}

func (b bytesOf) u8(at int) int {
	if at < 0 || at >= len(b) {
		return 0
	}
	return int(b[at])
}

// dict reads the last operand of each operator of a dictionary. Operands with a point are of no use here.
func (b bytesOf) dict() map[int]int {
	out := map[int]int{}
	operand := 0
	for len(b) > 0 {
		v, n := b.operand()
		switch {
		case n > 0:
			operand, b = v, b.from(n)
		case b[0] == 12:
			out[12<<8|b.u8(1)] = operand
			b = b.from(min(2, len(b)))
		default:
			out[int(b[0])] = operand
			b = b[1:]
		}
	}
	return out
}

// operand reads a number of a dictionary and its length; 0 bytes where an operator stands.
func (b bytesOf) operand() (value, length int) {
	switch first := int(b[0]); {
	case first == 28:
		return int(int16(b.u16(1))), min(3, len(b))
	case first == 29:
		return int(int32(b.u32(1))), min(5, len(b))
	case first == 30:
		for i := 1; i < len(b); i++ {
			if b[i]&0xF == 0xF || b[i]>>4 == 0xF {
				return 0, i + 1
			}
		}
		return 0, len(b)
	case first >= 32 && first <= 246:
		return first - 139, 1
	case first >= 247 && first <= 250:
		return (first-247)*256 + b.u8(1) + 108, min(2, len(b))
	case first >= 251 && first <= 254:
		return -(first-251)*256 - b.u8(1) - 108, min(2, len(b))
	}
	return 0, 0
}

// readCharset reads the number of each glyph. The predefined charsets follow the order of the standard strings, as far as is needed.
func (c *cff) readCharset(file bytesOf, at, glyphs int) {
	c.numbers = make([]int, 0, glyphs+1)
	c.numbers = append(c.numbers, 0)
	if at <= 2 {
		for n := 1; n < glyphs; n++ {
			c.numbers = append(c.numbers, n)
		}
		return
	}
	format, b := file.u8(at), file.from(at+1)
	for len(c.numbers) < glyphs && len(b) >= 2 {
		first, left := b.u16(0), 0
		switch format {
		case 0:
			b = b.from(2)
		case 1:
			left, b = b.u8(2), b.from(min(3, len(b)))
		default:
			left, b = b.u16(2), b.from(min(4, len(b)))
		}
		for n := first; n <= first+left && len(c.numbers) < glyphs; n++ {
			c.numbers = append(c.numbers, n)
		}
	}
}

// readEncoding reads the font's own encoding and returns its supplement, if it has one. The predefined encodings are the standard one and
// one of ornaments.
func (c *cff) readEncoding(file bytesOf, at int, names *Names) (supplement bytesOf) {
	const supplemented = 0x80
	if at <= 1 {
		c.encodeByText(names.encoding("StandardEncoding"))
		return nil
	}
	format, count, b := file.u8(at), file.u8(at+1), file.from(at+2)
	glyph, size := 1, 1
	for i := range count {
		first, left := b.u8(i), 0
		if format&^supplemented == 1 {
			first, left, size = b.u8(2*i), b.u8(2*i+1), 2
		}
		for code := first; code <= first+left; code++ {
			c.codes[code] = glyph
			glyph++
		}
	}
	if format&supplemented == 0 {
		return nil
	}
	return b.from(size * count)
}

func (c *cff) encodeByText(e *codeTable) {
	glyphs := map[string]int{}
	for glyph, text := range c.text {
		glyphs[text] = glyph
	}
	for code, text := range e {
		if glyph, ok := glyphs[text]; ok && text != "" {
			c.codes[code] = glyph
		}
	}
}

// cffUpper are the standard strings from 150 on as texts; those before are the characters of StandardEncoding in order.
const (
	cffUpper   = "¹¬µ™Ð½±Þ¼÷¦°þ¾²®−ð×³©ÁÂÄÀÅÃÇÉÊËÈÍÎÏÌÑÓÔÖÒÕŠÚÛÜÙÝŸŽáâäàåãçéêëèíîïìñóôöòõšúûüùýÿž"
	cffOwn     = 391 // where a font's own strings begin
	cffLatin   = 150
	cffNothing = 0
)

// cffText returns the text of a glyph's name, which is a standard string or one of the font's own.
func cffText(number int, own []bytesOf, names *Names) (string, bool) {
	switch {
	case number == cffNothing:
		return "", false
	case number >= cffOwn && number-cffOwn < len(own):
		return names.lookUp(string(own[number-cffOwn]))
	case number < cffLatin:
		return names.standardText(number)
	}
	if upper := []rune(cffUpper); number-cffLatin < len(upper) {
		return string(upper[number-cffLatin]), true
	}
	const zeroOldstyle, nineOldstyle, ff, ffl = 239, 248, 266, 268 // of the expert set, which is small capitals and ornaments otherwise
	switch {
	case number >= zeroOldstyle && number <= nineOldstyle:
		return string(rune('0' + number - zeroOldstyle)), true
	case number >= ff && number <= ffl:
		return []string{"ff", "ffi", "ffl"}[number-ff], true
	}
	return "", false
}

// standardText returns the n-th character of StandardEncoding, from 1.
func (n *Names) standardText(number int) (string, bool) {
	for _, text := range n.encoding("StandardEncoding") {
		if text != "" {
			if number--; number == 0 {
				return text, true
			}
		}
	}
	return "", false
}
