package object

import "bytes"

// name reads a name (7.3.5).
func (l *Lexer) name() Token {
	l.pos++
	raw := l.word()
	if bytes.IndexByte(raw, '#') >= 0 {
		raw = unescapeName(raw)
	}
	return Token{Kind: Name, Text: raw}
}

func unescapeName(raw []byte) []byte {
	var out []byte
	for i := 0; i < len(raw); i++ {
		if raw[i] == '#' && i+2 < len(raw) {
			if high, low := hexDigit(raw[i+1]), hexDigit(raw[i+2]); high >= 0 && low >= 0 {
				out = append(out, byte(high<<4|low))
				i += 2
				continue
			}
		}
		out = append(out, raw[i])
	}
	return out
}

// hex reads a hexadecimal string; an odd last digit counts as if followed by 0 (7.3.4.3).
func (l *Lexer) hex() Token {
	l.pos++
	start := l.startText()
	high := -1
	for l.pos < len(l.data) {
		c := l.data[l.pos]
		l.pos++
		if c == '>' {
			break
		}
		v := hexDigit(c)
		switch {
		case v < 0:
		case high < 0:
			high = v
		default:
			l.text, high = append(l.text, byte(high<<4|v)), -1
		}
	}
	if high >= 0 {
		l.text = append(l.text, byte(high<<4))
	}
	return l.endText(start)
}

// startText makes room for a string of usual length, so that memory of finished strings does not move.
func (l *Lexer) startText() int {
	const chunk, usual = 1024, 128
	if cap(l.text)-len(l.text) < usual {
		l.text = make([]byte, 0, chunk)
	}
	return len(l.text)
}

func (l *Lexer) endText(start int) Token {
	return Token{Kind: String, Text: l.text[start:len(l.text):len(l.text)]}
}

// literal reads a string in parentheses (7.3.4.2). Most are written as they are and need no copy.
func (l *Lexer) literal() Token {
	l.pos++
	start := l.pos
	for i := start; i < len(l.data); i++ {
		switch l.data[i] {
		case ')':
			l.pos = i + 1
			return Token{Kind: String, Text: l.data[start:i:i]}
		case '(', '\\', '\r':
			return l.copied()
		}
	}
	return l.copied()
}

// copied reads a string with escapes or inner parentheses. A line's end of any kind counts as one line feed.
func (l *Lexer) copied() Token {
	start := l.startText()
	for depth := 1; l.pos < len(l.data); {
		c := l.data[l.pos]
		l.pos++
		switch c {
		case '(':
			depth++
		case ')':
			depth--
		case '\\':
			l.escape()
			continue
		case '\r':
			l.skipLineFeed()
			c = '\n'
		}
		if depth == 0 {
			break
		}
		l.text = append(l.text, c)
	}
	return l.endText(start)
}

func (l *Lexer) skipLineFeed() {
	if l.pos < len(l.data) && l.data[l.pos] == '\n' {
		l.pos++
	}
}

// escape reads what follows a backslash.
func (l *Lexer) escape() {
	if l.pos >= len(l.data) {
		return
	}
	c := l.data[l.pos]
	l.pos++
	if i := bytes.IndexByte([]byte("nrtbf"), c); i >= 0 {
		l.text = append(l.text, "\n\r\t\b\f"[i])
		return
	}
	switch {
	case c == '\n':
	case c == '\r':
		l.skipLineFeed()
	case c >= '0' && c <= '7':
		l.text = append(l.text, l.octal(c))
	default:
		l.text = append(l.text, c)
	}
}

// octal reads up to three digits, of which c is the first.
func (l *Lexer) octal(c byte) byte {
	v := int(c - '0')
	for i := 0; i < 2 && l.pos < len(l.data) && l.data[l.pos] >= '0' && l.data[l.pos] <= '7'; i++ {
		v = v*8 + int(l.data[l.pos]-'0')
		l.pos++
	}
	return byte(v)
}
