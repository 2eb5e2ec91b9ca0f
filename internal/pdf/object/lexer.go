package object

import "bytes"

// Lexer reads tokens: of files, of content streams and of character maps. Unlike a strict reader it skips what it does not understand;
// it always moves on and ends.
type Lexer struct {
	data  []byte
	pos   int
	depth int
	open  []Token // items of the arrays and dictionaries being read
	items []Token // memory for items of those that were read
	text  []byte  // memory for strings that are not written as they are
}

// NewLexer returns a lexer of the data.
func NewLexer(data []byte) *Lexer { return &Lexer{data: data} }

// Forget takes back the memory of all tokens read so far, which are no longer valid.
func (l *Lexer) Forget() { l.items, l.text = l.items[:0], l.text[:0] }

// Rest returns the data that were not read yet.
func (l *Lexer) Rest() []byte { return l.data[l.pos:] }

// Skip moves on by so many bytes.
func (l *Lexer) Skip(n int) { l.pos = min(l.pos+n, len(l.data)) }

// Next returns the next complete object or keyword.
func (l *Lexer) Next() Token {
	l.skipSpace()
	if l.pos >= len(l.data) {
		return Token{}
	}
	c := l.data[l.pos]
	switch classes[c] {
	case regular:
		return Token{Kind: Keyword, Text: l.word()}
	case numeric:
		return Token{Kind: Number, Number: l.number()}
	}
	switch c {
	case '(':
		return l.literal()
	case '/':
		return l.name()
	case '[':
		l.pos++
		return Token{Kind: Array, Items: l.until("]")}
	case '<':
		if bytes.HasPrefix(l.data[l.pos:], []byte("<<")) {
			l.pos += 2
			return Token{Kind: Dict, Items: l.until(">>")}
		}
		return l.hex()
	}
	return l.closing(c)
}

// closing reads the end of something, or a brace.
func (l *Lexer) closing(c byte) Token {
	n := 1
	if c == '>' && bytes.HasPrefix(l.data[l.pos:], []byte(">>")) {
		n = 2
	}
	l.pos += n
	return Token{Kind: Keyword, Text: l.data[l.pos-n : l.pos]}
}

// until collects objects up to the closing keyword, joining "12 0 R" into one reference.
func (l *Lexer) until(closing string) []Token {
	start := len(l.open)
	l.depth++
	for l.depth <= maxNesting {
		before := l.pos
		t := l.Next()
		if t.Kind == Keyword && (string(t.Text) == "stream" || string(t.Text) == "endobj") {
			l.pos = before // what is open was never closed
			break
		}
		if t.Kind == End || t.is(closing) {
			break
		}
		if n := len(l.open); t.is("R") && n >= start+2 {
			l.open[n-2] = reference(l.open[n-2], l.open[n-1])
			l.open = l.open[:n-1]
			continue
		}
		if len(l.open) < maxItems {
			l.open = append(l.open, t)
		}
	}
	l.depth--
	items := l.keep(l.open[start:])
	l.open = l.open[:start]
	return items
}

func reference(number, gen Token) Token {
	return Token{Kind: Ref, Number: number.Number, Gen: uint16(max(0, min(gen.Number, 65535)))}
}

// keep copies items into memory of their own.
func (l *Lexer) keep(items []Token) []Token {
	const chunk = 64
	if cap(l.items)-len(l.items) < len(items) {
		l.items = make([]Token, 0, max(chunk, len(items)))
	}
	start := len(l.items)
	l.items = append(l.items, items...)
	return l.items[start:len(l.items):len(l.items)]
}

func (l *Lexer) skipSpace() {
	for l.pos < len(l.data) {
		switch c := l.data[l.pos]; {
		case classes[c] == space:
			l.pos++
		case c == '%':
			l.skipComment()
		default:
			return
		}
	}
}

func (l *Lexer) skipComment() {
	for l.pos < len(l.data) && l.data[l.pos] != '\n' && l.data[l.pos] != '\r' {
		l.pos++
	}
}

func (l *Lexer) word() []byte {
	start := l.pos
	for l.pos < len(l.data) && classes[l.data[l.pos]] <= numeric {
		l.pos++
	}
	return l.data[start:l.pos]
}
