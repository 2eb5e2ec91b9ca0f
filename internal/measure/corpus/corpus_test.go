package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"imr/internal/records"
)

// TestMain lets the test program stand for the command when it starts itself as a child.
func TestMain(m *testing.M) {
	if len(os.Args) == 5 && os.Args[1] == childMark {
		os.Exit(runChild(os.Args[2], os.Args[3], os.Args[4]))
	}
	os.Exit(m.Run())
}

func TestWordsAreCountedAsTheMethodSays(t *testing.T) {
	tests := []struct{ name, one, other string }{
		{"case and punctuation", "Pain, severe.", "pain severe"},
		{"ligatures", "ﬁrst oﬃce", "first office"},
		{"hyphens of any kind", "follow-up co\u00ADpay 3–6", "follow‑up co-pay 3-6"},
		{"full width", "ＡＢＣ １２", "abc 12"},
		{"scripts without spaces", "日本 語", "日 本語"},
		{"boxes of a form", "[X] Yes [ ] No", "Yes No"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := comparePage(words(test.one), words(test.other))
			if s.f1() != 1 || s.ours == 0 {
				t.Errorf("%v and %v do not agree", words(test.one), words(test.other))
			}
		})
	}
	if s := comparePage(words("a a b"), words("a c")); s != (score{3, 2, 1}) || s.recall() != 0.5 {
		t.Errorf("the score is %+v", s)
	}
}

func TestTheOddReaderIsWrong(t *testing.T) {
	page := func(text string) []map[string]int { return []map[string]int{words(text)} }
	file := func() fileResult {
		return fileResult{readings: [3]reading{{outcome: wasRead}, {outcome: wasRead}, {outcome: wasRead}}}
	}
	f := file()
	f.judge([3][]map[string]int{page("one two three"), page("four five six"), page("one two three")})
	if f.wrong != [3]bool{false, true, false} || f.best != 2 {
		t.Errorf("wrong are %v, the best is %d", f.wrong, f.best)
	}
	f = file()
	f.readings[0].apart = map[int]bool{0: true}
	f.judge([3][]map[string]int{page("one"), page("two"), page("two")})
	if _, compared := f.compared(); f.wrong != [3]bool{} || compared {
		t.Errorf("a page set apart counts: %v", f.wrong)
	}
}

func TestReadersRunInProcessesOfTheirOwn(t *testing.T) {
	made, err := records.PDF("Acupuncture was denied.\n")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	record, letter := filepath.Join(dir, "record.pdf"), filepath.Join(dir, "letter.pdf")
	for path, data := range map[string][]byte{record: made, letter: []byte("Dear Sir or Madam")} {
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	usual := limits{time: time.Minute, memory: 1024}
	for _, reader := range readers {
		if _, err := exec.LookPath(reader); reader != "imr" && err != nil {
			t.Logf("%s is not installed", reader)
			continue
		}
		if r := read(context.Background(), os.Args[0], reader, record, usual); r.outcome != wasRead || !strings.Contains(r.pages[0], "Acupuncture was denied.") {
			t.Errorf("%s: %+v", reader, r)
		}
		if r := read(context.Background(), os.Args[0], reader, letter, usual); r.outcome != hadError {
			t.Errorf("%s reads what is no PDF: %+v", reader, r)
		}
		if r := read(context.Background(), os.Args[0], reader, record, limits{time: time.Microsecond, memory: 1024}); r.outcome != hung {
			t.Errorf("%s is done in a microsecond: %+v", reader, r)
		}
	}
}

func TestTooMuchMemoryIsACrash(t *testing.T) {
	long, err := records.PDF(strings.Repeat("Acupuncture was denied.\n\n", 20_000))
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "long.pdf")
	if err := os.WriteFile(path, long, 0o600); err != nil {
		t.Fatal(err)
	}
	if r := read(context.Background(), os.Args[0], "imr", path, limits{time: time.Minute, memory: 1}); r.outcome != crashed {
		t.Errorf("imr reads a long file in one MiB of memory: %s", r.outcome)
	}
}

func TestTheReportAddsUp(t *testing.T) {
	var r report
	for i, outcome := range []outcome{wasRead, hadError, hung, crashed} {
		f := fileResult{path: fmt.Sprintf("%d.pdf", i), readings: [3]reading{{outcome: outcome, kind: "damaged"}, {outcome: wasRead}, {outcome: wasRead}}, best: 1}
		f.with[1] = score{ours: 10 * i, theirs: 40, both: 10 * i}
		r.add(f)
	}
	var out bytes.Buffer
	r.print(&out, 1)
	for _, want := range []string{"damaged: 1", "3 files that both tools read are not read by imr", "0.3750", "0.000      0/    40/     0 0.pdf"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("the report lacks %q:\n%s", want, out.String())
		}
	}
}
