package records_test

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"imr/internal/records"
)

var folders = []string{"../../samples", "../../testdata/cases"}

func allTwins(t *testing.T) []records.Twin {
	t.Helper()
	var all []records.Twin
	for _, folder := range folders {
		twins, err := records.Find(folder)
		if err != nil {
			t.Fatal(err)
		}
		if len(twins) == 0 {
			t.Errorf("there are no twins below %s", folder)
		}
		all = append(all, twins...)
	}
	return all
}

func TestCommittedRecordsAreWhatTheirTwinsMake(t *testing.T) {
	for _, twin := range allTwins(t) {
		want, err := twin.Make()
		if err != nil {
			t.Error(err)
			continue
		}
		got, err := os.ReadFile(twin.PDF)
		if err != nil {
			t.Errorf("%v; run go run ./internal/records/make", err)
			continue
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s is not what %s makes; run go run ./internal/records/make", twin.PDF, twin.Text)
		}
	}
}

func TestEveryRecordHasATwin(t *testing.T) {
	var made []string
	for _, twin := range allTwins(t) {
		made = append(made, twin.PDF)
	}
	for _, folder := range folders {
		err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
			if err == nil && isRecord(path) && !slices.Contains(made, path) {
				t.Errorf("%s has no twin: write one, or delete the PDF", path)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

// isRecord tells the PDFs of a case apart from the letters that a case leads to.
func isRecord(path string) bool {
	return filepath.Ext(path) == ".pdf" && !strings.HasPrefix(filepath.Base(path), "letter")
}

func TestNoTwinHoldsASocialSecurityNumber(t *testing.T) {
	shaped := regexp.MustCompile(`\b\d{3}[- ]\d{2}[- ]\d{4}\b`)
	for _, twin := range allTwins(t) {
		text, err := os.ReadFile(twin.Text)
		if err != nil {
			t.Fatal(err)
		}
		if found := shaped.Find(text); found != nil {
			t.Errorf("%s holds %q, which is shaped like a social security number", twin.Text, found)
		}
	}
}
