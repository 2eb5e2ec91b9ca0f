package report

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"
	"text/tabwriter"
)

// Status writes where every case stands, as a table for people.
func Status(w io.Writer, rows []Row) error {
	all := map[string]int{}
	overdue, soon := 0, 0
	for _, r := range rows {
		all[r.Stands]++
		if r.Overdue {
			overdue++
		}
		if r.soon {
			soon++
		}
	}
	_, err := fmt.Fprintf(w, "%d cases: %s\n%d overdue, %d due within %d days\n", len(rows), counted(all), overdue, soon, soonDays)
	if err != nil || len(rows) == 0 {
		return err
	}
	if _, err := fmt.Fprintln(w); err != nil {
		return err
	}
	return table(w, rows)
}

func table(w io.Writer, rows []Row) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "case\twhere it stands\tdue\t\tseconds\tnot read\tsee")
	for _, r := range rows {
		fmt.Fprintf(t, "%s\t%s\t%s\t%s\t%s\t%s\t%s\n", visible(r.Case), r.Stands, r.Due, r.mark(), r.seconds(), r.unread(), visible(r.see()))
	}
	return t.Flush()
}

// mark is what catches the eye beside the day.
func (r Row) mark() string {
	var marks []string
	if r.Priority != "standard" {
		marks = append(marks, r.Priority)
	}
	if r.Overdue {
		marks = append(marks, "OVERDUE")
	}
	if r.soon {
		marks = append(marks, "soon")
	}
	return strings.Join(marks, ", ")
}

func (r Row) seconds() string {
	if r.Seconds == 0 {
		return ""
	}
	return fmt.Sprintf("%.1f", r.Seconds)
}

func (r Row) unread() string {
	if r.Unread == 0 {
		return ""
	}
	return fmt.Sprintf("%d of %d pages", r.Unread, max(r.Pages, r.Unread))
}

// see is where to look next: the result's folder, or why there is none.
func (r Row) see() string {
	if r.Reason != "" {
		return r.Reason
	}
	if r.Stands == Waiting || r.Stands == InWork {
		return ""
	}
	return r.Folder + "/"
}

// visible is a text without characters that steer a terminal or break a line of a table.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		if !strconv.IsPrint(r) {
			return '\ufffd'
		}
		return r
	}, s)
}

// CSV writes the cases for a spreadsheet. A text that a spreadsheet would take for a formula gets a sign before it.
func CSV(w io.Writer, rows []Row) error {
	c := csv.NewWriter(w)
	records := [][]string{{"case", "folder", "stands", "status", "priority", "due", "overdue", "tries", "pages", "unread", "seconds", "reason"}}
	for _, r := range rows {
		records = append(records, []string{harmless(r.Case), harmless(r.Folder), r.Stands, r.Status, r.Priority, r.Due, strconv.FormatBool(r.Overdue), strconv.Itoa(r.Tries),
			strconv.Itoa(r.Pages), strconv.Itoa(r.Unread), strconv.FormatFloat(r.Seconds, 'f', 3, 64), harmless(r.Reason)})
	}
	return c.WriteAll(records)
}

func harmless(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return "'" + s
	}
	return s
}

// Text writes the report for people.
func (s Summary) Text(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "Report of %s\n\n", s.At)
	fmt.Fprintf(&b, "Done since %s: %d cases, %d pages, %d of them not read\n", s.Since, s.Done, s.Pages, s.Unread)
	fmt.Fprintf(&b, "Items: %s\n", counted(s.Outcomes))
	fmt.Fprintf(&b, "Referred by: %s\n", counted(s.Referred))
	fmt.Fprintf(&b, "All %d cases: %s\n", s.Cases, counted(s.Stands))
	for _, list := range s.lists() {
		fmt.Fprintf(&b, "\n%s: %d\n", list.Title, len(list.Rows))
		if len(list.Rows) == 0 {
			continue
		}
		if err := table(&b, list.Rows); err != nil {
			return err
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// named is a list of cases with its title.
type named struct {
	Title string
	Rows  []Row
}

func (s Summary) lists() []named {
	return []named{{"Overdue", s.Overdue}, {fmt.Sprintf("Due within %d days", soonDays), s.Soon}, {"Waiting for a person", s.Review}, {"Not processed", s.Failed}, {"Slowest of this run", s.Slowest}}
}
