package records

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"imr/internal/pdf/rewrite"
	"imr/internal/scan"
)

// finish does to the file what the PDF library cannot: it scans it, or turns pages, adds form fields, encrypts and damages. A record without any of that
// stays as it is.
func (d *drawer) finish(file []byte) ([]byte, error) {
	if d.scan > 0 {
		return scan.PDF(file, scan.Settings{DPI: d.scan, Mono: true})
	}
	if len(d.turns.of) == 0 && len(d.form.list) == 0 && d.cipher.name == "" && len(d.damages) == 0 {
		return file, nil
	}
	o, err := rewrite.Read(file)
	if err != nil {
		return nil, err
	}
	d.turns.apply(o)
	if len(d.form.list) > 0 {
		d.form.apply(o, d.turns, d.fields == "drawn")
	}
	sum := sha256.Sum256(bytes.Join(o.Body, nil))
	id := sum[:16]
	entries := ""
	if d.cipher.name != "" {
		if len(d.form.list) > 0 {
			return nil, fmt.Errorf("a record with form fields cannot be encrypted: leave one of @fields and @encrypt out")
		}
		entries = d.cipher.apply(o, id)
	}
	out := o.Write(id, entries)
	for _, name := range d.damages {
		out = damages[name](out)
	}
	return out, nil
}

var lengths = regexp.MustCompile(`/Length \d+`)

// damages are what happens to files on their way.
var damages = map[string]func([]byte) []byte{
	"before": func(f []byte) []byte { // the place of everything is wrong by that much
		return append([]byte("Content-Type: application/pdf\r\nX-Gateway: fax\r\n\r\n"), f...)
	},
	"behind": func(f []byte) []byte { return append(f, strings.Repeat("<!-- sent by the gateway -->\r\n", 60)...) },
	"table": func(f []byte) []byte {
		return append(f[:bytes.LastIndex(f, []byte("xref\n0 ")):bytes.LastIndex(f, []byte("xref\n0 "))], "startxref\n1\n%%EOF\n"...)
	},
	"lengths": func(f []byte) []byte { return lengths.ReplaceAll(f, []byte("/Length 77")) },
	"cut":     func(f []byte) []byte { return f[:len(f)*3/5] },
}

func damageNames() []string { return slices.Sorted(maps.Keys(damages)) }
