package object

// Value is an object as seen from the file it stands in: entries that are references lead to what they refer to. The zero Value is
// null, and so is everything that is not there. Its tokens must not be changed.
type Value struct {
	Token
	file *File
	host *indirect // the object it is, or stands in
}

// ID tells values apart. Two values with the same ID are the same.
type ID struct {
	number int
	first  *Token // of a value within an object
}

// ID returns the value's identity; the zero ID for one that has none, as a number or an empty dictionary.
func (v Value) ID() ID {
	switch {
	case v.host == nil || len(v.Items) == 0:
		return ID{}
	case v.host.number > 0 && len(v.host.value.Items) > 0 && &v.host.value.Items[0] == &v.Items[0]:
		return ID{number: v.host.number}
	}
	return ID{number: v.host.number, first: &v.Items[0]}
}

// IsNull reports whether there is no value.
func (v Value) IsNull() bool { return v.Kind == End }

// Has reports whether a dictionary has an entry, wherever it leads.
func (v Value) Has(name string) bool {
	t := v.entry(name)
	return t.Kind != End && !t.is("null")
}

// Key returns an entry of a dictionary or of a stream's dictionary.
func (v Value) Key(name string) Value {
	return v.at(v.entry(name))
}

func (v Value) entry(name string) Token {
	if v.Kind != Dict && v.Kind != Stream {
		return Token{}
	}
	dict := Token{Kind: Dict, Items: v.Items}
	return dict.key(name)
}

// Reference returns the number of the object that an entry refers to; 0 where the entry is no reference.
func (v Value) Reference(name string) int {
	if t := v.entry(name); t.Kind == Ref {
		return int(t.Number)
	}
	return 0
}

// References returns the numbers of the objects that an array refers to.
func (v Value) References() []int {
	var out []int
	for _, t := range v.Items {
		if v.Kind == Array && t.Kind == Ref {
			out = append(out, int(t.Number))
		}
	}
	return out
}

// Keys returns the keys of a dictionary or of a stream's dictionary, as they stand.
func (v Value) Keys() []string {
	var out []string
	for i := 0; i+1 < len(v.Items) && (v.Kind == Dict || v.Kind == Stream); i += 2 {
		out = append(out, string(v.Items[i].Text))
	}
	return out
}

// Len returns the length of an array.
func (v Value) Len() int {
	if v.Kind != Array {
		return 0
	}
	return len(v.Items)
}

// Index returns an element of an array.
func (v Value) Index(i int) Value {
	if v.Kind != Array || i < 0 || i >= len(v.Items) {
		return Value{}
	}
	return v.at(v.Items[i])
}

// Float returns a number; 0 for anything else.
func (v Value) Float() float64 {
	if v.Kind != Number {
		return 0
	}
	return v.Number
}

// Int returns a whole number; 0 for anything else.
func (v Value) Int() int {
	n, _ := v.integer()
	return n
}

// Bool reports whether the value is true.
func (v Value) Bool() bool { return v.is("true") }

// Name returns a name; "" for anything else.
func (v Value) Name() string {
	if v.Kind != Name {
		return ""
	}
	return string(v.Text)
}

// Is reports whether the value is that name.
func (v Value) Is(name string) bool { return v.Kind == Name && string(v.Text) == name }

// Data returns what a stream unpacks to, as far as it can be unpacked.
func (v Value) Data() []byte {
	data, _ := v.Unpack()
	return data
}

// Unpack returns what a stream unpacks to, and whether that is all of it.
func (v Value) Unpack() (data []byte, whole bool) {
	if v.Kind != Stream {
		return nil, false
	}
	return v.file.unpack(v)
}

// at is a token that stands in the value, or what it refers to.
func (v Value) at(t Token) Value {
	return Value{Token: t, file: v.file, host: v.host}.resolve()
}

func (v Value) resolve() Value {
	for range maxChain {
		if v.Kind != Ref || v.file == nil {
			break
		}
		v = v.file.stream(v.file.object(int(v.Number)))
	}
	if v.Kind == Ref || v.is("null") {
		return Value{}
	}
	return v
}

// stream is an object as a value.
func (f *File) stream(o *indirect) Value {
	v := Value{Token: o.value, file: f, host: o}
	if o.isStream {
		v.Kind = Stream
	}
	return v
}
