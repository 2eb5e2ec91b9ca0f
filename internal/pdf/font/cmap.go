package font

import (
	"strings"
	"unicode/utf16"

	"imr/internal/pdf/object"
)

// charMap is a CMap (9.7.5, 9.10.3): how codes are cut from a string, and the text or the glyph number of each.
type charMap struct {
	spaces []codeSpace
	text   map[int]string
	cid    map[int]int
	listed int // codes met so far, also those listed again
}

// codeSpace is a range of codes of one length in bytes.
type codeSpace struct {
	length    int
	low, high []byte
}

// toUnicode reads a font's ToUnicode map; nil where it has none.
func toUnicode(dict object.Value) *charMap {
	v := dict.Key("ToUnicode")
	if v.Kind != object.Stream {
		return nil
	}
	return readCharMap(v.Data())
}

// of returns the text of a code, and whether the map tells it.
func (m *charMap) of(code int) (string, bool) {
	if m == nil {
		return "", false
	}
	text, ok := m.text[code]
	return text, ok
}

// readCharMap reads a CMap. What cannot be understood is left out.
func readCharMap(data []byte) *charMap {
	m := &charMap{text: map[int]string{}, cid: map[int]int{}}
	l := object.NewLexer(data)
	var operands []object.Token
	for {
		t := l.Next()
		if t.Kind == object.End {
			return m
		}
		if t.Kind != object.Keyword {
			operands = append(operands, t)
			continue
		}
		m.apply(string(t.Text), operands)
		operands = operands[:0]
	}
}

func (m *charMap) apply(operator string, o []object.Token) {
	switch operator {
	case "endcodespacerange":
		for ; len(o) >= 2; o = o[2:] {
			if n := len(o[0].Text); n >= 1 && n <= 4 && n == len(o[1].Text) {
				m.spaces = append(m.spaces, codeSpace{n, o[0].Text, o[1].Text})
			}
		}
	case "endbfchar":
		for ; len(o) >= 2; o = o[2:] {
			m.setText(codeOf(o[0].Text), o[1].Text, 0)
		}
	case "endbfrange":
		for ; len(o) >= 3; o = o[3:] {
			m.setRange(codeOf(o[0].Text), codeOf(o[1].Text), o[2])
		}
	case "endcidchar":
		for ; len(o) >= 2; o = o[2:] {
			m.cid[codeOf(o[0].Text)] = int(o[1].Number)
		}
	case "endcidrange":
		for ; len(o) >= 3; o = o[3:] {
			low, high := codeOf(o[0].Text), codeOf(o[1].Text)
			for code := low; code <= high && m.listed < maxMapped; code++ {
				m.listed++
				m.cid[code] = int(o[2].Number) + code - low
			}
		}
	}
}

func (m *charMap) setRange(low, high int, to object.Token) {
	for code := low; code <= high && m.listed < maxMapped; code++ {
		m.listed++
		switch {
		case to.Kind == object.String:
			m.setText(code, to.Text, code-low)
		case code-low < len(to.Items):
			m.setText(code, to.Items[code-low].Text, 0)
		default:
			return
		}
	}
}

// setText notes the text of a code: UTF-16BE whose last unit is raised by add.
func (m *charMap) setText(code int, raw []byte, add int) {
	var units []uint16
	for i := 0; i+1 < len(raw); i += 2 {
		units = append(units, uint16(raw[i])<<8|uint16(raw[i+1]))
	}
	if len(raw) == 1 {
		units = []uint16{uint16(raw[0])}
	}
	if len(units) > 0 {
		units[len(units)-1] += uint16(add)
		m.text[code] = plainText(strings.TrimRight(string(utf16.Decode(units)), "\x00"))
	}
}

func codeOf(s []byte) int {
	code := 0
	for i := 0; i < len(s) && i < 4; i++ {
		code = code<<8 | int(s[i])
	}
	return code
}

// cut returns the length in bytes of the first code of a string.
func (m *charMap) cut(s []byte) int {
	shortest := 2
	for i := range m.spaces {
		c := &m.spaces[i]
		if i == 0 || c.length < shortest {
			shortest = c.length
		}
		if c.holds(s) {
			return c.length
		}
	}
	return min(shortest, len(s))
}

// holds reports whether the string starts with a code of the space: each byte within its range (9.7.6.2).
func (c *codeSpace) holds(s []byte) bool {
	if len(s) < c.length {
		return false
	}
	for i := range c.length {
		if s[i] < c.low[i] || s[i] > c.high[i] {
			return false
		}
	}
	return true
}
