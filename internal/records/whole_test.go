package records_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"imr/internal/pdf"
	"imr/internal/records"
)

const small = "# Title\n[X] box || ( ) button\n(X) button || Name: Jordan\n\n| a | b |\n| c (1) | d |\n"

// qpdf, which shares no code with us, says what it thinks of a file.
func qpdf(t *testing.T, file []byte, args ...string) (string, error) {
	t.Helper()
	if _, err := exec.LookPath("qpdf"); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal(err)
		}
		t.Skip("qpdf is not installed; run make tools")
	}
	path := filepath.Join(t.TempDir(), "it.pdf")
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	said, err := exec.Command("qpdf", append(args, path)...).CombinedOutput()
	return string(said), err
}

func TestWholeFilesAreSound(t *testing.T) {
	for _, first := range []string{"@fields drawn", "@fields values", "@rotate 90\n@fields drawn", "@rotate 180", "@sideways 270", "@scan 100", "@type spaced", "@hidden covered x",
		"@encrypt rc4-40", "@encrypt rc4-128", "@encrypt aes-128", "@encrypt aes-256"} {
		if said, err := qpdf(t, mustMake(t, first+"\n"+small), "--check"); err != nil {
			t.Errorf("%s: %v: %s", first, err, said)
		}
	}
}

func TestAPasswordOpensWhatItLocks(t *testing.T) {
	for _, name := range []string{"rc4-40", "rc4-128", "aes-128", "aes-256"} {
		file := mustMake(t, "@encrypt "+name+" sesame\n"+small)
		if said, err := qpdf(t, file, "--check"); err == nil {
			t.Errorf("%s: it opens without a password: %s", name, said)
		}
		for _, password := range []string{"sesame", "the owner's"} {
			if said, err := qpdf(t, file, "--password="+password, "--check"); err != nil {
				t.Errorf("%s: %q does not open it: %v: %s", name, password, err, said)
			}
		}
		if bytes.Contains(file, []byte("Jordan")) {
			t.Errorf("%s: the text stands in the clear", name)
		}
	}
}

// linesOf reads a record as the program does.
func linesOf(t *testing.T, twin string) string {
	t.Helper()
	file, err := pdf.Read("a.pdf", mustMake(t, twin))
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, p := range file.Pages {
		for _, l := range p.Lines {
			all = append(all, l.Text())
		}
	}
	return strings.Join(all, "\n")
}

func TestWhatIsDoneToAFileDoesNotChangeItsWords(t *testing.T) {
	text := "# Title\n\n" + strings.Repeat("The record tells of six visits in all, and of nothing else that matters here.\n\n", 20)
	want := linesOf(t, text)
	for _, first := range []string{"@rotate 90", "@rotate 180", "@rotate 270", "@sideways 90", "@sideways 180", "@type twice", "@encrypt aes-256", "@encrypt rc4-40",
		"@damage before", "@damage behind", "@damage table", "@damage lengths\n@damage table", "@hidden white x\n@hidden mode y\n@hidden tiny z\n@hidden outside v\n@hidden covered w"} {
		if got := linesOf(t, first+"\n"+text); got != want {
			t.Errorf("%s: the record reads\n%s", first, got)
		}
	}
	if got := linesOf(t, "@fields drawn\n"+small); got != "Title\n[X] box [ ] button\n[X] button Name: Jordan\na b\nc (1) d" {
		t.Errorf("a form reads\n%s", got)
	}
	if got := linesOf(t, "@damage cut\n"+text); got == want {
		t.Error("nothing is lost of a file that is cut")
	}
}

func TestDirectivesThatCannotBeFollowed(t *testing.T) {
	for twin, want := range map[string]string{
		"@type bold":     `line 1: @type takes one of plain, twice, spaced, not "bold"`,
		"@column middle": "line 1: @column takes one of left, right, both",
		"@hidden behind": "line 1: @hidden takes one of",
		"@rotate 45":     "line 1: @rotate takes 0, 90, 180 or 270 degrees",
		"@encrypt rot13": "line 1: @encrypt takes one of",
		"@damage coffee": "line 1: @damage takes one of before, behind, cut, lengths, table",
		"@scan fine":     `line 1: "fine" is no resolution`,
		"@scan 9":        `line 1: "9" is no resolution`,
		"@fields drawn\n@encrypt aes-256\n" + small: "a record with form fields cannot be encrypted",
	} {
		if _, err := records.PDF(twin); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%q gives the error %v, want %s…", twin, err, want)
		}
	}
}
