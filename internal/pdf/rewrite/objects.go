package rewrite

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"strconv"
)

// ErrNotReadable means that a file is not as gofpdf writes it.
var ErrNotReadable = errors.New("the file that the PDF library wrote has no cross-reference table that can be read")

// Objects are the bodies of a file's indirect objects, by number from 1: what stands between "obj" and "endobj".
type Objects struct {
	Body [][]byte // Body[0] is not used
	Root int      // number of the catalog
	Info int      // number of the document information; 0 for none
}

var pageObject = regexp.MustCompile(`^<<\s*/Type /Page\b[^s]`)

// Pages returns the numbers of the page objects, in the order of the pages.
func (o *Objects) Pages() []int {
	var pages []int
	for n, body := range o.Body {
		if pageObject.Match(body) {
			pages = append(pages, n)
		}
	}
	return pages
}

var (
	startOfTable = regexp.MustCompile(`startxref\s+(\d+)\s+%%EOF\s*$`)
	trailerRoot  = regexp.MustCompile(`/Root (\d+) 0 R`)
	trailerInfo  = regexp.MustCompile(`/Info (\d+) 0 R`)
)

// Read takes a file with one classic cross-reference table apart (ISO 32000-1, 7.5.4), as gofpdf writes it.
func Read(pdf []byte) (*Objects, error) {
	at := startOfTable.FindSubmatch(pdf)
	if at == nil {
		return nil, ErrNotReadable
	}
	start, err := strconv.Atoi(string(at[1]))
	if err != nil || start >= len(pdf) {
		return nil, ErrNotReadable
	}
	table := pdf[start:]
	var first, count int
	if _, err := fmt.Sscanf(string(table[:min(40, len(table))]), "xref\n%d %d\n", &first, &count); err != nil || first != 0 {
		return nil, ErrNotReadable
	}
	o := &Objects{Body: make([][]byte, count), Root: Reference(table, trailerRoot), Info: Reference(table, trailerInfo)}
	lines := bytes.Split(table, []byte("\n"))
	for n := 1; n < count; n++ {
		if o.Body[n], err = bodyAt(pdf, lines[2+n]); err != nil {
			return nil, err
		}
	}
	return o, nil
}

// Reference returns the number of the object that the first group of re matches, or 0.
func Reference(table []byte, re *regexp.Regexp) int {
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
		return nil, ErrNotReadable
	}
	offset, err := strconv.Atoi(string(entry[:10]))
	if err != nil || offset >= len(pdf) {
		return nil, ErrNotReadable
	}
	rest := pdf[offset:]
	begin, end := bytes.Index(rest, []byte("obj\n")), bytes.Index(rest, []byte("\nendobj"))
	if i := bytes.Index(rest, []byte("endstream\nendobj")); i >= 0 && bytes.Contains(rest[:end], []byte("\nstream\n")) {
		end = i + len("endstream") // compressed data may hold anything
	}
	if begin < 0 || end < begin {
		return nil, ErrNotReadable
	}
	return rest[begin+4 : end], nil
}

// Add puts a new object behind the others and returns its number.
func (o *Objects) Add(format string, args ...any) int {
	o.Body = append(o.Body, fmt.Appendf(nil, format, args...))
	return len(o.Body) - 1
}

// AddStream puts a stream behind the others. entries are those of its dictionary besides the length.
func (o *Objects) AddStream(entries string, data []byte) int {
	return o.Add("<<%s /Length %d>>\nstream\n%s\nendstream", entries, len(data), data)
}

// Insert adds entries at the end of an object's outermost dictionary.
func (o *Objects) Insert(n int, entries string) {
	i := bytes.LastIndex(o.Body[n], []byte(">>"))
	o.Body[n] = fmt.Appendf(nil, "%s\n%s%s", o.Body[n][:i], entries, o.Body[n][i:])
}

// Write writes all objects with a header, a table and a trailer, in which further entries may stand. id is the file's identifier (14.4),
// twice the same: it was never changed.
func (o *Objects) Write(id []byte, entries string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	offsets := make([]int, len(o.Body))
	for n := 1; n < len(o.Body); n++ {
		offsets[n] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", n, o.Body[n])
	}
	table := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(o.Body))
	for _, at := range offsets[1:] {
		fmt.Fprintf(&b, "%010d 00000 n \n", at)
	}
	if o.Info > 0 {
		entries += fmt.Sprintf(" /Info %d 0 R", o.Info)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d /Root %d 0 R%s /ID [<%x> <%x>]>>\nstartxref\n%d\n%%%%EOF\n", len(o.Body), o.Root, entries, id, id, table)
	return b.Bytes()
}
