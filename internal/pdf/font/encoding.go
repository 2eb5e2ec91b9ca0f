package font

import (
	"strings"

	"golang.org/x/text/encoding/charmap"

	"imr/internal/pdf/object"
)

// codeTable maps a simple font's codes to text; "" where nothing is known.
type codeTable [256]string

// encoding returns one of the predefined encodings (annex D), StandardEncoding for other names. It must not be changed.
func (n *Names) encoding(name string) *codeTable {
	e, ok := n.encodings[name]
	if !ok {
		e = baseEncoding(name)
		n.encodings[name] = e
	}
	return e
}

func baseEncoding(name string) *codeTable {
	switch name {
	case "WinAnsiEncoding":
		return fromCharmap(charmap.Windows1252)
	case "MacRomanEncoding":
		return fromCharmap(charmap.Macintosh)
	case "Symbol":
		return symbolEncoding()
	case "ZapfDingbats":
		return dingbats()
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

func fromCharmap(m *charmap.Charmap) *codeTable {
	var e codeTable
	for code := 32; code < 256; code++ {
		if r := m.DecodeByte(byte(code)); r != '\uFFFD' && r >= ' ' && (r < 0x7F || r > 0x9F) {
			e[code] = plainText(string(r))
		}
	}
	return &e
}

// applyDifferences overlays an encoding dictionary's Differences (9.6.6.1).
func (e *codeTable) applyDifferences(differences object.Value, names *Names, told *[256]bool) {
	const longest = 2048
	code := 0
	for i := range min(differences.Len(), longest) {
		switch d := differences.Index(i); d.Kind {
		case object.Number:
			code = d.Int()
		case object.Name:
			if code >= 0 && code < 256 {
				e[code] = names.text(d.Name(), code)
				told[code] = e[code] != Unknown
			}
			code++
		}
	}
}

var plainReplacer = strings.NewReplacer("ﬀ", "ff", "ﬁ", "fi", "ﬂ", "fl", "ﬃ", "ffi", "ﬄ", "ffl", "ﬅ", "st", "ﬆ", "st",
	"\u00AD", "-", "\u00A0", " ", "\u2007", " ", "\u202F", " ", "\u2009", " ", "\u200A", " ", "\u2002", " ", "\u2003", " ", "\u3000", " ",
	"\u200B", "", "\u200C", "", "\u200D", "", "\uFEFF", "", "\t", " ", "\n", " ", "\r", " ", "\x00", "")

// Plain takes ligatures apart, drops zero-width and control characters, and makes every space a plain one. A soft hyphen that is drawn
// is a hyphen.
func Plain(s string) string { return plainText(s) }

func plainText(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] < ' ' || s[i] >= 0x7F {
			return strings.Map(printable, plainReplacer.Replace(s))
		}
	}
	return s
}

// printable drops control characters.
func printable(r rune) rune {
	if r < ' ' || r >= 0x7F && r <= 0x9F {
		return -1
	}
	return r
}
