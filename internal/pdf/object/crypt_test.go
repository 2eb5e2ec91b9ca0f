package object

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// encrypt lets qpdf encrypt a file of one page.
func encrypt(t *testing.T, args ...string) []byte {
	t.Helper()
	if _, err := exec.LookPath("qpdf"); err != nil {
		t.Skip("qpdf is not installed; run make tools")
	}
	objects := append([]string(nil), onePage...)
	objects[0] = "<</Type/Catalog/Pages 2 0 R/Secret(a word)>>"
	in, out := filepath.Join(t.TempDir(), "in.pdf"), filepath.Join(t.TempDir(), "out.pdf")
	if err := os.WriteFile(in, build(objects, ""), 0o600); err != nil {
		t.Fatal(err)
	}
	printed, err := exec.Command("qpdf", append(args, in, out)...).CombinedOutput()
	if err != nil {
		t.Fatalf("qpdf %v: %v\n%s", args, err, printed)
	}
	data, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestFilesThatAnybodyMayOpenAreDecrypted(t *testing.T) {
	for name, args := range map[string][]string{
		"RC4 of 40 bits":             {"--allow-weak-crypto", "--encrypt", "", "owner", "40", "--"},
		"RC4 of 128 bits":            {"--allow-weak-crypto", "--encrypt", "", "owner", "128", "--use-aes=n", "--"},
		"RC4 by a crypt filter":      {"--allow-weak-crypto", "--encrypt", "", "owner", "128", "--force-V4", "--"},
		"AES of 128 bits":            {"--allow-weak-crypto", "--encrypt", "", "owner", "128", "--use-aes=y", "--"},
		"AES of 256 bits":            {"--encrypt", "", "owner", "256", "--"},
		"AES of 256 bits, first":     {"--allow-weak-crypto", "--encrypt", "", "owner", "256", "--force-R5", "--"},
		"AES, metadata in the clear": {"--encrypt", "", "owner", "256", "--cleartext-metadata", "--"},
		"AES with object streams":    {"--object-streams=generate", "--encrypt", "", "owner", "256", "--"},
	} {
		t.Run(name, func(t *testing.T) {
			data := encrypt(t, args...)
			content, err := firstContent(data)
			if err != nil || content != "BT ET" {
				t.Fatalf("the page's content is %q, %v", content, err)
			}
			f, err := Open(data)
			if err != nil {
				t.Fatal(err)
			}
			if got := f.Root().Key("Secret").String(); got != "a word" {
				t.Errorf("the string is %q", got)
			}
		})
	}
}

func TestAPasswordIsAskedFor(t *testing.T) {
	for _, bits := range []string{"40", "128", "256"} {
		data := encrypt(t, "--allow-weak-crypto", "--encrypt", "user", "owner", bits, "--")
		if _, err := Open(data); !errors.Is(err, ErrPassword) {
			t.Errorf("%s bits: %v", bits, err)
		}
	}
}
