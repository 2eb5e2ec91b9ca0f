package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"regexp"

	"imr"
	"imr/internal/casefile"
	"imr/internal/law"
	"imr/internal/pdf"
	"imr/internal/reading"
)

type verifyCommand struct {
	Letter  string `arg:"" help:"A letter that imr has printed."`
	Records string `placeholder:"DIR" help:"The case's records: they are read again, and every quotation is looked up on its page."`
	JSON    bool   `name:"json" help:"Print one JSON line instead of text."`
}

// verdict is what verify found: the same, or the first stage and value that differ.
type verdict struct {
	Letter string `json:"letter"`
	Same   bool   `json:"same"`
	Stage  string `json:"stage,omitempty"` // "records", "reading", "law", "decision" or "letter"
	Value  string `json:"value,omitempty"` // the first thing that differs, as a sentence

	Unproven []string `json:"unproven,omitempty"` // of a letter that is the same: what was not or cannot be checked, a sentence each
}

// Run checks a letter from what it carries: the decision is made again from its own facts, and the letter printed again from it. With
// the records, they are held against their checksums, read and understood again.
func (c verifyCommand) Run(s *session) error {
	printed, err := os.ReadFile(c.Letter)
	if err != nil {
		return misuse("%v; name a letter, as in imr verify out/case-1/letter.pdf", err)
	}
	v, err := c.check(s, printed)
	if err != nil {
		return err
	}
	if c.JSON {
		err = printJSON(s.stdout, v)
	} else {
		v.print(s)
	}
	if err == nil && !v.Same {
		return &exitError{code: exitDiffers}
	}
	return err
}

func (v verdict) print(s *session) {
	if !v.Same {
		_, _ = io.WriteString(s.stdout, visible(fmt.Sprintf("DIFFERS in the %s: %s", v.Stage, v.Value))+"\n")
		return
	}
	fmt.Fprintln(s.stdout, "SAME")
	for _, text := range v.Unproven {
		fmt.Fprintln(s.stderr, "imr:", text)
	}
}

func (c verifyCommand) check(s *session, printed []byte) (verdict, error) {
	book, err := law.Load()
	if err != nil {
		return verdict{}, err
	}
	carried, value, err := carriedBy(c.Letter, printed)
	if err != nil {
		return verdict{}, err
	}
	found := verdict{Letter: c.Letter, Stage: "letter", Value: value}
	var d imr.Decision
	if value == "" {
		d, found.Stage, found.Value = checkAlone(printed, carried, book)
	}
	if found.Value == "" && c.Records != "" {
		found.Stage, found.Value, err = c.readAgain(s, d, book)
	}
	if found.Value == "" {
		found.Stage, found.Same, found.Unproven = "", true, unproven(d, c.Records != "")
	}
	return found, err
}

// marks are what imr writes into a letter, in several places: one of them is left when another is damaged.
var marks = regexp.MustCompile(`CreatorTool>imr |Producer>imr |/(?:Creator|Producer) <FEFF0069006D00720020|/AFRelationship /Source`)

// carriedBy takes the decision out of a letter. The value says what is wrong with a letter of imr that carries none; of a file that is no
// letter of imr it is an error.
func carriedBy(name string, printed []byte) (carried []byte, value string, err error) {
	carried, err = pdf.Attachment(name, printed, "decision.json")
	switch {
	case err == nil:
		return carried, "", nil
	case marks.Match(printed):
		return nil, fmt.Sprintf("the decision that imr attached to it is gone or cannot be read (%v)", err), nil
	case errors.Is(err, pdf.ErrNoAttachment):
		return nil, "", misuse("%s carries no decision, so it is no letter of imr, or its attachment was taken out", name)
	}
	return nil, "", &exitError{exitMisused, err}
}

// unproven says what a letter that is the same leaves open.
func unproven(d imr.Decision, records bool) []string {
	var out []string
	if !records {
		out = append(out, "the letter follows from the decision that it carries, under the law and the rules of this program; whether the facts in it are those of the records shows only with --records DIR")
	}
	if d.Letter.Public {
		out = append(out, "a public copy lacks the words that were withheld: outcomes, rules and values were decided again, and sentences that quote the record were not")
	}
	if d.Status == imr.Adopted {
		out = append(out, "that a reviewer adopted it shows in the log of adoptions of the output folder, not in the letter")
	}
	return out
}

// readAgain reads the records again and holds them, stage by stage, against the decision.
func (c verifyCommand) readAgain(s *session, d imr.Decision, book *law.Book) (stage, value string, err error) {
	in, err := casefile.Load(c.Records)
	if err != nil {
		return "", "", &exitError{exitMisused, err}
	}
	in.ID = d.Case.ID // the folder may be called otherwise by now
	again := decideCase(s.ctx, in, reads(reading.New(s.ctx, reading.Options{Recognizers: cores()})), book, d.Letter.Config)
	stage, value = heldAgainst(d, again, book)
	return stage, value, nil
}
