package main

import (
	"fmt"

	"imr"
	"imr/decide"
	"imr/internal/law"
)

type rulesCommand struct {
	Show   showRulesCommand `cmd:"" default:"withargs" help:"Print the table."`
	Impact impactCommand    `cmd:"" help:"Say which stored decisions would change by another pack of rules."`
}

type showRulesCommand struct {
	On   string `placeholder:"DATE" help:"Day as 2014-02-19 (default: the last day of the newest text that the table reads)."`
	JSON bool   `name:"json" help:"Print JSON lines instead of text."`

	Format string `enum:"text,html,markdown,toml" default:"text" help:"How it is printed: text, html, markdown, or toml: a pack for imr rules impact, with every text."`
}

// guideline is the section that the table reads.
const guideline = "9792.24.1"

// Run prints the table of rules, each beside the words of the law in force on a day.
func (c showRulesCommand) Run(s *session) error {
	book, err := law.Load()
	if err != nil {
		return err
	}
	if c.Format == "toml" {
		return writePack(s.stdout, book)
	}
	on, err := c.day(book)
	if err != nil {
		return err
	}
	text, held := book.InForce(guideline, on)
	switch {
	case c.JSON:
		return rulesJSON(s, on, text, held)
	case !held:
		fmt.Fprintf(s.stdout, "No text of 8 CCR %s is held for %s. A case governed by that day is referred to a reviewer.\n", guideline, on)
		return nil
	}
	return newRulebook(book, on, text).print(s.stdout, c.Format)
}

func (c showRulesCommand) day(book *law.Book) (imr.Date, error) {
	if c.On == "" {
		newest := imr.Date("")
		for _, t := range book.Texts("") {
			if t.Section == guideline {
				newest = t.To
			}
		}
		return newest, nil
	}
	var d imr.Date
	if err := d.UnmarshalJSON([]byte(`"` + c.On + `"`)); err != nil {
		return "", misuse("--on %s is not a day; write it as 2014-02-19", c.On)
	}
	return d, nil
}

// rulesJSON prints a line for the text in force, null where none is held, and one for each rule.
func rulesJSON(s *session, on imr.Date, text law.Text, held bool) error {
	head := struct {
		On      imr.Date `json:"on"`
		Section string   `json:"section"`
		From    imr.Date `json:"from"`
		To      imr.Date `json:"to"`
		Held    bool     `json:"held"`
	}{on, guideline, text.From, text.To, held}
	if err := printJSON(s.stdout, head); err != nil || !held {
		return err
	}
	for _, r := range decide.Table() {
		row := struct {
			ID        string      `json:"id"`
			Paragraph string      `json:"paragraph"`
			Text      string      `json:"text"`
			Reading   string      `json:"reading"`
			When      []string    `json:"when"`
			Outcome   imr.Outcome `json:"outcome"`
		}{r.ID, r.Para, r.Text, r.Reading, r.When(), r.Outcome}
		if err := printJSON(s.stdout, row); err != nil {
			return err
		}
	}
	return nil
}
