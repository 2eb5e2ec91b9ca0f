package conform

import (
	"errors"
	"fmt"
	"slices"
)

// fieldClauses are of the empty signature field that a letter may have, and of annotations, of which it has no others.
var fieldClauses = []Clause{
	{"19005-3 6.3.1", "no annotation but widgets of the form's fields (Matterhorn 28-002, 28-006, 28-007)", onlyWidgets},
	{"19005-3 6.3.2", "each widget is printed and not hidden", printedWidgets},
	{"19005-3 6.3.3", "each widget has one look, a form of its size", looks},
	{"19005-3 6.4.1", "the form does not ask for new looks, and its fields do nothing", stillForm},
	{"32000-1 12.7.4.5", "each field is for a signature and empty, and the form says that there is one", emptyFields},
	{"Matterhorn 28-005", "each field says what it is for", toldFields},
	{"Matterhorn 28-010", "each widget stands in a Form of the structure, and the parent tree leads there", nestedWidgets},
}

// widgets are the annotations of all pages.
func (f *File) widgets() []ref {
	var out []ref
	for _, p := range f.pages() {
		for _, v := range f.arrayOf(p.dict["Annots"]) {
			r, _ := v.(ref)
			out = append(out, r)
		}
	}
	return out
}

func (f *File) form() dict { return f.dictOf(f.catalogue()["AcroForm"]) }

// eachWidget returns the first thing that is wrong with a widget.
func (f *File) eachWidget(check func(ref, dict) error) error {
	for _, r := range f.widgets() {
		if err := check(r, f.dictOf(r)); err != nil {
			return err
		}
	}
	return nil
}

func onlyWidgets(f *File) error {
	fields := f.arrayOf(f.form()["Fields"])
	if len(fields) != len(f.widgets()) {
		return fmt.Errorf("there are %d annotations and %d fields", len(f.widgets()), len(fields))
	}
	return f.eachWidget(func(r ref, d dict) error {
		page, _ := d["P"].(ref)
		if d["Subtype"] != name("Widget") || !slices.Contains(fields, any(r)) || !slices.Contains(f.arrayOf(f.dictOf(page)["Annots"]), any(r)) {
			return fmt.Errorf("the annotation %d is no field of the form, or of another page than it says", r)
		}
		return nil
	})
}

func printedWidgets(f *File) error {
	return f.eachWidget(func(r ref, d dict) error {
		const printOnly = 4 // bit 3; of the others none may hide it
		if f.number(d["F"]) != printOnly {
			return fmt.Errorf("the flags of %d are %v", r, d["F"])
		}
		return nil
	})
}

func looks(f *File) error {
	return f.eachWidget(func(r ref, d dict) error {
		ap, rect := f.dictOf(d["AP"]), f.arrayOf(d["Rect"])
		look := f.streamOf(ap["N"])
		if len(ap) != 1 || look == nil || look.dict["Subtype"] != name("Form") || f.dictOf(look.dict["Resources"]) == nil || len(rect) != 4 {
			return fmt.Errorf("the field %d has no look of its own, or several", r)
		}
		box := f.arrayOf(look.dict["BBox"])
		if len(box) != 4 || f.number(box[2]) != f.number(rect[2])-f.number(rect[0]) {
			return fmt.Errorf("the look of %d has another size than its place", r)
		}
		return nil
	})
}

func stillForm(f *File) error {
	for key := range f.form() {
		if key != "Fields" && key != "SigFlags" {
			return fmt.Errorf("the form has an entry %s", key)
		}
	}
	return f.eachWidget(func(r ref, d dict) error {
		if d["A"] != nil || d["AA"] != nil {
			return fmt.Errorf("the field %d has an action", r)
		}
		return nil
	})
}

func emptyFields(f *File) error {
	const exists = 1 // SigFlags, table 219; 2 would say that a signature is there
	if len(f.widgets()) > 0 && f.number(f.form()["SigFlags"]) != exists {
		return fmt.Errorf("SigFlags is %v", f.form()["SigFlags"])
	}
	return f.eachWidget(func(r ref, d dict) error {
		if d["FT"] != name("Sig") || d["V"] != nil || f.textOf(d["T"]) == "" {
			return fmt.Errorf("the field %d is none for a signature, or is not empty, or has no name", r)
		}
		return nil
	})
}

func toldFields(f *File) error {
	return f.eachWidget(func(r ref, d dict) error {
		if f.textOf(d["TU"]) == "" {
			return fmt.Errorf("the field %d does not", r)
		}
		return nil
	})
}

func nestedWidgets(f *File) error {
	holders := map[ref]*element{}
	for _, e := range f.elements() {
		for _, r := range e.objects {
			holders[r] = e
		}
		if e.role == "Form" && (len(e.objects) != 1 || len(e.marks)+len(e.kids) > 0) {
			return errors.New("a Form holds something else than one field")
		}
	}
	return f.eachWidget(func(r ref, d dict) error {
		e := holders[r]
		if e == nil || e.role != "Form" || f.inParentTree(f.number(d["StructParent"])) != any(e.ref) {
			return fmt.Errorf("the field %d is in none", r)
		}
		return nil
	})
}
