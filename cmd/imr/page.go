package main

import (
	"fmt"
	"strings"

	"imr"
	"imr/render"
)

// page collects an explanation, line by line, before it is printed in one of the formats.
type page struct {
	facts map[string]imr.StatedFact
	lines []outlineLine
}

// outlineLine is a line of an explanation; what is said under it is indented further.
type outlineLine struct {
	indent int // in characters
	text   string
}

func (p *page) line(indent int, format string, args ...any) {
	p.lines = append(p.lines, outlineLine{indent, visible(fmt.Sprintf(format, args...))})
}

func (p *page) item(it imr.ItemResult) {
	p.line(0, "")
	p.line(0, "Item %d: %s", it.N, it.Text)
	p.line(2, "outcome: %s, by %s", strings.ToUpper(string(it.Outcome)), strings.Join(it.Rules, ", "))
	for i, r := range it.Reasons {
		p.line(2, "%d. %s", i+1, r.Sentence)
		p.line(5, "rule: %s", r.Rule)
		for _, q := range r.Law {
			p.line(5, "law: %s, version of %s: “%s”", q.Section, q.Version, q.Quote)
		}
		for _, id := range r.Facts {
			p.fact(5, p.facts[id])
		}
	}
	for _, f := range it.Flips {
		p.line(2, "what would change it: %s", render.Counterfactual(f))
	}
	for _, q := range it.Questions {
		p.line(2, "to find out: %s", q)
	}
}

// fact prints a fact with every place that states it, or the pages that were searched.
func (p *page) fact(indent int, f imr.StatedFact) {
	if f.ID == "" {
		return
	}
	item := ""
	if f.Item != nil {
		item = fmt.Sprintf(" (item %d)", *f.Item)
	}
	p.line(indent, "%s %s%s: %s, %s", f.ID, f.Name, item, f.Status, value(f.Value))
	p.places(indent+3, f.Evidence)
}

func (p *page) places(indent int, list []imr.Evidence) {
	var named []string
	for _, e := range list {
		if e.Quote == "" {
			named = append(named, placeOf(e))
			continue
		}
		reading := ""
		if e.Reading != "" {
			reading = " reads " + e.Reading
		}
		p.line(indent, "%s%s: “%s”", placeOf(e), reading, e.Quote)
	}
	if len(named) > 0 {
		p.line(indent, "pages: %s", strings.Join(named, "; "))
	}
}

func value(v any) string {
	switch x := v.(type) {
	case nil:
		return "not known"
	case imr.Range:
		return span(x)
	case []any:
		var out []string
		for _, e := range x {
			out = append(out, fmt.Sprint(e))
		}
		if len(out) == 0 {
			return "none"
		}
		return strings.Join(out, ", ")
	}
	return fmt.Sprint(v)
}

func (p *page) summary(d imr.Decision) {
	p.line(0, "")
	p.line(0, "The clinical summary rests on")
	for _, n := range d.Letter.Summary {
		p.line(2, "%s: %s", n.Name, n.Value)
		p.places(5, n.Evidence)
	}
	p.line(0, "")
	p.line(0, "Documents")
	for _, r := range d.Letter.Documents {
		p.line(2, "%s %s: %s", r.Kind, r.Date, pagesOf(r))
	}
}

func (p *page) flags(d imr.Decision) {
	if len(d.Flags) > 0 {
		p.line(0, "")
		p.line(0, "For the reviewer")
	}
	for _, f := range d.Flags {
		p.line(2, "%s: %s", f.Code, f.Text)
		p.places(5, f.Evidence)
	}
	for _, in := range d.Inputs {
		for _, u := range in.Unread {
			p.line(2, "%s", unreadLine(in.File, u))
		}
	}
}

// sentences prints every sentence of the letter with what it rests on.
func (p *page) sentences(list []traced) {
	if len(list) == 0 {
		return
	}
	p.line(0, "")
	p.line(0, "The letter, sentence by sentence")
	for _, t := range list {
		if t.Kind == imr.FromForm {
			continue
		}
		p.line(2, "“%s”", t.Sentence)
		p.grounds(t)
	}
	p.line(0, "")
	p.line(0, "Any other sentence of the letter is fixed text of the program and rests on nothing in the record.")
}

func (p *page) grounds(t traced) {
	if t.Kind == imr.FromReviewer {
		p.line(5, "stated by the configuration or the reviewer's file")
	}
	if t.Rule != "" {
		p.line(5, "rule: %s", t.Rule)
	}
	for _, l := range t.Law {
		p.line(5, "law: %s, version of %s", l.Section, l.Version)
	}
	for _, g := range t.On {
		p.line(5, "%s %s: %s", g.ID, g.Name, strings.Join(g.Places, "; "))
	}
}
