package font

import (
	"strings"

	"golang.org/x/text/encoding/charmap"
)

// ownEncoding names the encoding of the standard fonts of signs, whose codes are not letters; "" for other fonts.
func ownEncoding(baseFont string) string {
	if len(baseFont) > 7 && baseFont[6] == '+' { // the prefix of a subset
		baseFont = baseFont[7:]
	}
	switch name, _, _ := strings.Cut(baseFont, ","); name {
	case "Symbol", "SymbolMT":
		return "Symbol"
	case "ZapfDingbats":
		return name
	}
	return ""
}

// The Symbol font's encoding (annex D.5); a blank is a code without a character.
const (
	symbolLower = " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_ αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼" // from 0x20
	symbolUpper = "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈… —↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑           〉∫"             // from 0xA0
)

func symbolEncoding() *codeTable {
	var e codeTable
	for start, runes := range map[int][]rune{0x20: []rune(symbolLower), 0xA0: []rune(symbolUpper)} {
		for i, r := range runes {
			if r != ' ' || start+i == ' ' {
				e[start+i] = string(r)
			}
		}
	}
	return &e
}

// dingbats are the codes of ZapfDingbats (annex D.6), which stand in Unicode in the same order but for those that were there before.
func dingbats() *codeTable {
	e := fromCharmap(charmap.ISO8859_1)
	for code := 0x21; code <= 0xFE; code++ {
		switch {
		case code <= 0x7E:
			e[code] = string(rune(0x2700 + code - 0x20))
		case code >= 0xA1 && code <= 0xA7, code >= 0xD8 && code != 0xF0, code == 0xD4:
			e[code] = string(rune(0x2761 + code - 0xA1))
		case code >= 0xB6 && code <= 0xD3:
			e[code] = string(rune(0x2776 + code - 0xB6))
		case code >= 0xAC && code <= 0xB5:
			e[code] = string(rune(0x2460 + code - 0xAC))
		default:
			e[code] = ""
		}
	}
	for code, r := range map[byte]rune{0x25: '☎', 0x2A: '☛', 0x2B: '☞', 0x48: '★', 0x6C: '●', 0x6E: '■', 0x73: '▲', 0x74: '▼', 0x75: '◆', 0x77: '◗',
		0xA8: '♣', 0xA9: '♦', 0xAA: '♥', 0xAB: '♠', 0xD5: '→', 0xD6: '↔', 0xD7: '↕'} {
		e[code] = string(r)
	}
	return e
}

// symbolText replaces private-use characters of the Wingdings and Symbol fonts by the marks they show.
func (n *Names) symbolText(baseFont, text string) string {
	if len(text) != 3 || text[0] != 0xEF { // shorter than a look at every rune; private use is U+F000 to U+F0FF
		return text
	}
	r := []rune(text)
	if r[0] < 0xF000 || r[0] > 0xF0FF {
		return text
	}
	code := byte(r[0])
	if strings.Contains(baseFont, "ingdings") {
		if mark, ok := wingdings[code]; ok {
			return mark
		}
		return "•"
	}
	return n.encoding("Symbol")[code]
}

var wingdings = map[byte]string{0x6F: "☐", 0x71: "☐", 0x72: "☐", 0xA8: "☐", 0xFD: "☒", 0x78: "☒", 0x54: "☒", 0xFE: "☑", 0x52: "☑", 0xFC: "✓", 0xFB: "✗", 0xE0: "→"}
