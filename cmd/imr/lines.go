package main

import (
	"fmt"
	"strings"

	"imr"
)

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
	line := fmt.Sprintf("%d  %s  requested %s  authorized %s  disputed %s  %s  %s", it.N, it.Text, requested, number(it.Authorized), number(it.Disputed), strings.ToUpper(string(it.Outcome)), reason)
	return strings.TrimRight(line, " ")
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
	switch {
	case len(d.Inputs) == 0:
		add("the folder is empty; put the case's PDFs into it")
	case d.Status == imr.Unreadable && len(out) == 0:
		add("no page holds anything that could be read; print the papers to new PDFs, or ask for better copies")
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
