package main

import (
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strings"

	"imr"
)

type explainCommand struct {
	Path string `arg:"" help:"A result's folder, or its decision.json."`
	JSON bool   `name:"json" help:"Print JSON lines instead of text."`

	Format string `enum:"text,html" default:"text" help:"How it is printed: text or html."`
}

// Run explains a decision: for each sentence of the letter, the rule, the law and the place in the record it rests on.
func (c explainCommand) Run(s *session) error {
	d, err := readDecision(c.Path)
	if err != nil {
		return err
	}
	sentences, err := sentencesOf(d)
	if err != nil {
		return err
	}
	if c.JSON {
		return explainJSON(s.stdout, d, sentences)
	}
	p, err := explained(d, sentences)
	if err != nil {
		return err
	}
	if c.Format == "html" {
		return printHTML(s.stdout, p.lines)
	}
	printText(s.stdout, p.lines)
	return nil
}

// explainJSON prints a line for the case, and one for each item, fact and sentence.
func explainJSON(w io.Writer, d imr.Decision, sentences []traced) error {
	lines := []any{map[string]any{"case": d.Case, "status": d.Status, "law": d.Law, "flags": d.Flags, "inputs": d.Inputs}}
	for _, it := range d.Items {
		lines = append(lines, map[string]any{"item": it})
	}
	for _, f := range d.Facts {
		lines = append(lines, map[string]any{"fact": f})
	}
	for _, t := range sentences {
		lines = append(lines, t)
	}
	for _, l := range lines {
		if err := printJSON(w, l); err != nil {
			return err
		}
	}
	return nil
}

func readDecision(path string) (imr.Decision, error) {
	var d imr.Decision
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		path = filepath.Join(path, "decision.json")
	}
	b, err := os.ReadFile(path)
	if err != nil {
		return d, misuse("%s could not be read: %v; name a result's folder, as in imr explain out/case-1", path, pathless(err))
	}
	if err := json.Unmarshal(b, &d); err != nil {
		return d, misuse("%s is not a decision: %v", path, err)
	}
	if d.Schema != imr.DecisionSchema {
		return d, misuse("%s has the schema %q; this program explains %q", path, d.Schema, imr.DecisionSchema)
	}
	return d, nil
}

// explained is the whole explanation of a decision.
func explained(d imr.Decision, sentences []traced) (*page, error) {
	p := &page{facts: map[string]imr.StatedFact{}}
	for _, f := range d.Facts {
		p.facts[f.ID] = f
	}
	p.line(0, "Case %s: %s", d.Case.ID, strings.ToUpper(d.Status))
	for _, l := range d.Law {
		p.line(2, "law: %s in the version of %s", l.Section, l.Version)
	}
	for _, it := range d.Items {
		p.item(it)
		if err := p.rules(d, it.N); err != nil {
			return nil, err
		}
	}
	p.line(0, "")
	p.line(0, "All facts")
	for _, f := range d.Facts {
		p.fact(2, f)
	}
	p.summary(d)
	p.flags(d)
	p.readers(d)
	p.sentences(sentences)
	return p, nil
}
