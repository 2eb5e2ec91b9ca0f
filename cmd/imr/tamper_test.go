package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"imr"
	"imr/internal/law"
	"imr/internal/pdf"
)

// shown are a file's lines as a reader shows them.
func shown(t *testing.T, file []byte) string {
	t.Helper()
	read, err := pdf.Read("letter.pdf", file)
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, p := range read.Pages {
		for _, l := range p.Lines {
			out.WriteString(l.Text() + "\n")
		}
	}
	return out.String()
}

// verifies holds that verify finds a letter the same.
func verifies(t *testing.T, letter, records string) {
	t.Helper()
	args := []string{"verify", letter}
	if records != "" {
		args = append(args, "--records", records)
	}
	var said, told bytes.Buffer
	if code := run(context.Background(), args, nil, &said, &told); code != exitOK || said.String() != "SAME\n" {
		t.Errorf("%v: exit code %d: %s%s", args, code, said.String(), told.String())
	}
}

// tampered is a letter and the decision that it carries.
func tampered(t *testing.T) (printed, carried []byte, book *law.Book) {
	t.Helper()
	out := filepath.Join(t.TempDir(), "out")
	var said, told bytes.Buffer
	if code := run(context.Background(), []string{"run", "../../samples/first-course-18", "-o", out}, nil, &said, &told); code != exitOK {
		t.Fatalf("exit code %d: %s", code, told.String())
	}
	book, err := law.Load()
	if err != nil {
		t.Fatal(err)
	}
	return fileOf(t, out, "first-course-18", "letter.pdf"), fileOf(t, out, "first-course-18", "decision.json"), book
}

// changedValues returns each text that has one value of a JSON text changed, or left out, or a line of a list doubled, by its path.
func changedValues(t *testing.T, text []byte) map[string][]byte {
	t.Helper()
	out := map[string][]byte{}
	var walk func(path string, v any, put func(any))
	var root any
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	if err := d.Decode(&root); err != nil {
		t.Fatal(err)
	}
	write := func(path string) {
		if b := asWritten(t, root); !bytes.Equal(b, text) {
			out[path] = b
		}
	}
	walk = func(path string, v any, put func(any)) {
		switch v := v.(type) {
		case map[string]any:
			for name, inner := range v {
				walk(path+"."+name, inner, func(n any) { v[name] = n })
				delete(v, name)
				write(path + "." + name + " left out")
				v[name] = inner
			}
		case []any:
			for i, inner := range v {
				walk(fmt.Sprintf("%s.%d", path, i), inner, func(n any) { v[i] = n })
			}
			put(append(slices.Clone(v), v...))
			write(path + " doubled")
			put(v)
		default:
			put(otherValue(v))
			write(path)
			put(v)
		}
	}
	walk("", root, func(n any) { root = n })
	return out
}

// asWritten writes a decision as imr does, in the order of its fields; what is no decision any more is written as it is.
func asWritten(t *testing.T, root any) []byte {
	t.Helper()
	b, err := encode(root)
	if err != nil {
		t.Fatal(err)
	}
	var d imr.Decision
	if json.Unmarshal(b, &d) != nil {
		return b
	}
	if b, err = encode(d); err != nil {
		t.Fatal(err)
	}
	return b
}

// otherValue is a value like the given one and not the same: a text with one letter changed, the next number, the opposite.
func otherValue(v any) any {
	switch v := v.(type) {
	case string:
		if v == "" {
			return "x"
		}
		return swapped(v)
	case json.Number:
		n, _ := v.Float64()
		return n + 1
	case bool:
		return !v
	}
	return "x"
}

// swapped changes the last letter or digit of a text.
func swapped(s string) string {
	r := []rune(s)
	for i, c := range slices.Backward(r) {
		switch {
		case c >= '0' && c < '9' || c >= 'a' && c < 'z' || c >= 'A' && c < 'Z':
			r[i] = c + 1
			return string(r)
		case c == '9' || c == 'z' || c == 'Z':
			r[i] = c - 1
			return string(r)
		}
	}
	return s + "x"
}

