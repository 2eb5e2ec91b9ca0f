package conform

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

var tableClauses = []Clause{
	{"Matterhorn 09-004", "tables are made of rows, and rows of cells (32000-1 table 337)", tableParts},
	{"Matterhorn 09-005", "lists are made of entries, and entries of a label and a body (32000-1 table 336)", listParts},
	{"14289-1 7.2 regular", "all rows of a table have the same number of cells", regularTables},
	{"Matterhorn 15-003", "every header cell says what it heads", scopes},
	{"14289-1 7.5", "every cell of data has a header", headed},
}

func firstHeading(f *File) error {
	for _, e := range f.elements() {
		if strings.HasPrefix(e.role, "H") {
			if e.role != "H1" {
				return fmt.Errorf("it is %s", e.role)
			}
			return nil
		}
	}
	return errors.New("there is no heading")
}

func headingLevels(f *File) error {
	last := byte('0')
	for _, e := range f.elements() {
		if !strings.HasPrefix(e.role, "H") {
			continue
		}
		if len(e.role) != 2 || e.role[1] > last+1 {
			return fmt.Errorf("%s follows a heading of level %c", e.role, last)
		}
		last = e.role[1]
	}
	return nil
}

func figures(f *File) error {
	for _, e := range f.elements() {
		if e.role == "Figure" && f.textOf(e.dict["Alt"]) == "" {
			return errors.New("a figure has none")
		}
	}
	return nil
}

// made holds that elements of a role stand in one of the parents, and hold nothing but the kids.
func made(f *File, role, parents, kids string) error {
	for _, e := range f.elements() {
		if e.role != role {
			continue
		}
		if e.parent == nil || !strings.Contains(parents, " "+e.parent.role+" ") {
			return fmt.Errorf("a %s stands elsewhere", role)
		}
		for _, k := range e.kids {
			if !strings.Contains(kids, " "+k.role+" ") {
				return fmt.Errorf("a %s holds a %s", role, k.role)
			}
		}
		if kids != "" && len(e.kids) == 0 {
			return fmt.Errorf("a %s is empty", role)
		}
	}
	return nil
}

func tableParts(f *File) error {
	return errors.Join(made(f, "Table", " Document ", " TR "), made(f, "TR", " Table ", " TH TD "), made(f, "TH", " TR ", ""), made(f, "TD", " TR ", ""))
}

func listParts(f *File) error {
	return errors.Join(made(f, "L", " Document LBody ", " LI "), made(f, "LI", " L ", " Lbl LBody "), made(f, "Lbl", " LI ", ""), made(f, "LBody", " LI ", ""))
}

func regularTables(f *File) error {
	for _, e := range f.elements() {
		for _, row := range e.kids {
			if e.role == "Table" && len(row.kids) != len(e.kids[0].kids) {
				return fmt.Errorf("rows of %d and of %d cells", len(e.kids[0].kids), len(row.kids))
			}
		}
	}
	return nil
}

func (f *File) scope(e *element) name {
	s, _ := f.dictOf(e.dict["A"])["Scope"].(name)
	return s
}

func scopes(f *File) error {
	for _, e := range f.elements() {
		if e.role == "TH" && !slices.Contains([]name{"Row", "Column", "Both"}, f.scope(e)) {
			return fmt.Errorf("a header cell has the scope %q", f.scope(e))
		}
	}
	return nil
}

// headed holds that a header of its row stands before each cell, as the letter's table has them.
func headed(f *File) error {
	for _, e := range f.elements() {
		if e.role != "TD" {
			continue
		}
		before := e.parent.kids[:slices.Index(e.parent.kids, e)]
		if !slices.ContainsFunc(before, func(c *element) bool { return c.role == "TH" && f.scope(c) == "Row" }) {
			return errors.New("a cell has none")
		}
	}
	return nil
}
