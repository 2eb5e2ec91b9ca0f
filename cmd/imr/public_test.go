package main

import (
	"bytes"
	"compress/zlib"
	"context"
	"encoding/hex"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"imr"
	"imr/internal/records"
)

// persons are whom a case names: its employee, treating physician, reviewer, adjuster, employer, practice and administrator.
type persons struct{ first, last, doctor, reviewer, adjuster, employer, practice, administrator string }

// commonNames are names that are words of every record and of every letter.
var commonNames = []persons{
	{"May", "Pain", "Will Back", "Visits Guideline", "L. Request", "Halden Roofing", "Good Back Associates", "Record Mutual"},
	{"Will", "Visits", "Grant Hand", "Mark Review", "A. Work", "Low Back Bakery", "Spine Center", "State Fund"},
	{"Initial", "Course", "May Treatment", "Law Page", "B. Reason", "The Treatment Company", "Pain Clinic", "Guideline Insurance Company"},
	{"Zoë", "O’Neil-Åberg", "Lukáš Jiménez", "Anne-Marie Quill", "D. Imai", "Brambleford & Sons", "Palomar Sports Medicine", "Greywater Mutual"},
}

// caseOf writes the first regression case with other names as a folder of PDFs.
func caseOf(t *testing.T, p persons) string {
	t.Helper()
	names := strings.NewReplacer("Mansfield, Dario", p.last+", "+p.first, "Dario Mansfield", p.first+" "+p.last, "Victor Amadi", p.doctor, "Edda Norling", p.reviewer,
		"L. Stroud", p.adjuster, "Halden Roofing", p.employer, "Riverside Spine Associates", p.practice, "Greywater Mutual", p.administrator,
		"Stands leaning", p.first+" "+p.last+" stands leaning",
		"he now takes nothing but acetaminophen", "Mr. "+p.last+" now takes nothing but acetaminophen, as Dr. "+p.doctor+" advised",
		"Modified work as before", "Modified work at "+p.employer+" as before")
	dir := filepath.Join(t.TempDir(), strings.ToLower(p.first+"_"+p.last))
	twins, err := filepath.Glob(filepath.Join(cases, "first-course-18-asked-6-certified", "twin", "*.txt"))
	if err != nil || len(twins) < 4 || os.Mkdir(dir, 0o700) != nil {
		t.Fatalf("%d twins: %v", len(twins), err)
	}
	for _, twin := range twins {
		made, err := records.PDF(names.Replace(string(fileOf(t, twin))))
		if err != nil {
			t.Fatal(err)
		}
		file := strings.TrimSuffix(filepath.Base(twin), ".txt") + " " + p.last + ".pdf"
		if err := os.WriteFile(filepath.Join(dir, file), made, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// TestPublicCopiesOfCommonNames runs cases whose people and businesses bear common words as names. No name is in any stream of the public
// copy, and no word of one in what it quotes; the words of the law and of the program stay whole.
func TestPublicCopiesOfCommonNames(t *testing.T) {
	for _, p := range commonNames {
		t.Run(p.first+" "+p.last, func(t *testing.T) {
			out := filepath.Join(t.TempDir(), "out")
			dir := caseOf(t, p)
			var said, told bytes.Buffer
			if code := run(context.Background(), []string{"run", dir, "-o", out}, nil, &said, &told); code != exitOK || told.Len() > 0 {
				t.Fatalf("exit code %d: %s", code, told.String())
			}
			decision := fileOf(t, out, filepath.Base(dir), "public.json")
			printed := fileOf(t, out, filepath.Base(dir), "public.pdf")
			for where, words := range map[string]string{"public.json": string(decision), "public.pdf": unpacked(t, printed)} {
				namesNobody(t, where, words, p)
			}
			quotesNoName(t, decision, p)
			for _, whole := range []string{"Time to produce functional improvement: 3 to 6 treatments.", "The reviewer may also change it or set it aside."} {
				if !strings.Contains(strings.Join(strings.Fields(string(decision)+shown(t, printed)), " "), whole) {
					t.Errorf("the public copy lacks %q", whole)
				}
			}
			verifies(t, filepath.Join(out, filepath.Base(dir), "public.pdf"), "")
			verifies(t, filepath.Join(out, filepath.Base(dir), "public.pdf"), dir)
		})
	}
}

// namesNobody looks for whole names in either order, numbers and days.
func namesNobody(t *testing.T, where, words string, p persons) {
	t.Helper()
	words = strings.ToLower(strings.Join(strings.Fields(words), " "))
	for _, never := range []string{
		p.first + " " + p.last, p.last + ", " + p.first, p.first + "_" + p.last, p.doctor, p.reviewer, p.adjuster, p.employer, p.practice, p.administrator,
		"2013-052207", "2013052207", "052207", "11/04/1975", "1975-11-04", "19751104", "Parkhill",
	} {
		if i := strings.Index(words, strings.ToLower(never)); i >= 0 {
			t.Errorf("%s: %q stands in %q", where, never, words[max(i-80, 0):min(i+80, len(words))])
		}
	}
}

var (
	quotation = regexp.MustCompile(`“[^”]*”`)
	nameWords = regexp.MustCompile(`[\pL\pN]{2,}`)
)

// quotesNoName looks for each word of a name in the words of the record: items, notes, and what sentences quote that the law does not say.
func quotesNoName(t *testing.T, decision []byte, p persons) {
	t.Helper()
	var d imr.Decision
	if err := json.Unmarshal(decision, &d); err != nil {
		t.Fatal(err)
	}
	var quoted []string
	for _, n := range d.Letter.Summary {
		quoted = append(quoted, n.Value)
	}
	for _, it := range d.Items {
		quoted = append(quoted, it.Text)
		for _, r := range it.Reasons {
			if len(r.Law) == 0 {
				quoted = append(quoted, quotation.FindAllString(r.Sentence, -1)...)
			}
		}
	}
	if len(quoted) < 6 {
		t.Fatalf("only %d quotations", len(quoted))
	}
	for _, name := range []string{p.first, p.last, p.doctor, p.reviewer, p.adjuster} {
		for _, w := range nameWords.FindAllString(name, -1) {
			if re := regexp.MustCompile(`(?i)\b` + w + `\b`); re.MatchString(strings.Join(quoted, "\n")) {
				t.Errorf("%q of %q stands in %q", w, name, quoted)
			}
		}
	}
}

var (
	packed     = regexp.MustCompile(`(?s)stream\r?\n(.*?)\r?\nendstream`)
	hexStrings = regexp.MustCompile(`<([0-9A-Fa-f\s]{4,})>`)
	shownGlyph = regexp.MustCompile(`\(((?:[^()\\]|\\.)*)\)`)
)

// unpacked is whatever words a PDF could hold: its bytes, its streams without their compression, its hexadecimal and its literal strings,
// all without the zeros that UTF-16 puts between Latin letters; and its pages as a reader shows them.
func unpacked(t *testing.T, file []byte) string {
	t.Helper()
	out := bytes.Clone(file)
	for _, m := range packed.FindAllSubmatch(file, -1) {
		if r, err := zlib.NewReader(bytes.NewReader(m[1])); err == nil {
			data, err := io.ReadAll(r)
			if err != nil {
				t.Fatal(err)
			}
			out = append(append(out, '\n'), data...)
		}
	}
	for _, m := range hexStrings.FindAllSubmatch(out, -1) {
		if data, err := hex.DecodeString(string(bytes.Join(bytes.Fields(m[1]), nil))); err == nil {
			out = append(append(out, '\n'), data...)
		}
	}
	for _, m := range shownGlyph.FindAllSubmatch(out, -1) {
		out = append(append(out, ' '), bytes.ReplaceAll(m[1], []byte(`\`), nil)...)
	}
	return strings.ReplaceAll(string(out), "\x00", "") + shown(t, file)
}
