package conform

import (
	"bytes"
	"errors"
	"io"
	"regexp"
	"strconv"
	"strings"
)

// The kinds of object (ISO 32000-1, 7.3). A number is a float64, a null is nil, a keyword or an operator is an op.
type (
	name  string
	ref   int
	text  string
	dict  map[name]any
	array []any
	op    string
)

var errSyntax = errors.New("the file's syntax cannot be read")

// lexer reads objects one after another.
type lexer struct {
	b      []byte
	at     int
	badHex bool // a hexadecimal string with an odd number of digits, or with something else between them
}

const (
	blanks     = " \t\r\n\f\x00"
	delimiters = "()<>[]{}/%"
)

// next returns the next object, or io.EOF.
func (l *lexer) next() (any, error) {
	l.skip()
	if l.at >= len(l.b) {
		return nil, io.EOF
	}
	rest := l.b[l.at:]
	switch {
	case bytes.HasPrefix(rest, []byte("<<")):
		return l.dict()
	case rest[0] == '<':
		return l.hex()
	case rest[0] == '(':
		return l.literal()
	case rest[0] == '[':
		l.at++
		return l.until("]")
	case rest[0] == '/':
		l.at++
		return name(unescaped(l.regular())), nil
	case rest[0] == ']':
		l.at++
		return op("]"), nil
	case bytes.HasPrefix(rest, []byte(">>")):
		l.at += 2
		return op(">>"), nil
	}
	return l.word()
}

func (l *lexer) skip() {
	for l.at < len(l.b) {
		switch {
		case strings.IndexByte(blanks, l.b[l.at]) >= 0:
			l.at++
		case l.b[l.at] == '%':
			for l.at < len(l.b) && l.b[l.at] != '\n' && l.b[l.at] != '\r' {
				l.at++
			}
		default:
			return
		}
	}
}

// regular reads characters up to a blank or a delimiter.
func (l *lexer) regular() string {
	start := l.at
	for l.at < len(l.b) && strings.IndexByte(blanks+delimiters, l.b[l.at]) < 0 {
		l.at++
	}
	return string(l.b[start:l.at])
}

var escapedName = regexp.MustCompile(`#[0-9A-Fa-f]{2}`)

func unescaped(s string) string {
	return escapedName.ReplaceAllStringFunc(s, func(e string) string {
		n, _ := strconv.ParseUint(e[1:], 16, 8)
		return string([]byte{byte(n)})
	})
}

var restOfReference = regexp.MustCompile(`^\s+\d+\s+R\b`)

// word reads a number, a reference, true, false, null or an operator.
func (l *lexer) word() (any, error) {
	w := l.regular()
	if w == "" {
		return nil, errSyntax
	}
	if n, err := strconv.Atoi(w); err == nil {
		if tail := restOfReference.Find(l.b[l.at:min(l.at+20, len(l.b))]); tail != nil {
			l.at += len(tail)
			return ref(n), nil
		}
	}
	if n, err := strconv.ParseFloat(w, 64); err == nil {
		return n, nil
	}
	switch w {
	case "true", "false":
		return w == "true", nil
	case "null":
		return nil, nil
	}
	return op(w), nil
}
