package casefile

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// folder makes a case folder from names and contents.
func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "case-1")
	for name, body := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(body), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestAFolderIsReadInPathOrder(t *testing.T) {
	dir := folder(t, map[string]string{"b.pdf": "2", "a/z.PDF": "1", ".hidden.pdf": "x", ".done": "", "notes.txt": "n", "Thumbs.db": "j", "case.toml": `number = "CM15-1"`})
	if err := os.Symlink("/etc/hostname", filepath.Join(dir, "link.pdf")); err != nil {
		t.Fatal(err)
	}
	c, err := Load(dir)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range c.Files {
		got = append(got, f.Name)
		if (f.Unread != "") != (f.Name == "notes.txt" || f.Name == "link.pdf") {
			t.Errorf("%s: unread %q", f.Name, f.Unread)
		}
		if f.Name == "link.pdf" && f.Data != nil {
			t.Error("a link was followed")
		}
	}
	if strings.Join(got, " ") != "a/z.PDF b.pdf link.pdf notes.txt" || c.ID != "case-1" || c.Known.Number != "CM15-1" {
		t.Errorf("read %v as %s, number %q", got, c.ID, c.Known.Number)
	}
}

func TestTheHashIsOfTheContent(t *testing.T) {
	one, _ := Load(folder(t, map[string]string{"a.pdf": "1"}))
	for name, c := range map[string]struct {
		files map[string]string
		same  bool
	}{
		"with .done":     {map[string]string{"a.pdf": "1", ".done": ""}, true},
		"other bytes":    {map[string]string{"a.pdf": "2"}, false},
		"other name":     {map[string]string{"b.pdf": "1"}, false},
		"with case.toml": {map[string]string{"a.pdf": "1", "case.toml": ""}, false},
	} {
		other, err := Load(folder(t, c.files))
		if err != nil || (other.Hash == one.Hash) != c.same {
			t.Errorf("%s: same hash %v, want %v (%v)", name, other.Hash == one.Hash, c.same, err)
		}
	}
}

func TestCaseTOML(t *testing.T) {
	c, err := Load(folder(t, map[string]string{"case.toml": "number = \"CM15-0000001\"\nassigned = 2016-12-06\ndecision = 2017-01-04\npriority = \"expedited\"\nur_denial_date = \"2016-12-01\""}))
	if err != nil || c.Known.Assigned != "2016-12-06" || c.Known.Decision != "2017-01-04" || c.Known.Priority != "expedited" || c.Known.URDenialDate != "2016-12-01" {
		t.Errorf("read %+v, %v", c.Known, err)
	}
	for _, body := range []string{"nubmer = \"1\"", "assigned = \"soon\"", "priority = \"urgent\"", "number = 5", "number = ", "assigned = 2016-02-30"} {
		_, err := Load(folder(t, map[string]string{"case.toml": body}))
		var bad *TOMLError
		if !errors.As(err, &bad) {
			t.Errorf("%s: no mistake found (%v)", body, err)
		}
	}
}

func TestWhatIsNotThere(t *testing.T) {
	if _, err := Load(filepath.Join(t.TempDir(), "nothing")); !errors.Is(err, ErrNotFound) {
		t.Errorf("got %v", err)
	}
	c, err := Load(folder(t, map[string]string{"sub/readme.md": "x"}))
	if err != nil || len(c.Files) != 1 || c.Files[0].Unread == "" {
		t.Errorf("a folder without a PDF: %+v, %v", c.Files, err)
	}
	if c, err := FromReader(strings.NewReader("%PDF-")); err != nil || c.ID != "stdin" || c.Files[0].Name != "stdin.pdf" {
		t.Errorf("standard input: %+v, %v", c, err)
	}
}
