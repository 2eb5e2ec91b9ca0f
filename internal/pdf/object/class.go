package object

// class is what a byte means outside of strings (7.2.2).
type class uint8

const (
	regular class = iota
	numeric       // a regular character with which a number begins
	space
	delimiter
)

// classes is a table rather than a function because it is asked for every byte.
var classes = [256]class{
	0: space, '\t': space, '\n': space, '\f': space, '\r': space, ' ': space,
	'(': delimiter, ')': delimiter, '<': delimiter, '>': delimiter, '[': delimiter, ']': delimiter, '{': delimiter, '}': delimiter, '/': delimiter, '%': delimiter,
	'+': numeric, '-': numeric, '.': numeric,
	'0': numeric, '1': numeric, '2': numeric, '3': numeric, '4': numeric, '5': numeric, '6': numeric, '7': numeric, '8': numeric, '9': numeric,
}

// IsSpace reports whether a byte is white space.
func IsSpace(c byte) bool { return classes[c] == space }

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func hexDigit(c byte) int {
	switch {
	case isDigit(c):
		return int(c - '0')
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}
