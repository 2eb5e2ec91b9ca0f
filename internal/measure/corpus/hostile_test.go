package main

import (
	"bytes"
	"compress/zlib"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// The limits of reading the files below. The file itself counts for the memory.
var most = limits{time: time.Minute, memory: 1024}

// summary is what came of a file.
type summary struct {
	err    string
	pages  int
	lines  int
	unread map[string]int // how many pages, by a word of the reason
}

func TestHostileFilesEndInTimeAndMemory(t *testing.T) {
	program := filepath.Join(t.TempDir(), "corpus") // built anew: under the race detector this program needs ten times as much of all
	if out, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	zeros := strings.Repeat(" ", 100<<20)
	twice := func(x string) string { return "/A Do /B Do " + x + " /B Do /A Do" }
	tests := []struct {
		name string
		file func() string
		want summary
	}{
		{"a chain of 100,000 cross-reference sections", func() string { return chain(100_000) }, summary{pages: 1, lines: 1}},
		{"a page tree 100,000 deep", func() string { return deepTree(100_000) }, summary{pages: 1, unread: map[string]int{"cut off": 1}}},
		{"a page tree that branches into itself", func() string {
			return written("<</Type/Catalog/Pages 2 0 R>>", "<</Kids["+strings.Repeat("2 0 R ", 1000)+"3 0 R]>>", "<</Kids["+strings.Repeat("2 0 R 3 0 R ", 1000)+"4 0 R]>>", "<</Type/Page>>")
		}, summary{pages: 1, unread: map[string]int{"cut off": 1}}},
		{"forms that draw each other", func() string {
			return onePage(streamed("", twice(good)), "", streamed("/Subtype/Form/Resources 5 0 R", twice("")), streamed("/Subtype/Form/Resources 5 0 R", twice("")))
		}, summary{pages: 1, lines: 1}},
		{"forms that multiply", func() string { return onePage(streamed("", "/A Do "+good), "", multiplied(20)...) }, summary{pages: 1, unread: map[string]int{"too much": 1}}},
		{"a stream that unpacks to 100 MB", func() string { return onePage(streamed("/Filter/FlateDecode", packed(good+zeros)), "") }, summary{pages: 1, lines: 1, unread: map[string]int{"damaged": 1}}},
		{"a stream that is packed twice", func() string {
			return onePage(streamed("/Filter[/FlateDecode/FlateDecode]", packed(packed(good+zeros))), "")
		}, summary{pages: 1, lines: 1, unread: map[string]int{"damaged": 1}}},
		{"500 pages of that stream", func() string {
			return written("<</Type/Catalog/Pages 2 0 R>>", "<</Kids["+strings.Repeat("3 0 R ", 500)+"]>>", "<</Type/Page/Contents 4 0 R>>", streamed("/Filter/FlateDecode", packed(zeros)))
		}, summary{pages: 500, unread: map[string]int{"damaged": 15, "too much": 485}}},
		{"arrays 2,000,000 deep", func() string {
			return onePage(streamed("", good+strings.Repeat("[", 2_000_000)), "/Annots "+strings.Repeat("[", 2_000_000))
		}, summary{pages: 1, lines: 1}},
		{"states and marks 300,000 deep", func() string {
			return onePage(streamed("", strings.Repeat("q /x BMC ", 300_000)+strings.Repeat("Q ", 300_000)+good), "")
		}, summary{pages: 1, lines: 1}},
		{"2,000,000 letters", func() string {
			return onePage(streamed("", "BT /F 12 Tf "+strings.Repeat("1 0 0 1 72 720 Tm (a) Tj ", 2_000_000)), "")
		}, summary{pages: 1, lines: 1, unread: map[string]int{"too much": 1}}},
		{"100,000 letters between 100,000 rules", func() string { return onePage(streamed("", ruled(100_000)+lettered(100_000)), "") }, summary{pages: 1, lines: 100}},
		{"100,000 letters under 100,000 areas", func() string {
			return onePage(streamed("", lettered(100_000)+strings.Repeat("0 0 1 1 re f ", 100_000)), "")
		}, summary{pages: 1, lines: 100}},
		{"a page as large as a country", func() string {
			return onePage(streamed("", good), "/MediaBox[-1"+huge+" -1"+huge+" 1"+huge+" 1"+huge+"]")
		}, summary{pages: 1, lines: 1}},
		{"a page without an area", func() string {
			return onePage(streamed("", good), "/MediaBox[5 5 5 5]/CropBox[0 0 0 0]/Rotate 1"+huge+"")
		}, summary{pages: 1, lines: 1}},
		{"letters as large as a country", func() string {
			return onePage(streamed("", good+"BT /F 1"+huge+" Tf 1"+huge+" 0 0 1"+huge+" 0 0 Tm (x) Tj ET"), "")
		}, summary{pages: 1, lines: 1}},
		{"1,000,000 annotations", func() string {
			return onePage(streamed("", good), "/Annots["+strings.Repeat("7 0 R ", 1_000_000)+"]", "<</Subtype/Widget/FT/Tx/V(x)/Rect[0 0 9 9]>>")
		}, summary{pages: 1, lines: 2}},
		{"a field that is its own parent", func() string {
			return onePage(streamed("", good), "/Annots[7 0 R]", "<</Subtype/Widget/Parent 7 0 R/Rect[0 0 9 9]>>")
		}, summary{pages: 1, lines: 1}},
		{"10,000,000 objects", func() string { return onePage(streamed("", good), "") + numbered(10_000_000) }, summary{pages: 1, lines: 1}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "it.pdf")
			file := test.file()
			if err := os.WriteFile(path, []byte(file), 0o600); err != nil {
				t.Fatal(err)
			}
			r := read(context.Background(), program, "imr", path, most)
			t.Logf("%.1f MB, %.2f s, %s of memory", float64(len(file))/1e6, r.cpu.Seconds(), r.memory)
			if got := summaryOf(r); got != fmt.Sprint(test.want) {
				t.Errorf("read as %s, want %v", got, test.want)
			}
		})
	}
}

