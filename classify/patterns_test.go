package classify

import "testing"

// Patterns are compiled when they are first tried: a mistake in a data file must show here and not on a record.
func TestPatternsOfTheDataFilesCompile(t *testing.T) {
	for _, c := range loadClues() {
		if err := c.re.Compile(); err != nil {
			t.Errorf("kinds.txt, %s: %v", c.kind, err)
		}
	}
	for _, tr := range loadTriggers() {
		if err := tr.re.Compile(); err != nil {
			t.Errorf("context.txt, %s: %v", tr.sense, err)
		}
	}
	for _, f := range loadFamilies() {
		if err := f.re.Compile(); err != nil {
			t.Errorf("services.txt, %s: %v", f.name, err)
		}
	}
}
