package render_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"imr"
	"imr/render"
)

func TestPublicLeavesTheDecisionAlone(t *testing.T) {
	d := private()
	public(t, d)
	if diff := cmp.Diff(private(), d); diff != "" {
		t.Error(diff)
	}
	if _, err := render.Public(eighteen()); err == nil || !strings.Contains(err.Error(), "letter.private is empty") {
		t.Errorf("a decision that names nobody has a public copy (%v)", err)
	}
	hidden := private()
	hidden.Letter.Config.Organization = "Review of Brambleford Quillfeather, Zoë"
	if _, err := render.Public(hidden); err == nil {
		t.Error("a name in the organization's block stays in the public copy")
	}
}

// The regression cases' public copies name none of those whom their records name.
func TestPublicCopiesOfCases(t *testing.T) {
	dirs, err := filepath.Glob("../testdata/cases/*/want")
	if err != nil || len(dirs) < 24 {
		t.Fatalf("%d cases: %v", len(dirs), err)
	}
	for _, dir := range dirs {
		var d imr.Decision
		load(t, filepath.Join(dir, "decision.json"), &d)
		p, decision := public(t, d)
		words := strings.ToLower(string(decision) + text(t, p))
		for _, name := range d.Letter.Private {
			if strings.Contains(words, strings.ToLower(name.Text)) {
				t.Errorf("%s: %q is in the public copy", dir, name.Text)
			}
			for _, w := range regexp.MustCompile(`[\pL\pN]{5,}`).FindAllString(strings.ToLower(name.Text), -1) {
				if name.Kind == imr.PrivatePerson && regexp.MustCompile(`\b`+w+`\b`).MatchString(words) {
					t.Errorf("%s: %q of %q is in the public copy", dir, w, name.Text)
				}
			}
		}
	}
}

func load(t *testing.T, path string, into any) {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b, into); err != nil {
		t.Fatal(err)
	}
}
