package pdf

import "github.com/ledongthuc/pdf"

// layers are the optional content groups (8.11) that the file's default view switches off, by object number.
type layers map[int]bool

// hiddenLayers reads the groups that are off by default.
func (d *document) hiddenLayers() layers {
	off := key(key(key(d.root, "OCProperties"), "D"), "OFF")
	hidden := layers{}
	for _, ref := range printed(off).items {
		hidden[int(ref.number)] = true
	}
	return hidden
}

// printed reads back a value's printed form, in which references still stand as such: the library gives no other way to
// learn which object an entry refers to.
func printed(v pdf.Value) token {
	l := lexer{data: []byte(v.String())}
	return l.next()
}

// hides reports whether marked content with a name of the Properties resources belongs to a hidden group.
func (h layers) hides(resources pdf.Value, name string) bool {
	if len(h) == 0 || name == "" {
		return false
	}
	ref := printed(key(resources, "Properties")).key(name)
	return ref.kind == refToken && h[int(ref.number)]
}

// hidesObject reports whether a form or a picture belongs to a hidden group.
func (h layers) hidesObject(object pdf.Value) bool {
	if len(h) == 0 {
		return false
	}
	ref := printed(object).key("OC")
	return ref.kind == refToken && h[int(ref.number)]
}
