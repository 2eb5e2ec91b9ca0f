package pdf_test

import (
	"bytes"
	"strings"
	"testing"

	"imr/internal/pdf"
	"imr/internal/records"
)

// A file that is cut off must never pass for whole: what it does not say would be taken as silence.
func TestACutFileIsNotReadAsWhole(t *testing.T) {
	whole, err := records.PDF(strings.Repeat("The patient has had acupuncture before.\n\n", 60))
	if err != nil {
		t.Fatal(err)
	}
	pages := bytes.Index(whole, []byte("/Type /Pages"))
	for at := 100; at < pages; at += len(whole) / 60 {
		file, err := pdf.Read("cut.pdf", whole[:at])
		if err == nil && len(file.Unread) == 0 {
			t.Errorf("cut at byte %d of %d it was read as whole, %d pages", at, len(whole), len(file.Pages))
		}
	}
	if file, err := pdf.Read("whole.pdf", whole); err != nil || len(file.Unread) > 0 {
		t.Errorf("the whole file: %v, %v", file.Unread, err)
	}
}
