package finish

import (
	"fmt"
	"strings"

	"imr/internal/pdf/rewrite"
)

// Element is a node of the structure tree (ISO 32000-1, 14.7 and 14.8): a heading, a paragraph, a table's cell. Its content is other
// elements, or marked content on pages.
type Element struct {
	Role     string // a standard structure type: "H1", "P", "TH", …
	Row      bool   // of a TH: it heads its row, not its column
	Alt      string // of a Figure: the words in its place
	Box      *Box   // of a Figure, a Table or a Form, which stand whole on one page: where
	Field    *Field // of a Form, which has no content but this
	Children []*Element
	marks    []mark
	number   int // of its object
}

// Box is left, bottom, right and top in points from the page's lower left corner.
type Box [4]float64

// mark is a piece of marked content: its identifier on a page, which counts from 0.
type mark struct{ page, id int }

// Add puts a new element at the end of e's children.
func (e *Element) Add(role string) *Element {
	child := &Element{Role: role}
	e.Children = append(e.Children, child)
	return child
}

// Mark says that a piece of marked content belongs to the element. An element has children or marks, not both.
func (e *Element) Mark(page, id int) { e.marks = append(e.marks, mark{page, id}) }

// empty reports whether nothing on any page belongs to the element.
func (e *Element) empty() bool {
	for _, c := range e.Children {
		if !c.empty() {
			return false
		}
	}
	return len(e.marks) == 0 && e.Field == nil
}

// tree writes the elements below a parent, and notes for each page which element each mark belongs to.
type tree struct {
	o       *rewrite.Objects
	pages   []int        // object numbers, by page
	parents map[mark]int // object numbers of elements
	last    map[int]int  // highest mark of each page
	fields  []widget
}

// put writes an element and those below it, and returns its object's number.
func (t *tree) put(e *Element, parent int) int {
	e.number = t.o.Add("") // its children name it as their parent
	var kids []string
	for _, c := range e.Children {
		if !c.empty() || c.Role == "TD" || c.Role == "TH" { // an empty cell keeps the table regular
			kids = append(kids, fmt.Sprintf("%d 0 R", t.put(c, e.number)))
		}
	}
	for _, m := range e.marks {
		kids = append(kids, fmt.Sprintf("<</Type /MCR /Pg %d 0 R /MCID %d>>", t.pages[m.page], m.id))
		t.parents[m] = e.number
		t.last[m.page] = max(t.last[m.page], m.id)
	}
	if e.Field != nil {
		kids = append(kids, fmt.Sprintf("<</Type /OBJR /Pg %d 0 R /Obj %d 0 R>>", t.pages[e.Field.Page], t.putField(e)))
	}
	t.o.Body[e.number] = fmt.Appendf(nil, "<</Type /StructElem /S /%s /P %d 0 R%s /K [%s]>>", e.Role, parent, e.attributes(), strings.Join(kids, " "))
	return e.number
}

// attributes are what a cell heads, where a figure or a table stands (14.8.5), and a figure's words.
func (e *Element) attributes() string {
	out := ""
	if e.Role == "TH" {
		scope := "Column"
		if e.Row {
			scope = "Row"
		}
		out = fmt.Sprintf(" /A <</O /Table /Scope /%s>>", scope)
	}
	if b := e.Box; b != nil && e.Field == nil { // a field's place stands with the field
		out += fmt.Sprintf(" /A <</O /Layout /BBox [%.2f %.2f %.2f %.2f]>>", b[0], b[1], b[2], b[3])
	}
	if e.Alt != "" {
		out += " /Alt " + textString(e.Alt)
	}
	return out
}

// putTree writes the structure tree and its parent tree (14.7.4.4), and returns the root's number and the numbers of fields.
func putTree(o *rewrite.Objects, root *Element, pages []int) (top int, fields []int) {
	t := &tree{o: o, pages: pages, parents: map[mark]int{}, last: map[int]int{}}
	top = o.Add("")
	document := t.put(root, top)
	var nums strings.Builder
	for i := range pages {
		var of []string
		for id := 0; id <= t.last[i] && len(t.parents) > 0; id++ {
			if n, ok := t.parents[mark{i, id}]; ok {
				of = append(of, fmt.Sprintf("%d 0 R", n))
			} else {
				of = append(of, "null")
			}
		}
		fmt.Fprintf(&nums, "%d [%s]\n", i, strings.Join(of, " "))
		o.Insert(pages[i], fmt.Sprintf("/StructParents %d /Tabs /S", i))
	}
	for i, f := range t.fields {
		fmt.Fprintf(&nums, "%d %d 0 R\n", len(pages)+i, f.element)
		fields = append(fields, f.number)
	}
	parents := o.Add("<</Nums [%s]>>", nums.String())
	o.Body[top] = fmt.Appendf(nil, "<</Type /StructTreeRoot /K %d 0 R /ParentTree %d 0 R /ParentTreeNextKey %d>>", document, parents, len(pages)+len(fields))
	return top, fields
}
