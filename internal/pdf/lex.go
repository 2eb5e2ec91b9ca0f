package pdf

import (
	"bytes"
	"strconv"
)

// maxNesting bounds arrays and dictionaries inside one another. Real files stay below ten.
const maxNesting = 100

type tokenKind uint8

const (
	endToken tokenKind = iota
	numberToken
	stringToken
	nameToken
	keywordToken
	arrayToken
	dictToken
	refToken
)

// token is one object or operator of PDF syntax (7.2, 7.3).
type token struct {
	kind       tokenKind
	number     float64 // a number's value, or a reference's object number
	gen        int     // a reference's generation
	text       string  // of a string, name (without slash) or keyword
	items      []token // of an array, or a dictionary's keys and values in turn
	start, end int     // where it stands in the data
}

// key returns the value of a dictionary's key, or an end token. The first of several wins.
func (t token) key(name string) token {
	if t.kind != dictToken {
		return token{}
	}
	for i := 0; i+1 < len(t.items); i += 2 {
		if t.items[i].kind == nameToken && t.items[i].text == name {
			return t.items[i+1]
		}
	}
	return token{}
}

func (t token) integer() (int, bool) {
	const limit = 1 << 50 // beyond any file offset
	if t.kind != numberToken || t.number != float64(int64(t.number)) || t.number > limit || t.number < -limit {
		return 0, false
	}
	return int(t.number), true
}

// lexer reads tokens. Unlike a strict reader it skips what it does not understand: it always moves on and ends.
type lexer struct {
	data  []byte
	pos   int
	depth int
}

// next returns the next complete object or keyword.
func (l *lexer) next() token {
	l.skipSpace()
	start := l.pos
	t := l.read()
	t.start, t.end = start, l.pos
	return t
}

func (l *lexer) read() token {
	if l.pos >= len(l.data) {
		return token{}
	}
	switch c := l.data[l.pos]; c {
	case '(':
		return l.literal()
	case '/':
		return l.name()
	case '[':
		l.pos++
		return token{kind: arrayToken, items: l.until("]")}
	case '<':
		if bytes.HasPrefix(l.data[l.pos:], []byte("<<")) {
			l.pos += 2
			return token{kind: dictToken, items: l.until(">>")}
		}
		return l.hex()
	case '>':
		if bytes.HasPrefix(l.data[l.pos:], []byte(">>")) {
			l.pos += 2
			return token{kind: keywordToken, text: ">>"}
		}
		fallthrough
	case ']', '{', '}', ')':
		l.pos++
		return token{kind: keywordToken, text: string(c)}
	}
	return l.word()
}

// until collects objects up to the closing keyword, joining "12 0 R" into one reference.
func (l *lexer) until(closing string) []token {
	l.depth++
	defer func() { l.depth-- }()
	var items []token
	for l.depth <= maxNesting {
		t := l.next()
		if t.kind == endToken || t.kind == keywordToken && (t.text == closing || t.text == "stream" || t.text == "endobj") {
			break
		}
		if n := len(items); t.kind == keywordToken && t.text == "R" && n >= 2 {
			items = append(items[:n-2], reference(items[n-2], items[n-1], t))
			continue
		}
		items = append(items, t)
	}
	return items
}

func reference(num, gen, r token) token {
	return token{kind: refToken, number: num.number, gen: int(gen.number), start: num.start, end: r.end}
}

func (l *lexer) skipSpace() {
	for l.pos < len(l.data) {
		c := l.data[l.pos]
		if c == '%' {
			for l.pos < len(l.data) && l.data[l.pos] != '\n' && l.data[l.pos] != '\r' {
				l.pos++
			}
			continue
		}
		if !isSpace(c) {
			return
		}
		l.pos++
	}
}

