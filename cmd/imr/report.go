package main

import (
	"encoding/json"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"imr"
)

// printer tells of each case as it is done and counts them.
type printer struct {
	out, err io.Writer
	json     bool

	cases, unprocessed int
	statuses, outcomes map[string]int
}

func newPrinter(s *session, asJSON bool) *printer {
	return &printer{out: s.stdout, err: s.stderr, json: asJSON, statuses: map[string]int{}, outcomes: map[string]int{}}
}

// line is what --json prints for a case.
type line struct {
	Case    string           `json:"case"`
	Status  string           `json:"status,omitempty"`
	Items   []imr.ItemResult `json:"items,omitempty"`
	Folder  string           `json:"folder,omitempty"`
	Already bool             `json:"already_done,omitempty"`
	Error   string           `json:"error,omitempty"`
}

func (p *printer) tell(d done) {
	p.cases++
	switch {
	case d.err != nil:
		p.unprocessed++
		p.statuses["failed"]++
	case d.already != "":
		p.statuses["already done"]++
	default:
		p.count(d.decision)
	}
	if p.json {
		p.tellJSON(d)
		return
	}
	p.tellText(d)
}

func (p *printer) count(d imr.Decision) {
	p.statuses[d.Status]++
	if d.Status == imr.Unreadable {
		p.unprocessed++
	}
	for _, it := range d.Items {
		p.outcomes[string(it.Outcome)]++
	}
}

func (p *printer) tellJSON(d done) {
	l := line{Case: d.id, Status: d.decision.Status, Items: d.decision.Items, Folder: d.place.Dir, Already: d.already != ""}
	if l.Already {
		l.Folder = d.already
	}
	if d.err != nil {
		l = line{Case: d.id, Error: d.err.Error()}
	}
	e := json.NewEncoder(p.out)
	e.SetEscapeHTML(false)
	if err := e.Encode(l); err != nil {
		fmt.Fprintln(p.err, "imr:", err)
	}
}

func (p *printer) tellText(d done) {
	switch {
	case d.err != nil:
		fmt.Fprintf(p.err, "imr: %v\n", d.err)
		return
	case d.already != "":
		fmt.Fprintf(p.out, "%s  already done, see %s\n", d.id, d.already)
		return
	}
	fmt.Fprintf(p.out, "%s  %s\n", d.id, strings.ToUpper(d.decision.Status))
	for _, it := range d.decision.Items {
		fmt.Fprintln(p.out, " ", itemLine(it))
	}
	for _, text := range reasonsOf(d.decision) {
		fmt.Fprintln(p.out, "    "+text)
	}
	if d.place.Earlier != "" {
		fmt.Fprintf(p.err, "imr: %s: another case with this name and other content lies in %s; this one is written to %s\n", d.id, d.place.Earlier, d.place.Name)
	}
	if d.decision.Status == imr.Unreadable {
		fmt.Fprintf(p.out, "  why: %s\n", filepath.Join(d.place.Dir, "decision.json"))
		return
	}
	fmt.Fprintf(p.out, "  letter: %s\n", filepath.Join(d.place.Dir, "letter.pdf"))
}

// itemLine is one item in a line: number, text, requested, authorized, disputed, outcome, first reason.
func itemLine(it imr.ItemResult) string {
	requested, reason := "?", ""
	if it.Requested != nil {
		requested = span(*it.Requested)
	}
	for _, r := range it.Reasons {
		if len(it.Rules) > 0 && r.Rule == it.Rules[0] && len(r.Law) == 0 {
			reason = r.Sentence
			break
		}
	}
	return fmt.Sprintf("%d  %s  requested %s  authorized %s  disputed %s  %s  %s", it.N, it.Text, requested, number(it.Authorized), number(it.Disputed), strings.ToUpper(string(it.Outcome)), reason)
}

func span(r imr.Range) string {
	if r.Low == r.High {
		return fmt.Sprintf("%g", r.High)
	}
	return fmt.Sprintf("%g-%g", r.Low, r.High)
}

func number(n *int) string {
	if n == nil {
		return "?"
	}
	return fmt.Sprint(*n)
}

// reasonsOf says why a case is not decided: the questions of referred items, and what could not be read.
func reasonsOf(d imr.Decision) []string {
	var out []string
	seen := map[string]bool{}
	add := func(text string) {
		if !seen[text] {
			seen[text] = true
			out = append(out, text)
		}
	}
	if d.Status == imr.Referred || d.Status == imr.Ineligible {
		for _, f := range d.Flags {
			if stopsReview(d, f.Code) {
				add(f.Text)
			}
		}
	}
	for _, it := range d.Items {
		for _, q := range it.Questions {
			add("to find out: " + q)
		}
	}
	for _, in := range d.Inputs {
		for _, u := range in.Unread {
			add(unreadLine(in.File, u))
		}
	}
	return out
}

func stopsReview(d imr.Decision, code string) bool {
	for _, it := range d.Items {
		for _, r := range it.Rules {
			if r == "gate-"+code {
				return true
			}
		}
	}
	return len(d.Items) == 0
}

func unreadLine(file string, u imr.Unread) string {
	if u.Page == 0 {
		return fmt.Sprintf("not read: %s: %s", file, u.Reason)
	}
	return fmt.Sprintf("not read: %s, page %d: %s", file, u.Page, u.Reason)
}