// oneKind is how many values of one kind are changed: of the fields of all facts or of all places, the first few.
const oneKind = 2

var indexes = regexp.MustCompile(`\.\d+`)

// TestEveryValueOfTheDecisionCounts changes each kind of value of the decision that a letter carries, and leaves each out. Attached to the letter as
// it was, each change is found and named. Where a forger prints the letter anew as well, each is found with the records.
func TestEveryValueOfTheDecisionCounts(t *testing.T) {
	printed, carried, book := tampered(t)
	var genuine imr.Decision
	if err := json.Unmarshal(carried, &genuine); err != nil {
		t.Fatal(err)
	}
	all := changedValues(t, carried)
	if len(all) < 1000 {
		t.Fatalf("only %d changes", len(all))
	}
	forged, kinds := 0, map[string]int{}
	for _, path := range slices.Sorted(maps.Keys(all)) {
		changed, kind := all[path], indexes.ReplaceAllString(path, ".n")
		if kinds[kind]++; kinds[kind] > oneKind {
			continue
		}
		d, stage, value := checkAlone(printed, changed, book)
		if stage == "" || value == "" {
			t.Errorf("%s changed: it is found the same", path)
		}
		if stage != "letter" { // the decision does not follow from itself: no letter of it passes
			continue
		}
		if stage, value := forge(d, changed, genuine, book); stage != "none" {
			forged++
			if value == "" {
				t.Errorf("%s changed and printed again: it is found the same beside its records", path)
			}
		}
	}
	if len(kinds) < 150 || forged < 50 {
		t.Errorf("%d kinds of value were changed, and %d changes lead to another letter that follows from its own decision", len(kinds), forged)
	}
}

// forge prints a letter of a changed decision. Where that letter passes by itself, the records are asked; else the stage is "none".
func forge(d imr.Decision, changed []byte, genuine imr.Decision, book *law.Book) (stage, value string) {
	_, anew, err := printLetter(d, changed)
	if err != nil {
		return "none", ""
	}
	if _, _, value := checkAlone(anew, changed, book); value != "" {
		return "none", ""
	}
	return heldAgainst(d, genuine, book)
}

// TestEveryByteOfALetterCounts changes bytes from one end of a letter to the other, and cuts and lengthens it: each time verify ends with 4 and
// says where.
func TestEveryByteOfALetterCounts(t *testing.T) {
	printed, _, book := tampered(t)
	stages := map[string]int{}
	const step = 251 // a prime: the places fall on all kinds of bytes
	for at := 0; at < len(printed); at += step {
		changed := bytes.Clone(printed)
		changed[at] ^= 0x15
		stage, value := verdictOn(t, changed, book)
		if stages[stage]++; value == "" {
			t.Errorf("byte %d changed: nothing is named", at)
		}
	}
	if len(stages) < 2 || stages[""] > 0 {
		t.Errorf("what differs, by stage: %v", stages)
	}
	for name, changed := range map[string][]byte{
		"cut": printed[:len(printed)-700], "longer": append(bytes.Clone(printed), '\n'), "without its attachment": bytes.ReplaceAll(printed, []byte("/EmbeddedFiles"), []byte("/EmbeddedXiles")),
		"not a PDF": append([]byte("x"), printed[8:]...),
	} {
		letter := filepath.Join(t.TempDir(), "letter.pdf")
		if err := os.WriteFile(letter, changed, 0o600); err != nil {
			t.Fatal(err)
		}
		var said, told bytes.Buffer
		if code := run(context.Background(), []string{"verify", letter}, nil, &said, &told); code != exitDiffers || !strings.HasPrefix(said.String(), "DIFFERS in the ") {
			t.Errorf("%s: exit code %d: %s%s", name, code, said.String(), told.String())
		}
	}
}

func verdictOn(t *testing.T, printed []byte, book *law.Book) (stage, value string) {
	t.Helper()
	carried, value, err := carriedBy("letter.pdf", printed)
	if err != nil {
		t.Error(err)
	}
	if value != "" {
		return "attachment", value
	}
	_, stage, value = checkAlone(printed, carried, book)
	return stage, value
}
