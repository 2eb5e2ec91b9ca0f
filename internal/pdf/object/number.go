package object

import "strconv"

// number reads an integer or a decimal; PDF has no exponents. It ends at the first character that cannot belong to it, as in "12cm".
// Several signs at the start count as one, and "5-3" is 5, as other readers take what old software wrote.
func (l *Lexer) number() float64 {
	negative := false
	for l.pos < len(l.data) && (l.data[l.pos] == '-' || l.data[l.pos] == '+') {
		negative = negative || l.data[l.pos] == '-'
		l.pos++
	}
	v := l.unsigned()
	for l.pos < len(l.data) && (isDigit(l.data[l.pos]) || l.data[l.pos] == '-') {
		l.pos++
	}
	if negative && v != 0 {
		return -v
	}
	return v
}

// unsigned reads digits with at most one point. So many digits as a float holds exactly are read without strconv.
func (l *Lexer) unsigned() float64 {
	const exact = 15
	start := l.pos
	var whole uint64
	digits, decimals, point := 0, 0, false
	for ; l.pos < len(l.data); l.pos++ {
		c := l.data[l.pos]
		switch {
		case isDigit(c):
			if whole > 0 || c != '0' {
				digits++
			}
			whole = whole*10 + uint64(c-'0')
			if point {
				decimals++
			}
		case c == '.' && !point:
			point = true
		default:
			return l.decimal(start, whole, digits <= exact, decimals)
		}
	}
	return l.decimal(start, whole, digits <= exact, decimals)
}

func (l *Lexer) decimal(start int, whole uint64, exact bool, decimals int) float64 {
	switch {
	case decimals == 0 && exact:
		return float64(whole)
	case exact && decimals < len(powers):
		return float64(whole) / powers[decimals]
	}
	const longest = 400 // digits; a number that long is damage
	v, _ := strconv.ParseFloat(string(l.data[start:min(l.pos, start+longest)]), 64)
	return v
}

var powers = [...]float64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15}
