package pdf

import (
	"slices"

	"imr"
	"imr/internal/pdf/object"
)

const (
	maxPages     = 20_000
	maxTreeDepth = 60
)

// pageDict is a page's dictionary with what it inherits from the page tree (7.7.3.4).
type pageDict struct {
	dict      object.Value
	resources object.Value
	box       imr.Box // visible part in user space: left, bottom, right, top
	rotate    int     // clockwise, 0, 90, 180 or 270
}

// inherited are the entries a page takes from the nodes above it.
type inherited struct {
	resources, mediaBox, cropBox, rotate object.Value
}

func (in inherited) with(node object.Value) inherited {
	set := func(field *object.Value, name string) {
		if v := node.Key(name); !v.IsNull() {
			*field = v
		}
	}
	set(&in.resources, "Resources")
	set(&in.mediaBox, "MediaBox")
	set(&in.cropBox, "CropBox")
	set(&in.rotate, "Rotate")
	return in
}

// treeWalk collects pages. A node that is its own ancestor is left out.
type treeWalk struct {
	pages     []pageDict
	nodes     int
	ancestors []object.ID
}

// pages returns the file's pages in order, at most maxPages. complete is false where some were left out.
func (d *document) pages() (pages []pageDict, complete bool) {
	w := &treeWalk{}
	w.visit(d.root.Key("Pages"), inherited{})
	return w.pages, w.nodes < maxPages
}

func (w *treeWalk) visit(node object.Value, in inherited) {
	w.nodes++
	kids := node.Key("Kids")
	in = in.with(node)
	if kids.Kind != object.Array {
		if len(node.Items) > 0 {
			w.pages = append(w.pages, in.page(node))
		}
		return
	}
	id := node.ID()
	if slices.Contains(w.ancestors, id) || len(w.ancestors) >= maxTreeDepth {
		return
	}
	w.ancestors = append(w.ancestors, id)
	for i := 0; i < kids.Len() && w.nodes < maxPages; i++ {
		w.visit(kids.Index(i), in)
	}
	w.ancestors = w.ancestors[:len(w.ancestors)-1]
}

func (in inherited) page(dict object.Value) pageDict {
	p := pageDict{dict: dict, resources: in.resources, box: imr.Box{0, 0, 612, 792}} // US Letter where none is given
	media, okMedia := boxOf(in.mediaBox)
	if okMedia {
		p.box = media
	}
	if crop, ok := boxOf(in.cropBox); ok {
		if both := intersect(crop, p.box); both[2]-both[0] > 1 && both[3]-both[1] > 1 {
			p.box = both
		}
	}
	p.rotate = ((int(in.rotate.Float())/90*90)%360 + 360) % 360
	return p
}

// boxOf reads a rectangle, whose corners may be given in any order.
func boxOf(v object.Value) (imr.Box, bool) {
	if v.Len() != 4 {
		return imr.Box{}, false
	}
	a, b, c, d := v.Index(0).Float(), v.Index(1).Float(), v.Index(2).Float(), v.Index(3).Float()
	box := imr.Box{min(a, c), min(b, d), max(a, c), max(b, d)}
	return box, box[2]-box[0] > 0 && box[3]-box[1] > 0 && box[2]-box[0] < 1e5 && box[3]-box[1] < 1e5
}

func intersect(a, b imr.Box) imr.Box {
	return imr.Box{max(a[0], b[0]), max(a[1], b[1]), min(a[2], b[2]), min(a[3], b[3])}
}

// size returns the page's width and height as displayed.
func (p pageDict) size() (width, height float64) {
	width, height = p.box[2]-p.box[0], p.box[3]-p.box[1]
	if p.rotate%180 != 0 {
		return height, width
	}
	return width, height
}

// display returns the matrix from user space to the displayed page, whose origin is the top left corner.
func (p pageDict) display() matrix {
	b := p.box
	switch p.rotate {
	case 90:
		return matrix{0, 1, 1, 0, -b[1], -b[0]}
	case 180:
		return matrix{-1, 0, 0, 1, b[2], -b[1]}
	case 270:
		return matrix{0, -1, -1, 0, b[3], b[2]}
	}
	return matrix{1, 0, 0, -1, -b[0], b[3]}
}
