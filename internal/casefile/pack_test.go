package casefile

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
)

// repacked packs a case and makes it anew elsewhere.
func repacked(t *testing.T, c Case) (Case, error) {
	t.Helper()
	var b bytes.Buffer
	if err := c.Pack(&b); err != nil {
		t.Fatal(err)
	}
	return Unpack(&b, c.Path, t.TempDir())
}

// TestAPackedCaseIsTheSame packs whatever may lie in a folder: odd names, files that are no PDF, links, what is no file, and what is
// ignored.
func TestAPackedCaseIsTheSame(t *testing.T) {
	dir := folder(t, map[string]string{
		"b.pdf": "2", "sub/ä ñ.PDF": "1", "latin-\xe9.pdf": "3", "empty.pdf": "", "notes.txt": "n", strings.Repeat("long/", 40) + "x.pdf": "4",
		".hidden.pdf": "x", ".done": "", "case.toml": `number = "CM15-1"`,
	})
	if err := errors.Join(os.Symlink("/etc/hostname", filepath.Join(dir, "link.pdf")), syscall.Mkfifo(filepath.Join(dir, "pipe.pdf"), 0o600)); err != nil {
		t.Fatal(err)
	}
	in, err := Load(dir)
	if err != nil {
		t.Fatal(err)
	}
	got, err := repacked(t, in)
	if err != nil || got.Hash != in.Hash || got.ID != in.ID || got.Path != in.Path || got.Known != in.Known {
		t.Errorf("%+v, %v", got, err)
	}
	plain := func(c Case) (list []string) {
		for _, f := range c.Files {
			list = append(list, f.Name+" "+f.SHA256+" "+f.Unread)
		}
		return list
	}
	if want := plain(in); !slices.Equal(plain(got), want) || len(want) != 8 {
		t.Errorf("%q, want %q", plain(got), want)
	}
}

// TestAPackedFileIsTheSameUnderAnotherName packs a case that is one PDF.
func TestAPackedFileIsTheSameUnderAnotherName(t *testing.T) {
	in, err := Load(filepath.Join(folder(t, map[string]string{"a.pdf": "1"}), "a.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	in.Path = "/elsewhere/b.pdf"
	got, err := repacked(t, in)
	if err != nil || got.Hash != in.Hash || got.ID != "b" || len(got.Files) != 1 || got.Files[0].Name != "b.pdf" {
		t.Errorf("%+v, %v", got, err)
	}
}

// TestAPackedMistakeIsStillOne names the file where the case lay, and not where it was unpacked.
func TestAPackedMistakeIsStillOne(t *testing.T) {
	in, first := Load(folder(t, map[string]string{"a.pdf": "1", "case.toml": "nubmer = 1"}))
	got, err := repacked(t, in)
	if first == nil || err == nil || err.Error() != first.Error() || got.Hash != in.Hash {
		t.Errorf("%v, want %v", err, first)
	}
}
