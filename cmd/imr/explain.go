package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"imr"
)

type explainCommand struct {
	Path string `arg:"" help:"A result's folder, or its decision.json."`
	JSON bool   `name:"json" help:"Print the items with their reasons and facts as JSON lines."`
}

// Run explains a decision: for each sentence of the letter, the rule, the law and the place in the record it rests on.
func (c explainCommand) Run(s *session) error {
	d, err := readDecision(c.Path)
	if err != nil {
		return err
	}
	if c.JSON {
		e := json.NewEncoder(s.stdout)
		e.SetEscapeHTML(false)
		for _, it := range d.Items {
			if err := e.Encode(it); err != nil {
				return err
			}
		}
		return nil
	}
	explain(s.stdout, d)
	return nil
}

func readDecision(path string) (imr.Decision, error) {
	var d imr.Decision
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		path = filepath.Join(path, "decision.json")
	}
	b, err := os.ReadFile(path)
	if err != nil {
		return d, misuse("%v; name a result's folder, as in imr explain out/case-1", err)
	}
	if err := json.Unmarshal(b, &d); err != nil {
		return d, misuse("%s is not a decision: %v", path, err)
	}
	if d.Schema != imr.DecisionSchema {
		return d, misuse("%s has the schema %q; this program explains %q", path, d.Schema, imr.DecisionSchema)
	}
	return d, nil
}

// width is how wide explanations are printed, in characters.
const width = 100

// page writes an explanation with indentation and wrapped lines.
type page struct {
	w     io.Writer
	facts map[string]imr.StatedFact
}

func (p page) line(indent int, format string, args ...any) {
	pad := strings.Repeat(" ", indent)
	rest := pad
	for _, word := range strings.Fields(fmt.Sprintf(format, args...)) {
		if len([]rune(rest))+1+len([]rune(word)) > width && strings.TrimSpace(rest) != "" {
			fmt.Fprintln(p.w, rest)
			rest = pad + "  "
		}
		if strings.TrimSpace(rest) != "" {
			rest += " "
		}
		rest += word
	}
	fmt.Fprintln(p.w, strings.TrimRight(rest, " "))
}

func explain(w io.Writer, d imr.Decision) {
	p := page{w, map[string]imr.StatedFact{}}
	for _, f := range d.Facts {
		p.facts[f.ID] = f
	}
	p.line(0, "Case %s: %s", d.Case.ID, strings.ToUpper(d.Status))
	for _, l := range d.Law {
		p.line(2, "law: %s in the version of %s", l.Section, l.Version)
	}
	for _, it := range d.Items {
		p.item(it)
	}
	p.line(0, "")
	p.line(0, "All facts")
	for _, f := range d.Facts {
		p.fact(2, f)
	}
	p.summary(d)
	p.flags(d)
}

func (p page) item(it imr.ItemResult) {
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
		var changes []string
		for _, c := range f.Changes {
			changes = append(changes, fmt.Sprintf("%s were %s instead of %s", c.Fact, value(c.To), value(c.From)))
		}
		p.line(2, "would be %s if %s", f.Outcome, strings.Join(changes, " and "))
	}
	for _, q := range it.Questions {
		p.line(2, "to find out: %s", q)
	}
}

// fact prints a fact with every place that states it, or the pages that were searched.
func (p page) fact(indent int, f imr.StatedFact) {
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

func (p page) places(indent int, list []imr.Evidence) {
	var searched []string
	for _, e := range list {
		if e.Quote == "" {
			searched = append(searched, fmt.Sprintf("%s page %d", e.File, e.Page))
			continue
		}
		reading := ""
		if e.Reading != "" {
			reading = " reads " + e.Reading
		}
		p.line(indent, "%s, page %d, line %d%s: “%s”", e.File, e.Page, e.Line, reading, e.Quote)
	}
	if len(searched) > 0 {
		p.line(indent, "pages searched: %s", strings.Join(searched, ", "))
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

func (p page) summary(d imr.Decision) {
	p.line(0, "")
	p.line(0, "The clinical summary rests on")
	for _, n := range d.Letter.Summary {
		p.line(2, "%s: %s", n.Name, n.Value)
		p.places(5, n.Evidence)
	}
	p.line(0, "")
	p.line(0, "Documents")
	for _, r := range d.Letter.Documents {
		p.line(2, "%s %s: %s, pages %d to %d", r.Kind, r.Date, r.File, r.First, r.Last)
	}
}

func (p page) flags(d imr.Decision) {
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
