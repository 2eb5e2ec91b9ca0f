package object

import (
	"bytes"
	"maps"
	"slices"
)

// scan finds the objects of a damaged file by looking for them. Where a number occurs more than once the last object wins, as in a
// file that was changed by appending.
func (f *File) scan() error {
	var packed []int // object streams
	var trailers []Token
	for pos := 0; len(f.table.entries) < maxObjects; {
		start, behind := nextObject(f.data, pos)
		if behind == 0 {
			break
		}
		pos = behind
		o, ok := f.readObject(start)
		if !ok || o.number > maxObject {
			continue
		}
		pos = max(pos, o.end)
		f.table.entries[o.number] = entry{offset: int64(start)}
		switch kind := o.value.key("Type"); string(kind.Text) {
		case "ObjStm":
			packed = append(packed, o.number)
		case "XRef":
			trailers = append(trailers, o.value)
		}
	}
	if len(f.table.entries) == 0 {
		return f.nothing()
	}
	f.chooseTrailer(append(trailers, f.scanTrailers()...))
	if err := f.startCrypt(); err != nil {
		return err
	}
	f.addPacked(packed)
	f.findRoot()
	return nil
}

// nothing says what a file without objects is.
func (f *File) nothing() error {
	if bytes.HasPrefix(f.data, []byte("%PDF-")) {
		return ErrDamaged
	}
	return ErrNotPDF
}

// nextObject finds the next "12 0 obj" and returns where it starts and where its contents do; 0 for that where there is none.
func nextObject(data []byte, pos int) (start, behind int) {
	for pos < len(data) {
		i := bytes.Index(data[pos:], []byte("obj"))
		if i < 0 {
			break
		}
		at := pos + i
		pos = at + 3
		if start, ok := backOverNumber(data, at); ok {
			if start, ok = backOverNumber(data, start); ok {
				return start, pos
			}
		}
	}
	return 0, 0
}

// backOverNumber steps back over white space and digits.
func backOverNumber(data []byte, at int) (int, bool) {
	const longest, widest = 8, 64
	i := at
	for i > 0 && IsSpace(data[i-1]) && at-i < widest {
		i--
	}
	end := i
	for i > 0 && isDigit(data[i-1]) && end-i < longest {
		i--
	}
	return i, i < end
}

func (f *File) scanTrailers() []Token {
	var out []Token
	for pos := 0; len(out) < maxSections; {
		i := bytes.Index(f.data[pos:], []byte("trailer"))
		if i < 0 {
			break
		}
		pos += i + len("trailer")
		l := Lexer{data: f.data, pos: pos}
		if dict := l.Next(); dict.Kind == Dict {
			out = append(out, dict)
		}
	}
	return out
}

// chooseTrailer puts the trailers together, the last one first: a later revision wins.
func (f *File) chooseTrailer(trailers []Token) {
	for _, t := range slices.Backward(trailers) {
		f.keepTrailer(t)
	}
}

// addPacked adds the objects of object streams, unless an object of the same number stands behind the stream.
func (f *File) addPacked(packed []int) {
	for _, number := range packed {
		at := f.table.entries[number].offset
		for _, n := range slices.Sorted(maps.Keys(f.container(number).offsets)) {
			e, known := f.table.entries[n]
			if n <= maxObject && n != number && (!known || e.container != 0 || e.offset < at) && len(f.table.entries) < maxObjects {
				f.table.entries[n] = entry{container: int32(number)}
			}
		}
	}
	clear(f.objects) // some were read before it was known where they are
}

// findRoot makes sure that the trailer leads to a catalogue, looking for one where it does not.
func (f *File) findRoot() {
	if f.Root().Key("Pages").Kind == Dict {
		return
	}
	for _, number := range slices.Backward(slices.Sorted(maps.Keys(f.table.entries))) {
		v := f.value(Token{Kind: Ref, Number: float64(number)}).resolve()
		if v.Key("Type").Is("Catalog") && v.Key("Pages").Kind == Dict {
			f.setRoot(Token{Kind: Ref, Number: float64(number)})
			return
		}
	}
}

func (f *File) setRoot(root Token) {
	f.trailer = Token{Kind: Dict, Items: append([]Token{{Kind: Name, Text: []byte("Root")}, root}, f.trailer.Items...)}
}

// gatherPages makes a page tree of all page objects, for a file whose own cannot be followed.
func (f *File) gatherPages() {
	const most = 100_000 // pages
	var kids []Token
	for _, number := range slices.Sorted(maps.Keys(f.table.entries)) {
		ref := Token{Kind: Ref, Number: float64(number)}
		if f.value(ref).resolve().Key("Type").Is("Page") {
			kids = append(kids, ref)
		}
		if len(kids) == most {
			break
		}
	}
	if len(kids) == 0 {
		return
	}
	name := func(s string) Token { return Token{Kind: Name, Text: []byte(s)} }
	tree := Token{Kind: Dict, Items: []Token{name("Kids"), {Kind: Array, Items: kids}}}
	f.setRoot(Token{Kind: Dict, Items: append([]Token{name("Pages"), tree}, f.Root().Items...)})
}
