package main

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strings"
	"time"
)

// report adds up results.
type report struct{ files []fileResult }

func (r *report) add(f fileResult) { r.files = append(r.files, f) }

func (r *report) print(w io.Writer, worst int) {
	fmt.Fprintf(w, "%-10s %6s %6s %6s %6s %6s %9s  errors by kind\n", "reader", "read", "error", "wrong", "hang", "crash", "seconds")
	for i, name := range readers {
		r.printReader(w, i, name)
	}
	fmt.Fprintf(w, "\n%-18s %7s %9s %9s %9s\n", "imr against", "files", "words", "recall", "precision")
	r.printAgreement(w, "pdftotext", func(f *fileResult) int { return 1 })
	r.printAgreement(w, "mutool", func(f *fileResult) int { return 2 })
	r.printAgreement(w, "best", func(f *fileResult) int { return f.best })
	r.printByFile(w, "best, mean by file", func(*fileResult) bool { return true })
	r.printByFile(w, "… no page unread", func(f *fileResult) bool { return f.readings[0].outcome == wasRead && len(f.readings[0].unread) == 0 })
	r.printApart(w)
	r.printLeft(w)
	r.printWorst(w, worst)
}

func (r *report) printReader(w io.Writer, i int, name string) {
	count, kinds := map[outcome]int{}, map[string]int{}
	wrong := 0
	var took time.Duration
	for _, f := range r.files {
		count[f.readings[i].outcome]++
		took += f.readings[i].took
		if f.readings[i].outcome == hadError {
			kinds[f.readings[i].kind]++
		}
		if f.wrong[i] {
			wrong++
		}
	}
	var list []string
	for _, kind := range slices.Sorted(maps.Keys(kinds)) {
		list = append(list, fmt.Sprintf("%s: %d", kind, kinds[kind]))
	}
	fmt.Fprintf(w, "%-10s %6d %6d %6d %6d %6d %9.1f  %s\n", name, count[wasRead], count[hadError], wrong, count[hung], count[crashed], took.Seconds(), strings.Join(list, "; "))
}

func (r *report) printAgreement(w io.Writer, name string, tool func(*fileResult) int) {
	var total score
	files := 0
	for i := range r.files {
		f := &r.files[i]
		if n := tool(f); n > 0 && f.readings[n].outcome == wasRead {
			total.add(f.with[n])
			files++
		}
	}
	fmt.Fprintf(w, "%-18s %7d %9d %9.4f %9.4f\n", name, files, total.theirs, total.recall(), total.precision())
}

// printByFile prints the means over files with words, in which a long file counts no more than a short one.
func (r *report) printByFile(w io.Writer, name string, of func(*fileResult) bool) {
	files, good := 0, 0
	recall, precision := 0.0, 0.0
	for i := range r.files {
		if s, ok := r.files[i].compared(); ok && of(&r.files[i]) {
			files++
			recall += s.recall()
			precision += s.precision()
			if s.recall() >= 0.98 && s.precision() >= 0.98 {
				good++
			}
		}
	}
	n := float64(max(files, 1))
	fmt.Fprintf(w, "%-18s %7d %9s %9.4f %9.4f   %d of these files (%.1f %%) have .98 of both\n", name, files, "", recall/n, precision/n, good, 100*float64(good)/n)
}

// printApart tells how many pages do not count, and for how many files imr says that it could not read a page.
func (r *report) printApart(w io.Writer) {
	apart, named := 0, 0
	for i := range r.files {
		apart += r.files[i].apart
		if f := &r.files[i]; f.readings[0].outcome == wasRead && len(f.readings[0].unread) > 0 {
			named++
		}
	}
	fmt.Fprintf(w, "%d pages with hidden text are set apart; of %d files imr names pages as unread, which go to pdfium or to text recognition\n", apart, named)
}

// printLeft lists the files that both tools read and imr does not.
func (r *report) printLeft(w io.Writer) {
	var left []string
	for _, f := range r.files {
		if f.readings[0].outcome != wasRead && f.readings[1].outcome == wasRead && f.readings[2].outcome == wasRead {
			left = append(left, fmt.Sprintf("  %s (%s %s)", f.path, f.readings[0].outcome, f.readings[0].kind))
		}
	}
	fmt.Fprintf(w, "\n%d files that both tools read are not read by imr\n", len(left))
	for _, line := range left {
		fmt.Fprintln(w, line)
	}
}

func (r *report) printWorst(w io.Writer, n int) {
	files := slices.Clone(r.files)
	files = slices.DeleteFunc(files, func(f fileResult) bool { _, ok := f.compared(); return !ok })
	slices.SortStableFunc(files, func(a, b fileResult) int {
		s, _ := a.compared()
		t, _ := b.compared()
		return cmp.Compare(s.f1(), t.f1())
	})
	fmt.Fprintf(w, "\nThe %d files that agree least: F1, words ours/theirs/both, file\n", min(n, len(files)))
	for _, f := range files[:min(n, len(files))] {
		s, _ := f.compared()
		fmt.Fprintf(w, "  %.3f %6d/%6d/%6d %s\n", s.f1(), s.ours, s.theirs, s.both, f.path)
	}
}

// writeTable writes a row a file, for a closer look.
func (r *report) writeTable(path string) error {
	if path == "" {
		return nil
	}
	var b strings.Builder
	b.WriteString("file\timr\tpdftotext\tmutool\twrong\tours\ttheirs\tboth\tf1\tours2\ttheirs2\tboth2\tapart\tms\tunread\n")
	for _, f := range r.files {
		s, m := f.with[1], f.with[2]
		best, _ := f.compared()
		var unread []string
		for _, u := range f.readings[0].unread {
			unread = append(unread, fmt.Sprintf("%d: %s", u.Page, u.Reason))
		}
		fmt.Fprintf(&b, "%s\t%s %s\t%s\t%s\t%v\t%d\t%d\t%d\t%.4f\t%d\t%d\t%d\t%d\t%d\t%s\n", f.path, f.readings[0].outcome, f.readings[0].kind, f.readings[1].outcome, f.readings[2].outcome,
			f.wrong, s.ours, s.theirs, s.both, best.f1(), m.ours, m.theirs, m.both, f.apart, f.readings[0].took.Milliseconds(), strings.Join(unread[:min(len(unread), 5)], "; "))
	}
	return os.WriteFile(path, []byte(b.String()), 0o644)
}
