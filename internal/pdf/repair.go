package pdf

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
)

// maxUnpacked bounds what the streams unpacked by a repair may hold together.
const maxUnpacked = 256 << 20

// repair returns a copy of the file that the object library can read without danger: a plain header, one cross-reference
// stream without a predecessor, no object streams, right stream lengths, and no filters but those the library knows. The
// copy is the file itself with corrected objects appended; the data of an encrypted file stay as they are.
func repair(data []byte) (fixed []byte, encryption token, err error) {
	start := bytes.Index(data[:min(len(data), 4096)], []byte("%PDF-"))
	if start < 0 {
		return nil, token{}, errNoHeader
	}
	data = data[start:] // offsets count from the header
	s, err := readStructure(data)
	if err != nil {
		s, err = scanStructure(data)
	}
	if err != nil {
		return nil, token{}, err
	}
	encryption = s.encryption(data)
	w := &rewriter{source: data, structure: s, encrypted: encryption.kind != endToken}
	return w.write(), encryption, nil
}

// encryption returns the encryption dictionary, or an end token.
func (s *structure) encryption(data []byte) token {
	raw := s.trailer["Encrypt"]
	if raw == "" || raw == "null" {
		return token{}
	}
	l := lexer{data: []byte("[" + raw + "]")}
	items := l.next().items
	if len(items) == 1 && items[0].kind == refToken {
		if object, err := readObject(data, s.objects[int(items[0].number)].offset); err == nil {
			return object.value
		}
	}
	if len(items) == 1 && items[0].kind == dictToken {
		return items[0]
	}
	return token{kind: dictToken}
}

// rewriter appends corrected objects to a copy of a file.
type rewriter struct {
	source    []byte
	structure *structure
	encrypted bool
	out       bytes.Buffer
	unpacked  int
}

func (w *rewriter) write() []byte {
	w.out.Grow(len(w.source) + len(w.source)/8)
	w.out.Write(w.source)
	w.out.WriteString("\nendstream endobj\n")
	numbers := slices.Sorted(maps.Keys(w.structure.objects))
	containers := map[int][]int{}
	for _, number := range numbers {
		if e := w.structure.objects[number]; e.container != 0 {
			containers[e.container] = append(containers[e.container], number)
		} else {
			w.correct(number, e)
		}
	}
	for _, number := range slices.Sorted(maps.Keys(containers)) {
		w.unpackContainer(number, containers[number])
	}
	w.writeXref()
	out := w.out.Bytes()
	copy(out, "%PDF-1.7\n")
	return out
}

// correct appends a stream anew when its length is wrong or the library cannot undo its filters.
func (w *rewriter) correct(number int, e entry) {
	object, err := readObject(w.source, e.offset)
	if err != nil || object.stream == nil {
		return
	}
	if data, changed := w.plainData(object); changed {
		w.writeStream(number, e.gen, object.value, data)
		return
	}
	if length, ok := w.length(object.value); !ok || length != len(object.stream) && !w.endsWith(object, length) {
		w.writeRaw(number, e.gen, object)
	}
}

// plainData unpacks a stream, other than a picture's, that has a filter or a parameter beyond plain Flate.
func (w *rewriter) plainData(object rawObject) ([]byte, bool) {
	filter := object.value.key("Filter")
	plain := filter.kind == endToken || filter.text == "FlateDecode" && object.value.key("DecodeParms").kind == endToken
	if w.encrypted || plain || object.value.key("Subtype").text == "Image" || w.unpacked > maxUnpacked {
		return nil, false
	}
	data, err := decodeStream(object.value, object.stream)
	w.unpacked += len(data)
	return data, err == nil
}

// length returns what the stream's Length says, directly or by reference.
func (w *rewriter) length(dict token) (int, bool) {
	length := dict.key("Length")
	if length.kind == refToken {
		e := w.structure.objects[int(length.number)]
		object, err := readObject(w.source, e.offset)
		if e.container != 0 || err != nil {
			return 0, false
		}
		length = object.value
	}
	return length.integer()
}

// endsWith reports whether a length that differs from the data up to "endstream" is right all the same: binary data may
// hold that word.
func (w *rewriter) endsWith(object rawObject, length int) bool {
	start := object.end - len(object.stream)
	return length >= 0 && start+length <= len(w.source) && endsStream(w.source[start+length:])
}

func (w *rewriter) writeStream(number, gen int, dict token, data []byte) {
	w.begin(number, gen)
	w.writeDict(dict, len(data), "Length", "Filter", "DecodeParms")
	w.writeData(data)
}

