package imr_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"imr"
	"imr/classify"
	"imr/decide"
	"imr/extract"
	"imr/internal/casefile"
	"imr/internal/golden"
	"imr/internal/law"
	"imr/internal/pdf"
	"imr/internal/reading"
	"imr/internal/sandbox"
	"imr/render"
)

// parts are what a regression case's folder holds, and outputs what its folder want holds.
var (
	parts   = []string{"expect.toml", "record", "twin", "want", "why.md"}
	outputs = []string{"case.json", "decision.json", "document.txt", "facts.json", "layout.txt", "letter.txt", "pictures.txt"}
)

// TestCases runs every regression case through the stages, each stage also from the golden file of the one before it.
func TestCases(t *testing.T) {
	dirs, err := os.ReadDir("testdata/cases")
	if err != nil {
		t.Fatal(err)
	}
	if len(dirs) < 24 {
		t.Fatalf("only %d cases: the folder is not whole", len(dirs))
	}
	for _, d := range dirs {
		t.Run(d.Name(), func(t *testing.T) {
			t.Parallel()
			dir := filepath.Join("testdata/cases", d.Name())
			runStages(t, d.Name(), dir)
			holdsOnly(t, dir, parts)
			holdsOnly(t, filepath.Join(dir, "want"), outputs)
			expectations(t, dir)
		})
	}
}

func holdsOnly(t *testing.T, dir string, names []string) {
	t.Helper()
	list, err := os.ReadDir(dir)
	if err != nil {
		t.Error(err)
	}
	var got []string
	for _, f := range list {
		got = append(got, f.Name())
	}
	if !slices.Equal(got, names) {
		t.Errorf("%s holds %v, want %v", dir, got, names)
	}
}

// runStages runs one case and holds each stage's output against its golden file.
func runStages(t *testing.T, id, dir string) {
	t.Helper()
	in, err := casefile.Load(filepath.Join(dir, "record"))
	if err != nil {
		t.Fatal(err)
	}
	want := func(name string) string { return filepath.Join(dir, "want", name) }
	golden.Check(t, want("document.txt"), golden.FormatRecord(extract.Read(t.Context(), id, sources(in.Files), readPDFs)))
	record := parsed(t, want("document.txt"))
	golden.Check(t, want("facts.json"), jsonOf(t, extract.Mentions(record)))
	var mentions []imr.Mention
	readBack(t, want("facts.json"), &mentions)
	golden.Check(t, want("case.json"), jsonOf(t, classify.Case(record, mentions, classify.Known(in.Known))))
	var c imr.Case
	readBack(t, want("case.json"), &c)
	book, err := law.Load()
	if err != nil {
		t.Fatal(err)
	}
	golden.Check(t, want("decision.json"), jsonOf(t, decide.Decide(c, book, imr.LetterConfig{ItemStyle: "whole", Address: []string{}, Licensure: []string{}, Specialty: []string{}})))
	var d imr.Decision
	readBack(t, want("decision.json"), &d)
	again, err := decide.Again(d, book)
	if err != nil {
		t.Fatal(err)
	}
	golden.Check(t, want("decision.json"), jsonOf(t, again))
	letters(t, want, d)
}

func letters(t *testing.T, want func(string) string, d imr.Decision) {
	t.Helper()
	letter, err := render.Compose(d)
	if err != nil {
		t.Fatal(err)
	}
	golden.Check(t, want("letter.txt"), render.Text(letter))
	printed, err := render.PDF(letter, jsonOf(t, d))
	if err != nil {
		t.Fatal(err)
	}
	file, err := pdf.Read("letter.pdf", printed)
	if err != nil {
		t.Fatal(err)
	}
	file.SHA256 = "" // the places are what is held here; the bytes are held by running twice
	golden.Check(t, want("layout.txt"), golden.FormatRecord(imr.Record{ID: d.Case.ID, Files: []imr.RecordFile{file}}))
	golden.Check(t, want("pictures.txt"), pictures(t, printed, len(file.Pages)))
}

// TestMain lets this program serve as the children that read files.
func TestMain(m *testing.M) {
	sandbox.Child(reading.Kinds())
	os.Exit(m.Run())
}

func readPDFs(ctx context.Context, files []extract.Source) []imr.RecordFile {
	// Without text recognition: what tesseract reads may change with its version.
	return reading.New(ctx, reading.Options{}).Read(ctx, readable(files))
}

func readable(files []extract.Source) []reading.File {
	list := make([]reading.File, len(files))
	for i, f := range files {
		list[i] = reading.File{Name: f.Name, SHA256: f.SHA256, Open: f.Open}
	}
	return list
}

