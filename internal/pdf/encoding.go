package pdf

import (
	"strconv"
	"strings"

	"github.com/ledongthuc/pdf"
	"golang.org/x/text/encoding/charmap"
)

// encoding maps a simple font's codes to text. Ligatures are already taken apart; "" means unknown.
type encoding [256]string

// baseEncoding returns one of the predefined encodings (annex D), or StandardEncoding for other names.
func baseEncoding(name string) *encoding {
	switch name {
	case "WinAnsiEncoding":
		return fromCharmap(charmap.Windows1252)
	case "MacRomanEncoding":
		return fromCharmap(charmap.Macintosh)
	}
	e := fromCharmap(charmap.ISO8859_1)
	for code := 0x80; code <= 0xFF; code++ {
		e[code] = ""
	}
	e['\''], e['`'] = "’", "‘"
	for i, r := range []rune(standardUpper) {
		if r != ' ' {
			e[0xA1+i] = plainText(string(r))
		}
	}
	return e
}

// standardUpper are the codes from A1 of StandardEncoding; a space is a code without a character.
const standardUpper = "¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ –†‡· ¶•‚„”»…‰ ¿ `´ˆ˜¯˘˙¨ ˚¸ ˝˛ˇ—                Æ ª    ŁØŒº     æ   ı  łøœß"

func fromCharmap(m *charmap.Charmap) *encoding {
	var e encoding
	for code := 32; code < 256; code++ {
		if r := m.DecodeByte(byte(code)); r != '\uFFFD' && r >= ' ' && (r < 0x7F || r > 0x9F) {
			e[code] = plainText(string(r))
		}
	}
	return &e
}

// symbolEncoding returns the codes of the standard fonts Symbol and ZapfDingbats that occur in records: bullets, boxes,
// marks and signs.
func symbolEncoding(baseFont string) *encoding {
	symbols := map[byte]string{0xB7: "•", 0xB0: "°", 0xB1: "±", 0xA3: "≤", 0xB3: "≥", 0xAE: "→", 0xB4: "×", 0xB9: "≠", 0xD2: "®", 0xD3: "©", 0xD4: "™", 'm': "μ", 'D': "Δ"}
	if strings.Contains(baseFont, "Dingbats") {
		symbols = map[byte]string{'3': "✓", '4': "✔", '5': "✕", '6': "✖", '7': "✗", '8': "✘", 'l': "●", 'm': "❍", 'n': "■", 'o': "❏", 'p': "❐", 'q': "❑", 'r': "❒"}
	}
	e := fromCharmap(charmap.ISO8859_1)
	for code, text := range symbols {
		e[code] = text
	}
	return e
}

// applyDifferences overlays an encoding dictionary's Differences (9.6.6.1).
func (e *encoding) applyDifferences(font pdf.Value) {
	differences := key(key(font, "Encoding"), "Differences")
	library := pdf.Font{V: font}
	decoder := library.Encoder() // knows the Adobe Glyph List
	code := 0
	for i := range min(differences.Len(), 2048) {
		switch d := index(differences, i); d.Kind() {
		case pdf.Integer:
			code = int(d.Int64())
		case pdf.Name:
			if code >= 0 && code < 256 {
				if text := glyphText(d.Name(), code, decoder); text != "" {
					e[code] = text
				}
			}
			code++
		}
	}
}

// glyphText returns the text of a glyph name. "uni20AC", "u20AC", "f_i" and "a.alt" follow the rules of the Adobe Glyph
// List; the library knows the list's names. It returns the code itself for a name it does not know, so that such a name
// counts as known only when it is the code's own.
func glyphText(name string, code int, list pdf.TextEncoding) string {
	if base, _, ok := strings.Cut(name, "."); ok && base != "" {
		name = base
	}
	if text, ok := uniName(name); ok {
		return text
	}
	if ligature, ok := ligatures[name]; ok {
		return ligature
	}
	if name == ".notdef" {
		return ""
	}
	text := list.Decode(string([]byte{byte(code)}))
	if text == string(rune(code)) && name != text && code > 0x7E {
		return ""
	}
	return plainText(text)
}

// uniName reads glyph names that state their character: "uni" and four digits, "u" and four to six.
func uniName(name string) (string, bool) {
	digits, ok := strings.CutPrefix(name, "uni")
	if ok && len(digits) >= 4 {
		digits = digits[:4]
	} else if digits, ok = strings.CutPrefix(name, "u"); !ok || len(digits) < 4 || len(digits) > 6 {
		return "", false
	}
	v, err := strconv.ParseUint(digits, 16, 32)
	return plainText(string(rune(v))), err == nil
}

var ligatures = map[string]string{"f_i": "fi", "f_l": "fl", "f_f": "ff", "f_f_i": "ffi", "f_f_l": "ffl", "ff": "ff", "ffi": "ffi", "ffl": "ffl", "fi": "fi", "fl": "fl", "t_t": "tt", "t_i": "ti"}

var plainReplacer = strings.NewReplacer("ﬀ", "ff", "ﬁ", "fi", "ﬂ", "fl", "ﬃ", "ffi", "ﬄ", "ffl", "ﬅ", "st", "ﬆ", "st",
	"\u00AD", "", "\u00A0", " ", "\u2007", " ", "\u202F", " ", "\u2009", " ", "\u200A", " ", "\u2002", " ", "\u2003", " ", "\u3000", " ",
	"\u200B", "", "\u200C", "", "\u200D", "", "\uFEFF", "", "\t", " ", "\n", " ", "\r", " ", "\x00", "")

// plainText takes ligatures apart, drops soft hyphens and zero-width characters, and makes every space a plain one.
func plainText(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] < ' ' || s[i] >= 0x7F {
			return plainReplacer.Replace(s)
		}
	}
	return s
}