func (l *lexer) word() token {
	start := l.pos
	for l.pos < len(l.data) && !isSpace(l.data[l.pos]) && !isDelimiter(l.data[l.pos]) {
		l.pos++
	}
	word := l.data[start:l.pos]
	if number, ok := parseNumber(word); ok {
		return token{kind: numberToken, number: number}
	}
	return token{kind: keywordToken, text: string(word)}
}

// parseNumber reads an integer or a decimal; PDF has no exponents. Short forms are read without allocation.
func parseNumber(b []byte) (float64, bool) {
	if len(b) == 0 || len(b) > 40 || b[0] > '9' {
		return 0, false
	}
	for _, c := range b {
		if (c < '0' || c > '9') && c != '.' && c != '-' && c != '+' {
			return 0, false
		}
	}
	v, err := strconv.ParseFloat(string(b), 64)
	if err != nil { // "--5" and "5-3" occur in files made by old software, and readers take them as 0
		return 0, len(b) > 1
	}
	return v, true
}

func (l *lexer) name() token {
	l.pos++
	start := l.pos
	for l.pos < len(l.data) && !isSpace(l.data[l.pos]) && !isDelimiter(l.data[l.pos]) {
		l.pos++
	}
	raw := l.data[start:l.pos]
	if bytes.IndexByte(raw, '#') >= 0 {
		raw = unescapeName(raw)
	}
	return token{kind: nameToken, text: string(raw)}
}

func unescapeName(raw []byte) []byte {
	var out []byte
	for i := 0; i < len(raw); i++ {
		if raw[i] == '#' && i+2 < len(raw) {
			if v, err := strconv.ParseUint(string(raw[i+1:i+3]), 16, 8); err == nil {
				out = append(out, byte(v))
				i += 2
				continue
			}
		}
		out = append(out, raw[i])
	}
	return out
}

// hex reads a hexadecimal string; an odd last digit counts as if followed by 0 (7.3.4.3).
func (l *lexer) hex() token {
	l.pos++
	var out []byte
	var high, digits int
	for l.pos < len(l.data) {
		c := l.data[l.pos]
		l.pos++
		if c == '>' {
			break
		}
		v := hexDigit(c)
		if v < 0 {
			continue
		}
		if digits++; digits%2 == 0 {
			out = append(out, byte(high<<4|v))
		}
		high = v
	}
	if digits%2 == 1 {
		out = append(out, byte(high<<4))
	}
	return token{kind: stringToken, text: string(out)}
}

func hexDigit(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}

// literal reads a string in parentheses (7.3.4.2).
func (l *lexer) literal() token {
	l.pos++
	var out []byte
	for depth := 1; depth > 0 && l.pos < len(l.data); {
		c := l.data[l.pos]
		l.pos++
		switch c {
		case '(':
			depth++
		case ')':
			depth--
		case '\\':
			out = l.escape(out)
			continue
		}
		if depth > 0 {
			out = append(out, c)
		}
	}
	return token{kind: stringToken, text: string(out)}
}

func (l *lexer) escape(out []byte) []byte {
	if l.pos >= len(l.data) {
		return out
	}
	c := l.data[l.pos]
	l.pos++
	if i := bytes.IndexByte([]byte("nrtbf"), c); i >= 0 {
		return append(out, "\n\r\t\b\f"[i])
	}
	switch {
	case c == '\n':
		return out
	case c == '\r':
		if l.pos < len(l.data) && l.data[l.pos] == '\n' {
			l.pos++
		}
		return out
	case c >= '0' && c <= '7':
		v := int(c - '0')
		for i := 0; i < 2 && l.pos < len(l.data) && l.data[l.pos] >= '0' && l.data[l.pos] <= '7'; i++ {
			v = v*8 + int(l.data[l.pos]-'0')
			l.pos++
		}
		return append(out, byte(v))
	}
	return append(out, c)
}

func isSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func isDelimiter(c byte) bool {
	switch c {
	case '(', ')', '<', '>', '[', ']', '{', '}', '/', '%':
		return true
	}
	return false
}
