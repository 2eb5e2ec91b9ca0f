package report

import (
	_ "embed"
	"fmt"
	"html/template"
	"io"
)

//go:embed page.html
var pageText string

// page is what the template prints.
type page struct {
	Title string
	Lines []string
	Lists []pageList
}

type pageList struct {
	Title string
	Rows  []pageRow
}

type pageRow struct {
	Row
	Mark, NotRead, See string
}

func pageListOf(l named) pageList {
	out := pageList{Title: l.Title}
	for _, r := range l.Rows {
		out.Rows = append(out.Rows, pageRow{r, r.mark(), r.unread(), r.see()})
	}
	return out
}

func (p page) write(w io.Writer) error {
	t, err := template.New("page").Parse(pageText)
	if err != nil {
		return err
	}
	return t.Execute(w, p)
}

// HTML writes the report as a page for a browser. It needs nothing but itself.
func (s Summary) HTML(w io.Writer) error {
	p := page{Title: "Report of " + s.At, Lines: []string{
		fmt.Sprintf("Done since %s: %d cases, %d pages, %d of them not read.", s.Since, s.Done, s.Pages, s.Unread),
		"Items: " + counted(s.Outcomes), "Referred by: " + counted(s.Referred), fmt.Sprintf("All %d cases: %s", s.Cases, counted(s.Stands)),
	}}
	for _, l := range s.lists() {
		p.Lists = append(p.Lists, pageListOf(l))
	}
	return p.write(w)
}

// Failures are the cases that a person must look at because they could not be processed.
func Failures(rows []Row) []Row {
	var out []Row
	for _, r := range rows {
		if r.Stands == Failed || r.Stands == Unreadable {
			out = append(out, r)
		}
	}
	return out
}

// FailedPage writes the page of the cases that could not be processed, each with its reason.
func FailedPage(w io.Writer, failures []Row) error {
	return page{Title: "Cases that could not be processed", Lines: []string{
		"Failed: the program gave the case up, for the reason given; imr retry takes it up again. Unreadable: nothing in it could be read; its decision.json says why, file by file. Ask for better copies and put the whole case into the inbox again.",
	}, Lists: []pageList{pageListOf(named{"Cases", failures})}}.write(w)
}
