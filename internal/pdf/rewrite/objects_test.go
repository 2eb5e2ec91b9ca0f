package rewrite

import (
	"errors"
	"testing"
)

func TestWhatGofpdfDidNotWriteIsRefused(t *testing.T) {
	for _, file := range []string{"", "%PDF-1.3", "xref\n0 1\ntrailer\n<<>>\nstartxref\n900\n%%EOF", "startxref\n0\n%%EOF", "xref\n0 2\n0000000000 65535 f \n0000000999 00000 n \ntrailer\nstartxref\n0\n%%EOF"} {
		if _, err := Read([]byte(file)); !errors.Is(err, ErrNotReadable) {
			t.Errorf("%q gives the error %v", file, err)
		}
	}
}
