package pdfium_test

import (
	"errors"
	"strings"
	"testing"

	"imr/internal/pdf"
)

func TestFilesThatCannotBeReadGiveTheErrorsOfPackagePDF(t *testing.T) {
	good := page("", text(20, 20, "word"))
	tests := map[string]struct {
		data []byte
		want error
	}{
		"empty":       {[]byte(" \n"), pdf.ErrEmpty},
		"not a PDF":   {[]byte("a letter"), pdf.ErrNotPDF},
		"only a head": {[]byte("%PDF-1.7\nnothing follows"), pdf.ErrDamaged},
		"no page":     {build("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>"), pdf.ErrDamaged},
		"password":    {qpdf(t, good, "--encrypt", "secret", "owner", "128", "--use-aes=y", "--"), pdf.ErrPassword},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			_, want := pdf.Read("a/b.pdf", test.data)
			file, err := engine(t).Read("a/b.pdf", test.data)
			if !errors.Is(err, test.want) || err.Error() != want.Error() {
				t.Errorf("the error is %v, and that of package pdf %v", err, want)
			}
			if file.Name != "a/b.pdf" || len(file.SHA256) != 64 || file.Pages != nil {
				t.Errorf("the file is %+v", file)
			}
		})
	}
}

func TestAnEmptyPasswordIsNone(t *testing.T) {
	for _, bits := range [][]string{{"128", "--use-aes=y"}, {"256"}} {
		args := append(append([]string{"--encrypt", "", "owner"}, bits...), "--")
		data := qpdf(t, page("", text(20, 20, "word")), args...)
		if file, err := engine(t).Read("a.pdf", data); err != nil || file.Pages[0].Lines[0].Text() != "word" {
			t.Errorf("%v: read %+v, %v", bits, file, err)
		}
	}
}

func TestFilesThatAreTooLargeAreRefused(t *testing.T) {
	_, err := engine(t).Read("a.pdf", append([]byte("%PDF-1.7"), make([]byte, 256<<20)...))
	if !errors.Is(err, pdf.ErrDamaged) || !strings.HasPrefix(err.Error(), "a.pdf is larger than 256 MB") {
		t.Errorf("the error is %v", err)
	}
}