func (w *rewriter) writeRaw(number, gen int, object rawObject) {
	w.begin(number, gen)
	w.writeDict(object.value, len(object.stream), "Length")
	w.writeData(object.stream)
}

func (w *rewriter) begin(number, gen int) {
	w.structure.objects[number] = entry{offset: w.out.Len(), gen: gen}
	fmt.Fprintf(&w.out, "%d %d obj\n", number, gen)
}

func (w *rewriter) writeDict(dict token, length int, without ...string) {
	fmt.Fprintf(&w.out, "<</Length %d", length)
	for i := 0; i+1 < len(dict.items); i += 2 {
		key, value := dict.items[i], dict.items[i+1]
		if key.kind == nameToken && !slices.Contains(without, key.text) {
			w.out.Write(w.source[key.start:key.end])
			w.out.WriteByte(' ')
			w.out.Write(w.source[value.start:value.end])
		}
	}
	w.out.WriteString(">>")
}

func (w *rewriter) writeData(data []byte) {
	w.out.WriteString("\nstream\n")
	w.out.Write(data)
	w.out.WriteString("\nendstream\nendobj\n")
}

// unpackContainer appends the objects of an object stream as objects of their own. In an encrypted file it only makes
// sure that the library can open the stream without opening another one first.
func (w *rewriter) unpackContainer(number int, members []int) {
	object, err := readObject(w.source, w.structure.objects[number].offset)
	if w.encrypted && err == nil && isSelfContained(object.value) {
		return
	}
	var data []byte
	if err == nil && !w.encrypted && w.unpacked <= maxUnpacked {
		data, _ = decodeStream(object.value, object.stream)
		w.unpacked += len(data)
	}
	contained := containedObjects(object.value, data)
	for _, n := range members {
		delete(w.structure.objects, n)
		if raw, ok := contained[n]; ok {
			w.begin(n, 0)
			w.out.Write(raw)
			w.out.WriteString("\nendobj\n")
		}
	}
}

func isSelfContained(dict token) bool {
	for _, name := range []string{"Length", "N", "First", "Filter", "DecodeParms"} {
		if dict.key(name).kind == refToken {
			return false
		}
	}
	return dict.key("Type").text == "ObjStm" && dict.key("Extends").kind == endToken
}

// containedObjects splits an object stream's data (7.5.7) into raw objects by number.
func containedObjects(dict token, data []byte) map[int][]byte {
	count, _ := dict.key("N").integer()
	first, ok := dict.key("First").integer()
	out := map[int][]byte{}
	head := lexer{data: data}
	for range min(count, len(data)) {
		number, ok1 := head.next().integer()
		offset, ok2 := head.next().integer()
		if !ok || !ok1 || !ok2 || number < 0 || offset < 0 || first < 0 || first+offset >= len(data) {
			break
		}
		body := lexer{data: data, pos: first + offset}
		if t := body.next(); t.kind != endToken {
			out[number] = data[t.start:t.end]
		}
	}
	return out
}

// writeXref appends the one cross-reference stream, which is also the trailer.
func (w *rewriter) writeXref() {
	numbers := slices.Sorted(maps.Keys(w.structure.objects))
	own := 1
	if len(numbers) > 0 {
		own = numbers[len(numbers)-1] + 1
	}
	at := w.out.Len()
	var rows, index bytes.Buffer
	for _, n := range numbers {
		e := w.structure.objects[n]
		fmt.Fprintf(&index, "%d 1 ", n)
		if e.container != 0 {
			rows.Write([]byte{2, 0, 0, 0, byte(e.container >> 24), byte(e.container >> 16), byte(e.container >> 8), byte(e.container), 0, 0})
			continue
		}
		o := uint64(e.offset)
		rows.Write([]byte{1, byte(o >> 48), byte(o >> 40), byte(o >> 32), byte(o >> 24), byte(o >> 16), byte(o >> 8), byte(o), byte(e.gen >> 8), byte(e.gen)})
	}
	fmt.Fprintf(&w.out, "%d 0 obj\n<</Type/XRef/Size %d/W[1 7 2]/Index[%s]/Length %d", own, own+1, index.Bytes(), rows.Len())
	for _, name := range slices.Sorted(maps.Keys(w.structure.trailer)) {
		fmt.Fprintf(&w.out, "/%s %s ", name, w.structure.trailer[name])
	}
	w.out.WriteString(">>")
	w.writeData(rows.Bytes())
	fmt.Fprintf(&w.out, "startxref\n%d\n%%%%EOF\n", at)
}
