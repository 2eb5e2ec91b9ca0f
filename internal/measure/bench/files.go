package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"imr/internal/pdf"
	"imr/internal/records"
)

// makeMark is the first argument of a process that makes the files. It is not the one that measures: a process takes over the peak
// memory of the one that starts it.
const makeMark = "make-files"

// lengths of the files that are made, in pages.
var lengths = []int{10, 150, 2000}

// file is what is read: one PDF, or several one after the other.
type file struct {
	name  string
	paths []string
	pages int
}

// filesOf lets the files be made and lists them, and the PDFs of a folder as one more.
func filesOf(work, dir string) ([]file, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	if out, err := exec.Command(self, makeMark, work).CombinedOutput(); err != nil {
		return nil, fmt.Errorf("the files to read cannot be made: %w: %s", err, out)
	}
	var files []file
	for _, n := range lengths {
		files = append(files, file{"text, as made", []string{plainName(work, n)}, n}, file{"text, packed", []string{packedName(work, n)}, n})
	}
	if dir == "" {
		return files, nil
	}
	folder, err := folderOf(dir)
	return append(files, folder), err
}

func plainName(work string, pages int) string {
	return filepath.Join(work, fmt.Sprintf("%d.pdf", pages))
}

func packedName(work string, pages int) string {
	return filepath.Join(work, fmt.Sprintf("%d-packed.pdf", pages))
}

// makeFiles writes each file as it is made and packed as other programs pack theirs.
func makeFiles(work string) error {
	text, err := twinsIn(".")
	if err != nil {
		return err
	}
	for _, n := range lengths {
		if err := makePlain(work, text, n); err != nil {
			return err
		}
		if err := qpdf("--object-streams=generate", "--stream-data=compress", plainName(work, n), packedName(work, n)); err != nil {
			return err
		}
	}
	return nil
}

// isPlain tells lines that make text from those that break pages, or make them pictures, forms or damaged.
func isPlain(line string) bool {
	name, _, _ := strings.Cut(strings.TrimSpace(line), " ")
	return !strings.HasPrefix(line, "====") && (!strings.HasPrefix(line, "@") || slices.Contains([]string{"@font", "@size", "@header", "@footer"}, name))
}

// twinsIn returns the text of all twins as plain text, so that pages are full.
func twinsIn(root string) (string, error) {
	var text strings.Builder
	for _, folder := range []string{"samples", "testdata"} {
		found, err := records.Find(filepath.Join(root, folder))
		if err != nil {
			return "", err
		}
		for _, t := range found {
			b, err := os.ReadFile(t.Text)
			if err != nil {
				return "", err
			}
			for line := range strings.Lines(string(b)) {
				if isPlain(line) {
					text.WriteString(line)
				}
			}
			text.WriteString("\n")
		}
	}
	return text.String(), nil
}

// makePlain makes a file of so many pages.
func makePlain(work, text string, pages int) error {
	part, err := records.PDF(text)
	if err != nil {
		return err
	}
	read, err := pdf.Read("made.pdf", part)
	if err != nil {
		return err
	}
	made, err := records.PDF(strings.Repeat(text, pages/len(read.Pages)+1))
	if err != nil {
		return err
	}
	long := filepath.Join(work, "long.pdf")
	if err := os.WriteFile(long, made, 0o600); err != nil {
		return err
	}
	return qpdf("--stream-data=uncompress", "--object-streams=disable", long, "--pages", ".", fmt.Sprintf("1-%d", pages), "--", plainName(work, pages))
}

func qpdf(args ...string) error {
	if out, err := exec.Command("qpdf", args...).CombinedOutput(); err != nil {
		return fmt.Errorf("qpdf cannot prepare a file: %w: %s", err, out)
	}
	return nil
}

// folderOf takes the PDFs below a folder as one file.
func folderOf(dir string) (file, error) {
	f := file{name: filepath.Base(dir)}
	err := filepath.WalkDir(dir, func(path string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.EqualFold(filepath.Ext(path), ".pdf") {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		if read, err := pdf.Read(path, data); err == nil {
			f.paths, f.pages = append(f.paths, path), f.pages+len(read.Pages)
		}
		return nil
	})
	return f, err
}
