package pdf

import (
	"bytes"
	"errors"
	"strconv"
)

// maxObject bounds object numbers: the library keeps a table as long as the highest.
const maxObject = 2_000_000

var errXref = errors.New("the cross-reference table is damaged")

// entry says where an object stands: at an offset, or in an object stream.
type entry struct {
	offset    int // in the data, when container is 0
	gen       int
	container int // number of the object stream that holds it
}

// structure is a file's cross-reference data: where its objects are, and its trailer's entries as raw PDF syntax.
type structure struct {
	objects map[int]entry
	free    map[int]bool // deleted in a later revision, though an earlier one has it
	trailer map[string]string
}

func newStructure() *structure {
	return &structure{objects: map[int]entry{}, free: map[int]bool{}, trailer: map[string]string{}}
}

// add notes an object unless a later revision has spoken of it.
func (s *structure) add(number int, e entry) error {
	if number < 0 || number > maxObject || e.gen < 0 || e.gen > 65535 || e.offset < 0 {
		return errXref
	}
	if _, known := s.objects[number]; !known && !s.free[number] {
		s.objects[number] = e
	}
	return nil
}

func (s *structure) remove(number int) {
	if _, known := s.objects[number]; !known {
		s.free[number] = true
	}
}

// keep notes the entries of a trailer that later code needs. The latest revision comes first and wins.
func (s *structure) keep(data []byte, dict token) {
	for _, name := range []string{"Root", "Encrypt", "ID", "Info"} {
		if v := dict.key(name); v.kind != endToken && s.trailer[name] == "" {
			s.trailer[name] = string(data[v.start:v.end])
		}
	}
}

// readStructure follows the chain of cross-reference sections from the end of the file. Each is read once, so a chain
// that comes back to itself ends with an error.
func readStructure(data []byte) (*structure, error) {
	s := newStructure()
	seen := map[int]bool{}
	offset, ok := startOffset(data)
	for ok {
		if offset <= 0 || offset >= len(data) || seen[offset] {
			return nil, errXref
		}
		seen[offset] = true
		dict, err := s.readSection(data, offset)
		if err != nil {
			return nil, err
		}
		s.keep(data, dict)
		offset, ok = dict.key("Prev").integer()
	}
	if s.trailer["Root"] == "" || !s.matches(data) {
		return nil, errXref
	}
	return s, nil
}

func startOffset(data []byte) (int, bool) {
	i := bytes.LastIndex(data, []byte("startxref"))
	if i < 0 {
		return 0, false
	}
	l := lexer{data: data, pos: i + len("startxref")}
	return l.next().integer()
}

// readSection reads a table or a cross-reference stream and returns its trailer dictionary.
func (s *structure) readSection(data []byte, offset int) (token, error) {
	l := &lexer{data: data, pos: offset}
	if first := l.next(); first.kind == keywordToken && first.text == "xref" {
		return s.readTable(l)
	}
	object, err := readObject(data, offset)
	if err != nil || object.stream == nil {
		return token{}, errXref
	}
	return object.value, s.readStream(object)
}

func (s *structure) readTable(l *lexer) (token, error) {
	for {
		t := l.next()
		if t.kind == keywordToken && t.text == "trailer" {
			break
		}
		first, ok1 := t.integer()
		count, ok2 := l.next().integer()
		if !ok1 || !ok2 || first < 0 || count < 0 || first+count > maxObject {
			return token{}, errXref
		}
		if err := s.readRows(l, first, count); err != nil {
			return token{}, err
		}
	}
	dict := l.next()
	if dict.kind != dictToken {
		return token{}, errXref
	}
	if at, ok := dict.key("XRefStm").integer(); ok && at > 0 && at < len(l.data) { // 7.5.8.4
		if object, err := readObject(l.data, at); err == nil && object.stream != nil {
			return dict, s.readStream(object)
		}
	}
	return dict, nil
}

func (s *structure) readRows(l *lexer, first, count int) error {
	for n := first; n < first+count; n++ {
		offset, ok1 := l.next().integer()
		gen, ok2 := l.next().integer()
		mark := l.next()
		if !ok1 || !ok2 || mark.kind != keywordToken {
			return errXref
		}
		if mark.text == "f" || offset == 0 {
			s.remove(n)
			continue
		}
		if err := s.add(n, entry{offset: offset, gen: gen}); err != nil {
			return err
		}
	}
	return nil
}

