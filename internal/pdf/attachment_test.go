package pdf

import (
	"errors"
	"testing"
)

func TestAttachmentIsFoundByItsName(t *testing.T) {
	file := []byte("%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[(a)4 0 R(b)5 0 R]>>>>>>endobj\n" +
		"2 0 obj<</Kids[3 0 R]>>endobj 3 0 obj<</Type/Page>>endobj 4 0 obj<</UF(other.txt)/EF<</F 6 0 R>>>>endobj\n" +
		"5 0 obj<</UF(decision.json)/EF<</F 7 0 R>>>>endobj 6 0 obj<</Length 5>>stream\nother\nendstream endobj 7 0 obj<</Length 2>>stream\n{}\nendstream endobj\n")
	if got, err := Attachment("letter.pdf", file, "decision.json"); err != nil || string(got) != "{}" {
		t.Errorf("the attachment is %q, %v", got, err)
	}
	if _, err := Attachment("letter.pdf", file, "absent.json"); !errors.Is(err, ErrNoAttachment) {
		t.Errorf("without the attachment the error is %v", err)
	}
	if _, err := Attachment("letter.pdf", []byte("text"), "decision.json"); !errors.Is(err, ErrNotPDF) {
		t.Errorf("of a file that is no PDF the error is %v", err)
	}
}
