package conform

import (
	"errors"
	"fmt"
	"slices"
)

// Clause is one thing that a standard asks of a file and that a machine can check.
type Clause struct {
	ID   string // "19005-3 6.1.2", or the number of a failure condition of the Matterhorn Protocol: "Matterhorn 01-005"
	Says string
	hold func(*File) error
}

// Check returns what is wrong in the file, or nil.
func (c Clause) Check(f *File) error {
	if err := c.hold(f); err != nil {
		return fmt.Errorf("%s (%s): %w", c.ID, c.Says, err)
	}
	return nil
}

// Clauses are all that is checked, by their subjects.
func Clauses() []Clause {
	return slices.Concat(fileClauses, absentClauses, fieldClauses, catalogueClauses, metadataClauses, profileClauses, attachmentClauses,
		contentClauses, treeClauses, tableClauses, fontClauses, glyphClauses)
}

// Check holds a finished PDF against every clause, and returns all that is wrong.
func Check(pdf []byte) error {
	f, err := Read(pdf)
	if err != nil {
		return err
	}
	var all []error
	for _, c := range Clauses() {
		all = append(all, c.Check(f))
	}
	return errors.Join(all...)
}