// summaryOf puts a reading in a few words.
func summaryOf(r reading) string {
	s := summary{err: r.kind, pages: len(r.pages), unread: map[string]int{}}
	if r.outcome == hung || r.outcome == crashed {
		return string(r.outcome)
	}
	for _, p := range r.pages {
		s.lines += strings.Count(p, "\n")
	}
	for _, u := range r.unread {
		switch {
		case strings.Contains(u.Reason, "more than is read"):
			s.unread["too much"]++
		case strings.Contains(u.Reason, "is damaged"):
			s.unread["damaged"]++
		case strings.Contains(u.Reason, "is cut off"):
			s.unread["cut off"]++
		default:
			s.unread[u.Reason]++
		}
	}
	return fmt.Sprint(s)
}

// written writes a file of those objects, numbered from 1; the first is the catalogue.
func written(objects ...string) string {
	var b strings.Builder
	b.WriteString("%PDF-1.7\n")
	for i, o := range objects {
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	return b.String()
}

func streamed(entries, data string) string {
	return fmt.Sprintf("<<%s/Length %d>>stream\n%s\nendstream", entries, len(data), data)
}

func packed(data string) string {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	_, _ = w.Write([]byte(data))
	_ = w.Close()
	return b.String()
}

// onePage writes a file with a page of that content and those entries of its dictionary.
func onePage(content, entries string, objects ...string) string {
	return written(append([]string{"<</Type/Catalog/Pages 2 0 R>>", "<</Kids[3 0 R]>>", "<</Type/Page/Contents 4 0 R/Resources 5 0 R" + entries + ">>", content,
		"<</Font<</F 6 0 R>>/XObject<</A 7 0 R/B 8 0 R>>>>", "<</Subtype/Type1/BaseFont/Helvetica>>"}, objects...)...)
}

// numbered writes so many small objects, from 7 on.
func numbered(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strconv.Itoa(i+7) + " 0 obj\n1\nendobj\n")
	}
	return b.String()
}

var huge = strings.Repeat("0", 300)

const good = "BT /F 12 Tf 72 720 Td (6 visits) Tj ET "

// chain writes a file whose cross-reference sections name each other in turn.
func chain(n int) string {
	var b strings.Builder
	b.WriteString(onePage(streamed("", good), ""))
	prev := b.Len()
	fmt.Fprintf(&b, "xref\n0 0\ntrailer<</Root 1 0 R>>\n")
	for range n {
		at := b.Len()
		fmt.Fprintf(&b, "xref\n0 0\ntrailer<</Prev %d/Root 1 0 R>>\n", prev)
		prev = at
	}
	fmt.Fprintf(&b, "startxref\n%d\n%%%%EOF", prev)
	return b.String()
}

// deepTree writes a page tree of so many nodes, one below the other.
func deepTree(n int) string {
	objects := []string{"<</Type/Catalog/Pages 2 0 R>>"}
	for i := range n {
		objects = append(objects, fmt.Sprintf("<</Kids[%d 0 R]>>", i+3))
	}
	return written(append(objects, "<</Type/Page>>")...)
}

// multiplied writes forms, from object 7 on, each of which draws the next fifty times.
func multiplied(n int) []string {
	var objects []string
	for i := range n {
		objects = append(objects, streamed(fmt.Sprintf("/Subtype/Form/Resources<</XObject<</A %d 0 R>>>>", i+8), strings.Repeat("/A Do ", 50)))
	}
	return objects
}

func ruled(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "%.3f 0 m %.3f 5 l S ", float64(i)*600/float64(n), float64(i)*600/float64(n))
	}
	return b.String()
}

// lettered writes letters in 100 lines, with gaps between them.
func lettered(n int) string {
	var b strings.Builder
	b.WriteString("BT /F 2 Tf ")
	for i := range n {
		line, place := i%100, i/100
		fmt.Fprintf(&b, "1 0 0 1 %.3f %d Tm (%c) Tj ", 6+float64(place)*600*100/float64(n), 20+line*7, 'a'+i%26)
	}
	return b.String() + "ET "
}
