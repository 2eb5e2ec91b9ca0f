package history

import "testing"

// Patterns are compiled when they are first tried: a mistake in the data file must show here and not on a record.
func TestPatternsOfTheDataFileCompile(t *testing.T) {
	for _, w := range load().list {
		if err := w.re.Compile(); err != nil {
			t.Errorf("events.txt, %s: %v", w.kind, err)
		}
	}
}
