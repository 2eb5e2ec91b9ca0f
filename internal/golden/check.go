package golden

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the golden files anew; read the difference before you commit it")

// Check holds got against the golden file at path. With -update it writes the file instead, which is refused where CI=true: there the
// files are the specification.
func Check(t *testing.T, path string, got []byte) {
	t.Helper()
	if *update {
		if os.Getenv("CI") == "true" {
			t.Fatal("-update is refused in CI: golden files change by a commit that gives the reason")
		}
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Errorf("%v; make it with -update, and read it", err)
		return
	}
	if string(want) != string(got) {
		t.Errorf("%s differs (- golden, + now):\n%s", path, shorten(cmp.Diff(strings.Split(string(want), "\n"), strings.Split(string(got), "\n"))))
	}
}

// longest is how much of a difference is shown, in bytes.
const longest = 4000

func shorten(s string) string {
	if len(s) > longest {
		return s[:longest] + "\n…"
	}
	return s
}
