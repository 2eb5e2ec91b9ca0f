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
		if f.Name == "link.pdf" && f.SHA256 != ofNothing {
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
		c, err := Load(folder(t, map[string]string{"case.toml": body}))
		var bad *TOMLError
		if !errors.As(err, &bad) || c.Hash == "" || len(c.Files) != 1 || c.Files[0].Unread != bad.Reason {
			t.Errorf("%s: no mistake found (%v), or not listed: %+v", body, err, c)
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

func TestAFileAloneIsTheSameUnderAnyName(t *testing.T) {
	dir := folder(t, map[string]string{"a.pdf": "1", "b.pdf": "1", "c.pdf": "2"})
	hash := map[string]string{}
	for _, name := range []string{"a", "b", "c"} {
		c, err := Load(filepath.Join(dir, name+".pdf"))
		if err != nil || c.ID != name || c.Files[0].Name != name+".pdf" {
			t.Errorf("%s: %+v, %v", name, c, err)
		}
		hash[name] = c.Hash
	}
	stdin, _ := FromReader(strings.NewReader("1"))
	if hash["a"] != hash["b"] || hash["a"] == hash["c"] || hash["a"] != stdin.Hash {
		t.Errorf("hashes %v and %s", hash, stdin.Hash)
	}
}

func TestACaseMayBeNamedByALink(t *testing.T) {
	dir := folder(t, map[string]string{"a.pdf": "1", "case.toml": `number = "CM15-1"`})
	link := filepath.Join(filepath.Dir(dir), "case-2")
	if err := os.Symlink(dir, link); err != nil {
		t.Fatal(err)
	}
	c, err := Load(link)
	if err != nil || c.ID != "case-2" || len(c.Files) != 1 || c.Files[0].Name != "a.pdf" || c.Known.Number != "CM15-1" {
		t.Errorf("read %+v, %v", c, err)
	}
}

func TestACaseTOMLThatIsNotReadIsListed(t *testing.T) {
	dir := folder(t, map[string]string{"a.pdf": "1"})
	if err := os.Symlink(filepath.Join(dir, "a.pdf"), filepath.Join(dir, "case.toml")); err != nil {
		t.Fatal(err)
	}
	c, err := Load(dir)
	if err != nil || len(c.Files) != 2 || c.Files[1].Name != "case.toml" || c.Files[1].Unread == "" {
		t.Errorf("read %+v, %v", c.Files, err)
	}
}

func TestReasonsHoldNoPathOfTheMachine(t *testing.T) {
	var out []File
	if err := closed("/srv/in/c", "/srv/in/c/sub", &os.PathError{Op: "open", Path: "/srv/in/c/sub", Err: os.ErrPermission}, &out); err != nil || len(out) != 1 || out[0].Name != "sub" || strings.Contains(out[0].Unread, "/srv") {
		t.Errorf("listed %+v, %v", out, err)
	}
}

func TestCheckFindsMistakesOfTheCall(t *testing.T) {
	good := folder(t, map[string]string{"a.pdf": "1", "case.toml": `number = "CM15-1"`})
	for path, want := range map[string]bool{good: true, filepath.Join(good, "a.pdf"): true, filepath.Join(good, "b.pdf"): false, filepath.Join(good, "a.pdf", "c"): false, folder(t, map[string]string{"case.toml": "nubmer = 1"}): false} {
		if err := Check(path); (err == nil) != want {
			t.Errorf("%s: %v", filepath.Base(path), err)
		}
	}
}

func TestATooLargeFileIsRefused(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.pdf")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(f.Truncate(MaxFile+1), f.Close()); err != nil { // a hole, which takes no room
		t.Fatal(err)
	}
	if c, err := Load(path); err != nil || !strings.Contains(c.Files[0].Unread, "1 GiB") {
		t.Errorf("unread %q, %v", c.Files[0].Unread, err)
	}
}
