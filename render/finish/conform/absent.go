package conform

import (
	"errors"
	"fmt"
)

// absentClauses say what a letter does not hold, and so cannot hold wrongly.
var absentClauses = []Clause{
	{"Matterhorn 26-001", "no encryption (19005-3 6.1.3)", without("Encrypt")},
	{"19005-3 6.5", "no action and no script (Matterhorn 29)", without("JS", "JavaScript", "OpenAction", "AA", "A.S")},
	{"Matterhorn 25-001", "no XFA form, no rights that a signature gives (19005-3 6.4.2)", without("XFA", "NeedsRendering", "Perms")},
	{"19005-3 6.2.5", "no transfer function, no halftone", without("TR", "TR2", "HTP", "HT")},
	{"19005-3 6.2.10", "no transparency: no group, no soft mask, no blend mode", without("Group", "SMask", "BM", "CA", "ca")},
	{"19005-3 6.2.9", "no PostScript, no reference to another file, no form but the looks of fields (Matterhorn 30)", withoutForms},
	{"19005-3 6.9", "no layers (Matterhorn 20)", without("OCProperties", "OCGs")},
	{"19005-3 6.10", "no alternate presentation, no requirement (6.11)", without("AlternatePresentations", "PresSteps", "Requirements")},
}

// without holds that no dictionary has one of the keys. "A.S" stands for an action: a /A whose own dictionary has /S.
func without(keys ...name) func(*File) error {
	return func(f *File) error {
		var found error
		f.each(func(d dict) {
			for _, key := range keys {
				if f.has(d, key) {
					found = fmt.Errorf("there is a /%s", key)
				}
			}
		})
		return found
	}
}

func (f *File) has(d dict, key name) bool {
	if key == "A.S" {
		return f.dictOf(d["A"])["S"] != nil
	}
	_, ok := d[key]
	return ok
}

func withoutForms(f *File) error {
	var found error
	forms := 0
	f.each(func(d dict) {
		if d["Subtype"] == name("Form") {
			forms++
		}
		if sub := d["Subtype"]; sub == name("PS") || d["Ref"] != nil || d["OPI"] != nil {
			found = fmt.Errorf("there is an XObject of subtype %v", sub)
		}
	})
	if forms > len(f.widgets()) {
		found = errors.Join(found, errors.New("there are more forms than fields, whose looks they are"))
	}
	return found
}
