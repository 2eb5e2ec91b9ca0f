package main

import (
	"strconv"
	"strings"

	"imr"
)

// otherReaders says what each reader but the ordinary one is.
var otherReaders = map[string]string{imr.Pdfium: "pdfium, for damaged files", imr.Tesseract: "text recognition (tesseract)"}

// readers tells which pages were not read by the ordinary reader.
func (p *page) readers(d imr.Decision) {
	headed := false
	for _, in := range d.Inputs {
		for _, r := range in.Readers {
			if !headed {
				p.line(0, "")
				p.line(0, "Pages that the ordinary reader could not read, and which reader did")
				headed = true
			}
			p.line(2, "%s, %s: %s", in.File, pageList(r.Pages), otherReaders[r.Reader])
		}
	}
}

// pageList writes ascending numbers of pages, those in a row as first and last.
func pageList(pages []int) string {
	var parts []string
	for i := 0; i < len(pages); {
		last := i
		for last+1 < len(pages) && pages[last+1] == pages[last]+1 {
			last++
		}
		part := strconv.Itoa(pages[i])
		if last > i {
			part += " to " + strconv.Itoa(pages[last])
		}
		parts = append(parts, part)
		i = last + 1
	}
	if len(pages) == 1 {
		return "page " + parts[0]
	}
	return "pages " + strings.Join(parts, ", ")
}
