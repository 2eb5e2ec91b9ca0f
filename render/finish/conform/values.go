package conform

import (
	"bytes"
	"strings"
	"unicode/utf16"
)

// until reads the objects up to a closing bracket.
func (l *lexer) until(end op) (array, error) {
	out := array{}
	for {
		v, err := l.next()
		if err != nil {
			return nil, errSyntax
		}
		if v == end {
			return out, nil
		}
		out = append(out, v)
	}
}

func (l *lexer) dict() (any, error) {
	l.at += 2
	list, err := l.until(">>")
	if err != nil || len(list)%2 != 0 {
		return nil, errSyntax
	}
	d := dict{}
	for i := 0; i < len(list); i += 2 {
		key, ok := list[i].(name)
		if !ok {
			return nil, errSyntax
		}
		d[key] = list[i+1]
	}
	return d, nil
}

// hex reads a string of hexadecimal digits.
func (l *lexer) hex() (any, error) {
	end := bytes.IndexByte(l.b[l.at:], '>')
	if end < 0 {
		return nil, errSyntax
	}
	var digits []byte
	for _, c := range l.b[l.at+1 : l.at+end] {
		if strings.IndexByte(blanks, c) >= 0 {
			continue
		}
		digit := strings.IndexByte("0123456789abcdef", c|0x20)
		if digit < 0 {
			l.badHex = true
			continue
		}
		digits = append(digits, byte(digit))
	}
	l.at += end + 1
	if len(digits)%2 != 0 {
		l.badHex = true
		digits = append(digits, 0)
	}
	var out []byte
	for i := 0; i < len(digits); i += 2 {
		out = append(out, digits[i]<<4|digits[i+1])
	}
	return text(out), nil
}

// literal reads a string between parentheses (7.3.4.2).
func (l *lexer) literal() (any, error) {
	var out []byte
	depth := 0
	for ; l.at < len(l.b); l.at++ {
		c := l.b[l.at]
		switch c {
		case '\\':
			out = append(out, l.escape()...)
			continue
		case '(':
			depth++
			if depth == 1 {
				continue
			}
		case ')':
			depth--
			if depth == 0 {
				l.at++
				return text(out), nil
			}
		}
		out = append(out, c)
	}
	return nil, errSyntax
}

// escape reads what follows a backslash, and stops at its last character.
func (l *lexer) escape() []byte {
	l.at++
	if l.at >= len(l.b) {
		return nil
	}
	c := l.b[l.at]
	if i := strings.IndexByte("nrtbf", c); i >= 0 {
		return []byte{"\n\r\t\b\f"[i]}
	}
	if c == '\n' {
		return nil
	}
	if c < '0' || c > '7' {
		return []byte{c}
	}
	n := 0
	for i := 0; i < 3 && l.at < len(l.b) && l.b[l.at] >= '0' && l.b[l.at] <= '7'; i++ {
		n = n<<3 | int(l.b[l.at]-'0')
		l.at++
	}
	l.at--
	return []byte{byte(n)}
}

// codes are a string's two-byte character codes.
func (t text) codes() []int {
	var out []int
	for i := 0; i+1 < len(t); i += 2 {
		out = append(out, int(t[i])<<8|int(t[i+1]))
	}
	return out
}

// String reads a text string: UTF-16 after a byte order mark, else as it is.
func (t text) String() string {
	if !strings.HasPrefix(string(t), "\xfe\xff") {
		return string(t)
	}
	var units []uint16
	for _, c := range t[2:].codes() {
		units = append(units, uint16(c))
	}
	return string(utf16.Decode(units))
}
