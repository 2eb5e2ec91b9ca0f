package font

import "golang.org/x/text/encoding/japanese"

// japanText returns the text of a glyph number of the collection Adobe-Japan1 (Adobe Technical Note 5078). Its numbers follow the rows of
// JIS X 0208 with the gaps left out, once the letters of single width are past.
func (n *Names) japanText(cid int) (string, bool) {
	const ascii, lastASCII, half, lastHalf, kana, lastKana, rows, lastRow = 1, 94, 231, 325, 327, 389, 633, 7477
	switch {
	case cid >= ascii && cid <= lastASCII:
		return string(rune(' ' + cid - ascii)), true
	case cid >= half && cid <= lastHalf:
		return string(rune(' ' + cid - half)), true
	case cid >= kana && cid <= lastKana:
		return string(rune(0xFF61 + cid - kana)), true
	}
	if n.japan == nil {
		n.japan = japanRows()
	}
	if cid < rows || cid > lastRow || cid-rows >= len(n.japan) {
		return "", false
	}
	return string(n.japan[cid-rows]), true
}

// japanRows lists the characters of JIS X 0208 in order, without the box drawings of row 8, which the collection has elsewhere.
func japanRows() []rune {
	var out []rune
	decoder := japanese.EUCJP.NewDecoder()
	for row := 1; row <= 84; row++ {
		for cell := 1; cell <= 94 && row != 8; cell++ {
			text, err := decoder.Bytes([]byte{byte(0xA0 + row), byte(0xA0 + cell)})
			if r := []rune(string(text)); err == nil && len(r) == 1 && r[0] != '\uFFFD' && (row < 9 || row > 15) {
				out = append(out, r[0])
			}
		}
	}
	return out
}