// readStream reads a cross-reference stream (7.5.8).
func (s *structure) readStream(object rawObject) error {
	widths, total := fieldWidths(object.value.key("W"))
	data, err := decodeStream(object.value, object.stream)
	if err != nil || total == 0 || object.value.key("Type").text != "XRef" {
		return errXref
	}
	index := object.value.key("Index").items
	if len(index) == 0 {
		index = []token{{kind: numberToken}, object.value.key("Size")}
	}
	for i := 0; i+1 < len(index); i += 2 {
		first, ok1 := index[i].integer()
		count, ok2 := index[i+1].integer()
		if !ok1 || !ok2 || first < 0 || count < 0 || first+count > maxObject {
			return errXref
		}
		for n := first; n < first+count && len(data) >= total; n++ {
			if err := s.addFields(n, data, widths); err != nil {
				return err
			}
			data = data[total:]
		}
	}
	return nil
}

func fieldWidths(w token) (widths [3]int, total int) {
	if len(w.items) < 3 {
		return widths, 0
	}
	for i := range widths {
		n, ok := w.items[i].integer()
		if !ok || n < 0 || n > 7 {
			return widths, 0
		}
		widths[i] = n
		total += n
	}
	return widths, total
}

func (s *structure) addFields(number int, data []byte, widths [3]int) error {
	var f [3]int
	for i, w := range widths {
		for _, b := range data[:w] {
			f[i] = f[i]<<8 | int(b)
		}
		data = data[w:]
	}
	kind := f[0]
	if widths[0] == 0 {
		kind = 1
	}
	switch kind {
	case 0:
		s.remove(number)
	case 1:
		return s.add(number, entry{offset: f[1], gen: f[2]})
	case 2:
		return s.add(number, entry{container: f[1]})
	}
	return nil
}

// matches reports whether an object with the right number stands at every offset.
func (s *structure) matches(data []byte) bool {
	for number, e := range s.objects {
		if e.container != 0 {
			if c, ok := s.objects[e.container]; !ok || c.container != 0 {
				return false
			}
			continue
		}
		if !objectAt(data, e.offset, number) {
			return false
		}
	}
	return true
}

func objectAt(data []byte, offset, number int) bool {
	if offset >= len(data) {
		return false
	}
	l := lexer{data: data, pos: offset}
	n, ok := l.next().integer()
	if !ok || n != number {
		return false
	}
	_, ok = l.next().integer()
	return ok && bytes.HasPrefix(data[l.pos:], []byte(" obj")) || ok && l.next().text == "obj"
}

// rawObject is an object as it stands in the file.
type rawObject struct {
	number, gen int
	value       token
	stream      []byte // the raw data, when it is a stream
	end         int    // offset after the value or the stream's data
}

// readObject reads the object at an offset. A stream's data end where its Length says, or else at "endstream".
func readObject(data []byte, offset int) (rawObject, error) {
	l := &lexer{data: data, pos: offset}
	number, ok1 := l.next().integer()
	gen, ok2 := l.next().integer()
	if mark := l.next(); !ok1 || !ok2 || mark.text != "obj" {
		return rawObject{}, errXref
	}
	object := rawObject{number: number, gen: gen, value: l.next()}
	object.end = l.pos
	if object.value.kind == dictToken && l.next().text == "stream" {
		object.stream, object.end = streamData(data, l.pos, object.value)
	}
	return object, nil
}

func streamData(data []byte, pos int, dict token) ([]byte, int) {
	if pos < len(data) && data[pos] == '\r' {
		pos++
	}
	if pos < len(data) && data[pos] == '\n' {
		pos++
	}
	if length, ok := dict.key("Length").integer(); ok && length >= 0 && pos+length <= len(data) && endsStream(data[pos+length:]) {
		return data[pos : pos+length], pos + length
	}
	if n := bytes.Index(data[pos:], []byte("endstream")); n >= 0 {
		return data[pos : pos+n], pos + n
	}
	return data[pos:], len(data)
}

func endsStream(rest []byte) bool {
	return bytes.HasPrefix(bytes.TrimLeft(rest[:min(len(rest), 16)], "\r\n \t"), []byte("endstr"))
}

func refText(number, gen int) string {
	return strconv.Itoa(number) + " " + strconv.Itoa(gen) + " R"
}
