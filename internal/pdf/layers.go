package pdf

import "imr/internal/pdf/object"

// layers are the optional content groups (8.11) that the file's default view switches off, by object number.
type layers map[int]bool

// hiddenLayers reads the groups that are off by default.
func (d *document) hiddenLayers() layers {
	properties := d.root.Key("OCProperties")
	view := properties.Key("D")
	hidden := layers{}
	if view.Key("BaseState").Is("OFF") {
		for _, number := range properties.Key("OCGs").References() {
			hidden[number] = true
		}
		for _, number := range view.Key("ON").References() {
			delete(hidden, number)
		}
	}
	for _, number := range view.Key("OFF").References() {
		hidden[number] = true
	}
	return hidden
}

// hides reports whether what an entry of a dictionary refers to is a hidden group, or a membership whose groups are all hidden.
func (h layers) hides(dict object.Value, entry string) bool {
	if len(h) == 0 || entry == "" {
		return false
	}
	if h[dict.Reference(entry)] {
		return true
	}
	groups := dict.Key(entry)
	if h[groups.Reference("OCGs")] {
		return true
	}
	members := groups.Key("OCGs").References()
	for _, number := range members {
		if !h[number] {
			return false
		}
	}
	return len(members) > 0
}
