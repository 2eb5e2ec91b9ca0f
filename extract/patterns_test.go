package extract

import "testing"

// Patterns are compiled when they are first tried: a mistake in a data file must show here and not on a record.
func TestPatternsOfTheDataFilesCompile(t *testing.T) {
	for _, ph := range loadPhrases() {
		for _, re := range ph.all {
			if err := re.Compile(); err != nil {
				t.Errorf("phrases/%s.txt, %s: %v", ph.topic, ph.sense, err)
			}
		}
	}
	for _, z := range loadZones() {
		if err := z.re.Compile(); err != nil {
			t.Errorf("zones.txt, %s: %v", z.kind, err)
		}
	}
	for _, l := range privateWords().labels {
		if err := l.re.Compile(); err != nil {
			t.Errorf("private.txt, %s: %v", l.kind, err)
		}
	}
}
