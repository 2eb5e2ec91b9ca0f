package object

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"
)

// The objects of a file with one page whose content is "BT ET".
var onePage = []string{"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Page/Parent 2 0 R/Contents 4 0 R>>",
	"<</Length 5>>\nstream\nBT ET\nendstream"}

// build writes a file with a cross-reference table. The trailer's entries besides Root follow it.
func build(objects []string, trailer string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	var offsets []int
	for i, o := range objects {
		offsets = append(offsets, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	at := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, o := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, trailer, at)
	return b.Bytes()
}

// firstContent opens a file and returns the content of its one page.
func firstContent(data []byte) (string, error) {
	f, err := Open(data)
	if err != nil {
		return "", err
	}
	page := f.Root().Key("Pages")
	for range 5 {
		if kids := page.Key("Kids"); kids.Len() > 0 {
			page = kids.Index(kids.Len() - 1)
		}
	}
	return string(page.Key("Contents").Data()), nil
}

func TestDamagedFilesAreRead(t *testing.T) {
	sound := string(build(onePage, ""))
	newer := sound + "4 0 obj\n<</Length 5>>\nstream\nnewer\nendstream\nendobj\n"
	tests := []struct{ name, data, want string }{
		{"sound", sound, "BT ET"},
		{"bytes before the header, which offsets do not count", "junk\r\n" + sound, "BT ET"},
		{"bytes before the header, which offsets count", shifted(sound), "BT ET"},
		{"bytes behind the end", sound + strings.Repeat("\x00", 5000), "BT ET"},
		{"a later version", strings.Replace(sound, "1.7", "2.0", 1), "BT ET"},
		{"no header", strings.Replace(sound, "%PDF-1.7\n", "", 1), "BT ET"},
		{"offsets that do not fit", strings.Replace(sound, "%PDF-1.7\n", "%PDF-1.7\n%more\n", 1), "BT ET"},
		{"no table", sound[:strings.Index(sound, "xref")], "BT ET"},
		{"no table and a later object", newer[:strings.Index(newer, "xref")] + newer[strings.LastIndex(newer, "4 0 obj"):], "newer"},
		{"a chain of tables that comes back to itself", strings.Replace(sound, "/Root", fmt.Sprintf("/Prev %d/Root", strings.Index(sound, "xref")), 1), "BT ET"},
		{"a length that is too short", strings.Replace(sound, "/Length 5", "/Length 2", 1), "BT ET\n"},
		{"a length that is too long", strings.Replace(sound, "/Length 5", "/Length 5000", 1), "BT ET\n"},
		{"a length that refers to its own stream", strings.Replace(sound, "/Length 5", "/Length 4 0 R", 1), "BT ET\n"},
		{"no endstream", strings.Replace(sound, "\nendstream", "", 1), "BT ET\n"},
		{"no catalogue", strings.Replace(sound, "/Type/Catalog/Pages", "/Nothing", 1), "BT ET"},
		{"a page tree that cannot be followed", strings.Replace(sound, "/Kids[3 0 R]", "/Kids[9 0 R]", 1), "BT ET"},
		{"a page tree that is its own child", strings.Replace(sound, "/Kids[3 0 R]", "/Kids[2 0 R 3 0 R]", 1), "BT ET"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, err := firstContent([]byte(test.data))
			if err != nil || got != test.want {
				t.Errorf("the page's content is %q, %v; want %q", got, err, test.want)
			}
		})
	}
}

// shifted puts bytes before a file and corrects its table for them.
func shifted(sound string) string {
	const junk = "0123456789\n"
	data := junk + string(build(onePage, ""))
	for i := len(sound); i > 0; i-- {
		data = strings.Replace(data, fmt.Sprintf("\n%010d 0", i), fmt.Sprintf("\n%010d 0", i+len(junk)), 1)
	}
	return strings.Replace(data, fmt.Sprintf("startxref\n%d", strings.Index(sound, "xref")), fmt.Sprintf("startxref\n%d", strings.Index(data, "xref")), 1)
}

func TestWhatIsNoPDFIsToldApart(t *testing.T) {
	tests := []struct {
		name, data string
		want       error
	}{
		{"text", "Dear Sir or Madam", ErrNotPDF},
		{"a header alone", "%PDF-1.7\n", ErrDamaged},
		{"objects without a page", "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n", ErrDamaged},
		{"an unknown handler", string(build(onePage, "/Encrypt<</Filter/Mine/V 1/R 2>>/ID[(a)(b)]")), ErrEncryption},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if _, err := Open([]byte(test.data)); !errors.Is(err, test.want) {
				t.Errorf("the error is %v, want %v", err, test.want)
			}
		})
	}
}

func TestValuesLeadToWhatTheyReferTo(t *testing.T) {
	f, err := Open(build(append(onePage, "6 0 R", "[1 true (caf\xE9) (\xFE\xFF\x00A) null 99 0 R <</K/V>>]", "7 0 R"), "/Extra 5 0 R/Loop 7 0 R"))
	if err != nil {
		t.Fatal(err)
	}
	trailer := f.value(f.trailer)
	list := trailer.Key("Extra")
	if list.Len() != 7 || list.Index(0).Int() != 1 || !list.Index(1).Bool() || list.Index(2).String() != "café" || list.Index(3).String() != "A" || !list.Index(6).Key("K").Is("V") {
		t.Errorf("the list is %s", written(list.Token))
	}
	for _, v := range []Value{list.Index(4), list.Index(5), list.Index(7), trailer.Key("Loop"), trailer.Key("Nothing").Key("K").Index(3)} {
		if !v.IsNull() {
			t.Errorf("%s is not null", written(v.Token))
		}
	}
	if trailer.Reference("Extra") != 5 || list.ID() != trailer.Key("Extra").ID() || list.ID() == list.Index(6).ID() || list.Index(6).ID() == (ID{}) {
		t.Error("identities do not tell values apart")
	}
}
