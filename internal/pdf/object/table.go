package object

// entry says where an object stands: at an offset, or in an object stream.
type entry struct {
	offset    int64 // in the data, where container is 0
	container int32 // number of the object stream that holds it
}

// table says where every object is (7.5.4).
type table struct {
	entries map[int]entry
	free    map[int]bool // deleted in a later revision, though an earlier one has it
}

func newTable() table { return table{entries: map[int]entry{}, free: map[int]bool{}} }

// add notes an object unless a later revision has spoken of it. It reports whether the entry makes sense.
func (t *table) add(number int, e entry) bool {
	if number < 0 || number > maxObject || e.offset < 0 || e.container < 0 {
		return false
	}
	if _, known := t.entries[number]; !known && !t.free[number] && len(t.entries) < maxObjects {
		t.entries[number] = e
	}
	return true
}

func (t *table) remove(number int) {
	if _, known := t.entries[number]; !known && len(t.free) < maxObjects {
		t.free[number] = true
	}
}

// matches reports whether an object with the right number stands at every offset, or very nearly so: a few objects that are not
// there are what the file says of itself, many are a table that does not fit the file.
func (f *File) matches() bool {
	for number, e := range f.table.entries {
		if e.container != 0 {
			if c, ok := f.table.entries[int(e.container)]; !ok || c.container != 0 {
				return false
			}
			continue
		}
		if !objectAt(f.data, int(e.offset), number) {
			return false
		}
	}
	return true
}

// objectAt reports whether "number generation obj" stands at an offset.
func objectAt(data []byte, offset, number int) bool {
	if offset >= len(data) {
		return false
	}
	l := Lexer{data: data, pos: offset}
	l.skipSpace()
	n, ok := l.digits()
	if !ok || n != number {
		return false
	}
	if _, ok = l.digits(); !ok {
		return false
	}
	word := l.word()
	return len(word) >= 3 && string(word[:3]) == "obj"
}

// digits reads a number of digits and the white space behind it.
func (l *Lexer) digits() (int, bool) {
	const longest = 10
	start, n := l.pos, 0
	for l.pos < len(l.data) && isDigit(l.data[l.pos]) && l.pos-start < longest {
		n = n*10 + int(l.data[l.pos]-'0')
		l.pos++
	}
	ok := l.pos > start
	l.skipSpace()
	return n, ok
}
