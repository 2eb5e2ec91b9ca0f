package finish

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"strconv"
)

var errNotReadable = errors.New("the file that the PDF library wrote has no cross-reference table that can be read")

// objects are the bodies of a file's indirect objects, by number from 1: what stands between "obj" and "endobj".
type objects struct {
	body [][]byte // body[0] is not used
	root int      // number of the catalog
	info int      // number of the document information
}

var (
	startOfTable = regexp.MustCompile(`startxref\s+(\d+)\s+%%EOF\s*$`)
	trailerRoot  = regexp.MustCompile(`/Root (\d+) 0 R`)
	trailerInfo  = regexp.MustCompile(`/Info (\d+) 0 R`)
)

// read takes a file with one classic cross-reference table apart (ISO 32000-1, 7.5.4), as gofpdf writes it.
func read(pdf []byte) (*objects, error) {
	at := startOfTable.FindSubmatch(pdf)
	if at == nil {
		return nil, errNotReadable
	}
	start, err := strconv.Atoi(string(at[1]))
	if err != nil || start >= len(pdf) {
		return nil, errNotReadable
	}
	table := pdf[start:]
	var first, count int
	if _, err := fmt.Sscanf(string(table[:min(40, len(table))]), "xref\n%d %d\n", &first, &count); err != nil || first != 0 {
		return nil, errNotReadable
	}
	o := &objects{body: make([][]byte, count), root: reference(table, trailerRoot), info: reference(table, trailerInfo)}
	lines := bytes.Split(table, []byte("\n"))
	for n := 1; n < count; n++ {
		if o.body[n], err = bodyAt(pdf, lines[2+n]); err != nil {
			return nil, err
		}
	}
	return o, nil
}

func reference(table []byte, re *regexp.Regexp) int {
	m := re.FindSubmatch(table)
	if m == nil {
		return 0
	}
	n, _ := strconv.Atoi(string(m[1]))
	return n
}

// bodyAt returns the object that an entry of the table points to.
func bodyAt(pdf, entry []byte) ([]byte, error) {
	if len(entry) < 10 {
		return nil, errNotReadable
	}
	offset, err := strconv.Atoi(string(entry[:10]))
	if err != nil || offset >= len(pdf) {
		return nil, errNotReadable
	}
	rest := pdf[offset:]
	begin, end := bytes.Index(rest, []byte("obj\n")), bytes.Index(rest, []byte("\nendobj"))
	if i := bytes.Index(rest, []byte("endstream\nendobj")); i >= 0 && bytes.Contains(rest[:end], []byte("\nstream\n")) {
		end = i + len("endstream") // compressed data may hold anything
	}
	if begin < 0 || end < begin {
		return nil, errNotReadable
	}
	return rest[begin+4 : end], nil
}

// add puts a new object behind the others and returns its number.
func (o *objects) add(format string, args ...any) int {
	o.body = append(o.body, fmt.Appendf(nil, format, args...))
	return len(o.body) - 1
}

// addStream puts a stream behind the others. entries are those of its dictionary besides the length.
func (o *objects) addStream(entries string, data []byte) int {
	return o.add("<<%s /Length %d>>\nstream\n%s\nendstream", entries, len(data), data)
}

// insert adds entries at the end of an object's outermost dictionary.
func (o *objects) insert(n int, entries string) {
	i := bytes.LastIndex(o.body[n], []byte(">>"))
	o.body[n] = fmt.Appendf(nil, "%s\n%s%s", o.body[n][:i], entries, o.body[n][i:])
}

// write writes all objects with a header, a table and a trailer. id is the file's identifier (14.4), twice the same: it was never changed.
func (o *objects) write(id []byte) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	offsets := make([]int, len(o.body))
	for n := 1; n < len(o.body); n++ {
		offsets[n] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", n, o.body[n])
	}
	table := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(o.body))
	for _, at := range offsets[1:] {
		fmt.Fprintf(&b, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d /Root %d 0 R /Info %d 0 R /ID [<%x> <%x>]>>\nstartxref\n%d\n%%%%EOF\n", len(o.body), o.root, o.info, id, id, table)
	return b.Bytes()
}
