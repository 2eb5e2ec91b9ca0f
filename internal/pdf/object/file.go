package object

import (
	"bytes"
	"errors"
)

// File is an open PDF file. It is not safe for use by several goroutines.
type File struct {
	data       []byte // from the header on, where offsets count from
	table      table
	trailer    Token
	objects    map[int]*indirect // those read so far
	containers map[int]*container
	crypt      *crypt
	lexer      Lexer // of objects; what it reads is kept
	kept       int   // tokens in objects
	chain      int   // objects being read, one for another
	unpacked   int
	inflater   inflater
	cut        bool // something that the file begins has no end
}

// indirect is an object as it stands in the file (7.3.10).
type indirect struct {
	number, gen int
	value       Token
	stream      []byte // the raw data of a stream, or nil
	isStream    bool
	end         int // offset behind it
}

// null stands for every object that is not there.
var null = &indirect{}

// Open reads a file's structure. Where the cross-reference table or what it leads to is damaged, it looks for the objects
// themselves. The error is one of this package.
func Open(data []byte) (*File, error) {
	start := max(0, bytes.Index(data[:min(len(data), maxHeaderSkip)], []byte("%PDF-")))
	f, err := open(data[start:], (*File).readTable)
	if err != nil && start > 0 { // offsets may also count from the start of the file
		f, err = open(data, (*File).readTable)
	}
	if err == nil && f.hasPages() || errors.Is(err, ErrPassword) || errors.Is(err, ErrEncryption) {
		return f, err
	}
	f, err = open(data[start:], (*File).scan)
	if err != nil {
		return nil, err
	}
	if !f.hasPages() {
		f.gatherPages()
		f.cut = true // the list of pages is lost, and with it perhaps pages
	}
	if !f.hasPages() {
		return nil, ErrDamaged
	}
	return f, nil
}

func open(data []byte, read func(*File) error) (*File, error) {
	f := &File{data: data, table: newTable(), objects: map[int]*indirect{}, containers: map[int]*container{}}
	if err := read(f); err != nil {
		return nil, err
	}
	return f, nil
}

// hasPages reports whether the page tree leads to a page.
func (f *File) hasPages() bool {
	return f.Root().Key("Pages").leadsToPage(map[ID]bool{})
}

func (v Value) leadsToPage(seen map[ID]bool) bool {
	kids := v.Key("Kids")
	if kids.Kind != Array {
		return len(v.Items) > 0
	}
	if seen[v.ID()] || len(seen) > maxNesting {
		return false
	}
	seen[v.ID()] = true
	for i := range min(kids.Len(), maxNesting) {
		if kids.Index(i).leadsToPage(seen) {
			return true
		}
	}
	return false
}

// Root returns the document catalogue.
func (f *File) Root() Value { return f.value(f.trailer).Key("Root") }

// Cut reports whether the file ends in the middle of something, as far as it was read: what came behind is lost, and nobody knows what
// it was.
func (f *File) Cut() bool { return f.cut }

// Exhausted reports whether the file unpacks to more than is read.
func (f *File) Exhausted() bool { return f.unpacked > maxUnpacked }

// value is a token outside of any object.
func (f *File) value(t Token) Value { return Value{Token: t, file: f, host: null} }

// object returns an object, or null. Each is read once, as long as there is room to keep it.
func (f *File) object(number int) *indirect {
	if o, ok := f.objects[number]; ok {
		return o
	}
	e, ok := f.table.entries[number]
	if !ok || f.chain > maxChain {
		return null
	}
	f.chain++
	o := f.load(number, e)
	f.chain--
	if f.kept > maxKept {
		f.objects, f.kept, f.lexer = map[int]*indirect{}, 0, Lexer{}
	}
	f.objects[number] = o
	f.kept += 1 + o.value.size()
	return o
}

// size counts the tokens in a token.
func (t *Token) size() int {
	n := len(t.Items)
	for i := range t.Items {
		n += t.Items[i].size()
	}
	return n
}

func (f *File) load(number int, e entry) *indirect {
	if e.container != 0 {
		return f.contained(number, int(e.container))
	}
	o, ok := f.readObject(int(e.offset))
	if !ok || o.number != number {
		return null
	}
	f.crypt.decryptStrings(&o.value, o.number, o.gen)
	return o
}

// readObject reads the object at an offset.
func (f *File) readObject(offset int) (*indirect, bool) {
	l := &f.lexer
	l.data, l.pos, l.depth = f.data, offset, 0
	number, gen, mark := l.Next(), l.Next(), l.Next()
	n, ok1 := number.integer()
	g, ok2 := gen.integer()
	if !ok1 || !ok2 || n < 0 || !mark.is("obj") {
		return nil, false
	}
	o := &indirect{number: n, gen: g, value: l.Next()}
	l.joinReference(&o.value)
	o.end = l.pos
	if o.value.Kind == Dict {
		if l.Next().isStream() {
			f.readStream(o, l.pos)
		}
	} else if o.value.is("endobj") {
		o.value = Token{}
	}
	return o, true
}

func (t Token) isStream() bool { return t.is("stream") }

// joinReference reads the rest of an object that is nothing but a reference.
func (l *Lexer) joinReference(t *Token) {
	if t.Kind != Number {
		return
	}
	before := l.pos
	gen, r := l.Next(), l.Next()
	if gen.Kind == Number && r.is("R") {
		*t = reference(*t, gen)
		return
	}
	l.pos = before
}

// readStream finds a stream's data, which end where its Length says, or else at "endstream" or "endobj".
func (f *File) readStream(o *indirect, pos int) {
	if pos < len(f.data) && f.data[pos] == '\r' {
		pos++
	}
	if pos < len(f.data) && f.data[pos] == '\n' {
		pos++
	}
	o.isStream = true
	length, ok := f.length(o.value.key("Length"))
	if !ok || length < 0 || pos+length > len(f.data) || !endsStream(f.data[pos+length:]) {
		length = endOfStream(f.data[pos:])
		f.cut = f.cut || pos+length == len(f.data)
	}
	o.stream, o.end = f.data[pos:pos+length], pos+length
}

func (f *File) length(t Token) (int, bool) {
	if t.Kind == Ref {
		t = f.object(int(t.Number)).value
	}
	return t.integer()
}

func endsStream(rest []byte) bool {
	const gap = 16 // white space before the keyword
	return bytes.HasPrefix(bytes.TrimLeft(rest[:min(len(rest), gap+6)], "\r\n \t"), []byte("endstr"))
}

func endOfStream(data []byte) int {
	for _, end := range []string{"endstream", "endobj"} {
		if n := bytes.Index(data, []byte(end)); n >= 0 {
			return n
		}
	}
	return len(data)
}
