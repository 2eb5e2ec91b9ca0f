package object

// Kind says what a token or a value is.
type Kind uint8

// The kinds of tokens. End is the end of the data; of a value, null. Stream occurs only as the kind of a value.
const (
	End Kind = iota
	Number
	String
	Name
	Keyword
	Array
	Dict
	Ref
	Stream
)

// Token is one object or operator of PDF syntax (7.2, 7.3).
type Token struct {
	Kind   Kind
	Gen    uint16  // generation of a reference
	Number float64 // a number's value, or the number of the object that a reference leads to
	Text   []byte  // of a string, a name (without its slash) or a keyword
	Items  []Token // of an array, or keys and values of a dictionary in turn
}

// key returns the value of a dictionary's key, or an end token. The first of several wins.
func (t Token) key(name string) Token {
	if t.Kind != Dict {
		return Token{}
	}
	for i := 0; i+1 < len(t.Items); i += 2 {
		if string(t.Items[i].Text) == name && t.Items[i].Kind == Name {
			return t.Items[i+1]
		}
	}
	return Token{}
}

// is reports whether the token is that keyword.
func (t Token) is(keyword string) bool { return t.Kind == Keyword && string(t.Text) == keyword }

// integer returns a whole number that an offset or a count can be.
func (t Token) integer() (int, bool) {
	const limit = 1 << 50
	if t.Kind != Number || t.Number != float64(int64(t.Number)) || t.Number > limit || t.Number < -limit {
		return 0, false
	}
	return int(t.Number), true
}
