package object

import "bytes"

// readTable follows the chain of cross-reference sections from the end of the file (7.5.4, 7.5.8), the latest revision first. Each
// section is read once, so a chain that comes back to itself ends with an error, as does anything that does not fit the file.
func (f *File) readTable() error {
	seen := map[int]bool{}
	offset, ok := f.startOffset()
	if !ok {
		return ErrDamaged
	}
	for ok {
		if offset <= 0 || offset >= len(f.data) || seen[offset] || len(seen) > maxSections {
			return ErrDamaged
		}
		seen[offset] = true
		dict, good := f.readSection(offset)
		if !good {
			return ErrDamaged
		}
		f.keepTrailer(dict)
		prev := dict.key("Prev")
		offset, ok = prev.integer()
	}
	if root := f.trailer.key("Root"); root.Kind != Ref && root.Kind != Dict || !f.matches() {
		return ErrDamaged
	}
	return f.startCrypt()
}

// keepTrailer adds the entries of a trailer that later ones do not have.
func (f *File) keepTrailer(dict Token) {
	f.trailer.Kind = Dict
	for i := 0; i+1 < len(dict.Items); i += 2 {
		if key := dict.Items[i]; key.Kind == Name && f.trailer.key(string(key.Text)).Kind == End {
			f.trailer.Items = append(f.trailer.Items, key, dict.Items[i+1])
		}
	}
}

func (f *File) startOffset() (int, bool) {
	i := bytes.LastIndex(f.data, []byte("startxref"))
	if i < 0 {
		return 0, false
	}
	l := Lexer{data: f.data, pos: i + len("startxref")}
	t := l.Next()
	return t.integer()
}

// readSection reads a table or a cross-reference stream and returns its trailer dictionary.
func (f *File) readSection(offset int) (Token, bool) {
	l := &Lexer{data: f.data, pos: offset}
	if first := l.Next(); first.is("xref") {
		return f.readRows(l)
	}
	o, ok := f.readObject(offset)
	return f.streamOf(o, ok)
}

func (f *File) streamOf(o *indirect, ok bool) (Token, bool) {
	if !ok || !o.isStream {
		return Token{}, false
	}
	return o.value, f.readXrefStream(o)
}

func (f *File) readRows(l *Lexer) (Token, bool) {
	for {
		t := l.Next()
		if t.is("trailer") {
			break
		}
		number := l.Next()
		first, ok1 := t.integer()
		count, ok2 := number.integer()
		if !ok1 || !ok2 || first < 0 || count < 0 || !f.readSubsection(l, first, count) {
			return Token{}, false
		}
	}
	dict := l.Next()
	if at := dict.key("XRefStm"); at.Kind == Number { // 7.5.8.4
		if offset, ok := at.integer(); ok && offset > 0 && offset < len(f.data) {
			o, found := f.readObject(offset)
			f.streamOf(o, found)
		}
	}
	return dict, dict.Kind == Dict
}

func (f *File) readSubsection(l *Lexer, first, count int) bool {
	for n := first; n < first+count; n++ {
		row := [3]Token{l.Next(), l.Next(), l.Next()}
		offset, ok1 := row[0].integer()
		_, ok2 := row[1].integer()
		if !ok1 || !ok2 || row[2].Kind != Keyword {
			return false
		}
		if row[2].is("f") || offset == 0 {
			f.table.remove(n)
			continue
		}
		if !f.table.add(n, entry{offset: int64(offset)}) {
			return false
		}
	}
	return true
}

// readXrefStream reads the rows of a cross-reference stream.
func (f *File) readXrefStream(o *indirect) bool {
	widths, total := fieldWidths(o.value.key("W"))
	kind := o.value.key("Type")
	if total == 0 || string(kind.Text) != "XRef" {
		return false
	}
	data := f.stream(o).Data()
	index := o.value.key("Index").Items
	if len(index) == 0 {
		index = []Token{{Kind: Number}, o.value.key("Size")}
	}
	for i := 0; i+1 < len(index); i += 2 {
		first, ok1 := index[i].integer()
		count, ok2 := index[i+1].integer()
		if !ok1 || !ok2 || first < 0 || count < 0 {
			return false
		}
		for n := first; n < first+count && len(data) >= total; n++ {
			if !f.addFields(n, data, widths) {
				return false
			}
			data = data[total:]
		}
	}
	return true
}

func fieldWidths(w Token) (widths [3]int, total int) {
	if len(w.Items) < 3 {
		return widths, 0
	}
	for i := range widths {
		n, ok := w.Items[i].integer()
		if !ok || n < 0 || n > 7 {
			return widths, 0
		}
		widths[i] = n
		total += n
	}
	return widths, total
}

func (f *File) addFields(number int, data []byte, widths [3]int) bool {
	const isFree, isPlain, isContained = 0, 1, 2
	var fields [3]int
	for i, w := range widths {
		for _, b := range data[:w] {
			fields[i] = fields[i]<<8 | int(b)
		}
		data = data[w:]
	}
	kind := fields[0]
	if widths[0] == 0 {
		kind = isPlain
	}
	switch kind {
	case isFree:
		f.table.remove(number)
	case isPlain:
		return f.table.add(number, entry{offset: int64(fields[1])})
	case isContained:
		return f.table.add(number, entry{container: int32(min(fields[1], maxObject+1))})
	}
	return true
}
