package conform

import (
	"errors"
	"fmt"
	"strings"
)

var treeClauses = []Clause{
	{"Matterhorn 02-001", "every role is one of the standard's (02-003, 02-004)", standardRoles},
	{"14289-1 7.1 parents", "every element names its parent", parentsNamed},
	{"32000-1 14.7.4.4", "the parent tree leads from each mark to the element that holds it, and every mark has one", parentTree},
	{"Matterhorn 14-002", "the first heading is H1", firstHeading},
	{"Matterhorn 14-003", "headings skip no level, and are all of one kind (14-006, 14-007)", headingLevels},
	{"Matterhorn 13-004", "a figure has words in its place", figures},
}

// markRef is a piece of marked content: its page, from 1, and its number there.
type markRef struct{ page, id int }

// element is a node of the structure tree.
type element struct {
	ref     ref
	dict    dict
	role    string
	parent  *element
	kids    []*element
	marks   []markRef
	objects []ref // annotations
}

// elements returns all elements in the order in which they are read.
func (f *File) elements() []*element {
	pages := map[ref]int{}
	for i, p := range f.pages() {
		pages[p.ref] = i + 1
	}
	root, _ := f.dictOf(f.catalogue()["StructTreeRoot"])["K"].(ref)
	return f.below(root, nil, pages)
}

func (f *File) below(r ref, parent *element, pages map[ref]int) []*element {
	e := &element{ref: r, dict: f.dictOf(r), parent: parent}
	role, _ := e.dict["S"].(name)
	e.role = string(role)
	if parent != nil {
		parent.kids = append(parent.kids, e)
	}
	out := []*element{e}
	for _, kid := range f.arrayOf(e.dict["K"]) {
		if k, ok := kid.(ref); ok {
			out = append(out, f.below(k, e, pages)...)
			continue
		}
		d := f.dictOf(kid)
		if object, ok := d["Obj"].(ref); ok {
			e.objects = append(e.objects, object)
			continue
		}
		page, _ := d["Pg"].(ref)
		e.marks = append(e.marks, markRef{pages[page], f.number(d["MCID"])})
	}
	return out
}

const roles = " Document H1 H2 H3 H4 H5 H6 P L LI Lbl LBody Table TR TH TD Figure Form "

func standardRoles(f *File) error {
	if f.dictOf(f.catalogue()["StructTreeRoot"])["RoleMap"] != nil {
		return errors.New("roles are mapped to others")
	}
	for _, e := range f.elements() {
		if !strings.Contains(roles, " "+e.role+" ") {
			return fmt.Errorf("the role %q is not one that a letter has", e.role)
		}
	}
	return nil
}

func parentsNamed(f *File) error {
	for _, e := range f.elements() {
		want := f.catalogue()["StructTreeRoot"]
		if e.parent != nil {
			want = e.parent.ref
		}
		if e.dict["P"] != want {
			return fmt.Errorf("%s (object %d) names %v as its parent, not %v", e.role, e.ref, e.dict["P"], want)
		}
	}
	return nil
}

func parentTree(f *File) error {
	holder := map[markRef]ref{}
	for _, e := range f.elements() {
		for _, m := range e.marks {
			if holder[m] != 0 {
				return fmt.Errorf("two elements hold mark %d of page %d", m.id, m.page)
			}
			holder[m] = e.ref
		}
	}
	err := f.walk(func(m moment) error {
		if !begins(m) || m.begun().id < 0 {
			return nil
		}
		at := markRef{m.page, m.begun().id}
		if holder[at] == 0 || f.parentOf(at) != holder[at] {
			return fmt.Errorf("mark %d belongs to object %d, the parent tree says %d", at.id, holder[at], f.parentOf(at))
		}
		delete(holder, at)
		return nil
	})
	if err == nil && len(holder) > 0 {
		return fmt.Errorf("%d marks of the structure are on no page", len(holder))
	}
	return err
}

// parentOf is what the parent tree, which has one level, says of a mark.
func (f *File) parentOf(m markRef) ref {
	marks := f.arrayOf(f.inParentTree(f.number(f.pages()[m.page-1].dict["StructParents"])))
	if m.id >= len(marks) {
		return 0
	}
	r, _ := marks[m.id].(ref)
	return r
}

// inParentTree is what the parent tree has for a number, or nil.
func (f *File) inParentTree(key int) any {
	nums := f.arrayOf(f.dictOf(f.dictOf(f.catalogue()["StructTreeRoot"])["ParentTree"])["Nums"])
	for i := 0; i+1 < len(nums); i += 2 {
		if f.number(nums[i]) == key {
			return nums[i+1]
		}
	}
	return nil
}
