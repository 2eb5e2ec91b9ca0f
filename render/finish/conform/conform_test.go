package conform

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"imr"
	"imr/render"
)

// cases are the regression cases, whose decisions give letters of every kind.
const cases = "../../../testdata/cases"

func letter(t testing.TB, decision string) []byte {
	t.Helper()
	return printed(t, decided(t, decision))
}

// toSign is the first case's letter as a reviewer made it final, with a place to sign.
func toSign(t testing.TB) []byte {
	t.Helper()
	d := decided(t, cases+"/first-course-18-asked-6-certified/want/decision.json")
	d.Status, d.Letter.Config.Signature = imr.Adopted, true
	d.Adoption = &imr.Adoption{Reviewer: imr.Reviewer{ID: "r-1", Licensure: []string{"California"}}}
	return printed(t, d)
}

func decided(t testing.TB, decision string) imr.Decision {
	t.Helper()
	b, err := os.ReadFile(decision)
	if err != nil {
		t.Fatal(err)
	}
	var d imr.Decision
	if err := json.Unmarshal(b, &d); err != nil {
		t.Fatal(err)
	}
	return d
}

func printed(t testing.TB, d imr.Decision) []byte {
	t.Helper()
	l, err := render.Compose(d)
	if err != nil {
		t.Fatal(err)
	}
	b, err := json.Marshal(d)
	if err != nil {
		t.Fatal(err)
	}
	pdf, err := render.PDF(l, b)
	if err != nil {
		t.Fatal(err)
	}
	return pdf
}

// Letters of the regression cases meet every clause.
func TestLettersConform(t *testing.T) {
	decisions, err := filepath.Glob(cases + "/*/want/decision.json")
	if err != nil || len(decisions) < 24 {
		t.Fatalf("%d decisions: %v", len(decisions), err)
	}
	const every = 6 // decisions are many, and letters are made of few kinds of parts
	files := map[string]*File{}
	for i := 0; i < len(decisions); i += every {
		files[decisions[i]] = read(t, letter(t, decisions[i]))
	}
	files["a letter to sign"] = read(t, toSign(t))
	for _, c := range Clauses() {
		t.Run(c.ID, func(t *testing.T) {
			for decision, f := range files {
				if err := c.Check(f); err != nil {
					t.Errorf("%s: %v", decision, err)
				}
			}
		})
	}
}

func read(t testing.TB, pdf []byte) *File {
	t.Helper()
	f, err := Read(pdf)
	if err != nil {
		t.Fatal(err)
	}
	return f
}