func sources(files []casefile.File) []extract.Source {
	var out []extract.Source
	for _, f := range files {
		out = append(out, extract.Source(f))
	}
	return out
}

func parsed(t *testing.T, path string) imr.Record {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	r, err := golden.ParseRecord(text)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func jsonOf(t *testing.T, v any) []byte {
	t.Helper()
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(v); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func readBack(t *testing.T, path string, into any) {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b, into); err != nil {
		t.Fatal(err)
	}
}

// expected is expect.toml: what must come out, written before the program's output.
type expected struct {
	Status string
	Flags  []string
	Items  []struct {
		Service       string
		Requested     []float64
		Authorized    *int
		Course        string
		Prior         *int
		Outcome       string
		Contradictory []string
		BodyPart      []string `toml:"body_part"`
		Indication    []string
		Function      any `toml:"improvement_function"`
		Dependency    any `toml:"improvement_dependency"`
	}
}

func expectations(t *testing.T, dir string) {
	t.Helper()
	var want expected
	meta, err := toml.DecodeFile(filepath.Join(dir, "expect.toml"), &want)
	if err != nil || len(meta.Undecoded()) > 0 {
		t.Fatalf("expect.toml: %v, unknown keys %v", err, meta.Undecoded())
	}
	var d imr.Decision
	readBack(t, filepath.Join(dir, "want", "decision.json"), &d)
	if d.Status != want.Status {
		t.Errorf("status %s, want %s", d.Status, want.Status)
	}
	for _, code := range want.Flags {
		if !slices.ContainsFunc(d.Flags, func(f imr.Flag) bool { return f.Code == code }) {
			t.Errorf("flag %s is missing", code)
		}
	}
	if len(want.Items) == 0 {
		for _, it := range d.Items {
			if it.Outcome != imr.Refer {
				t.Errorf("item %d is %s, and nothing may be decided", it.N, it.Outcome)
			}
		}
		return
	}
	if len(d.Items) != len(want.Items) {
		t.Fatalf("%d items, want %d", len(d.Items), len(want.Items))
	}
	for i, w := range want.Items {
		it := d.Items[i]
		same(t, it.N, "service", string(it.Service), w.Service)
		same(t, it.N, "outcome", string(it.Outcome), w.Outcome)
		if w.Course != "" {
			same(t, it.N, "course", it.Course, w.Course)
		}
		if w.Authorized != nil && (it.Authorized == nil || *it.Authorized != *w.Authorized) {
			t.Errorf("item %d: authorized %v, want %d", it.N, it.Authorized, *w.Authorized)
		}
		if w.Prior != nil && (it.PriorVisits == nil || *it.PriorVisits != *w.Prior) {
			t.Errorf("item %d: prior visits %v, want %d", it.N, it.PriorVisits, *w.Prior)
		}
		if len(w.Requested) == 2 && (it.Requested == nil || *it.Requested != imr.Range{Low: w.Requested[0], High: w.Requested[1]}) {
			t.Errorf("item %d: requested %v, want %v", it.N, it.Requested, w.Requested)
		}
		facts := map[string]string{"improvement_function": said(w.Function), "improvement_dependency": said(w.Dependency), "body_part": strings.Join(w.BodyPart, " "), "indication": strings.Join(w.Indication, " ")}
		for _, name := range w.Contradictory {
			facts[name] = "contradictory"
		}
		for name, value := range facts {
			if value != "" {
				same(t, it.N, name, factOf(d, it.N, name), value)
			}
		}
	}
}

func same(t *testing.T, n int, what, got, want string) {
	t.Helper()
	if got != want {
		t.Errorf("item %d: %s is %q, want %q", n, what, got, want)
	}
}

// said is an expected value as factOf writes it: true, false, a status, or "" where nothing is expected.
func said(v any) string {
	if v == nil {
		return ""
	}
	return fmt.Sprint(v)
}

// factOf is a fact's value where it is known, and its status where it is not.
func factOf(d imr.Decision, n int, name string) string {
	for _, f := range d.Facts {
		if f.Name != name || f.Item == nil || *f.Item != n {
			continue
		}
		switch v := f.Value.(type) {
		case nil:
			return string(f.Status)
		case bool:
			if v {
				return "true"
			}
			return "false"
		case []any:
			var words []string
			for _, w := range v {
				words = append(words, w.(string))
			}
			return strings.Join(words, " ")
		}
	}
	return ""
}
