package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"

	"imr"
	"imr/decide"
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
		fmt.Fprintln(s.stdout, v)
	}
	if err == nil && !v.Same {
		return &exitError{code: exitDiffers}
	}
	return err
}

func (v verdict) String() string {
	if v.Same {
		return "SAME"
	}
	return fmt.Sprintf("DIFFERS in the %s: %s", v.Stage, v.Value)
}

func (c verifyCommand) check(s *session, printed []byte) (verdict, error) {
	carried, err := pdf.Attachment(c.Letter, printed, "decision.json")
	if errors.Is(err, pdf.ErrNoAttachment) {
		return verdict{}, misuse("%s carries no decision, so it is no letter of imr, or its attachment was taken out", c.Letter)
	}
	if err != nil {
		return verdict{}, &exitError{exitMisused, err}
	}
	book, err := law.Load()
	if err != nil {
		return verdict{}, err
	}
	found := verdict{Letter: c.Letter}
	d, value := readCarried(carried)
	if value == "" {
		value = sameLaw(d, book)
		found.Stage = "law"
	} else {
		found.Stage = "decision"
	}
	if value == "" {
		found.Stage, value = "decision", decidedAgain(d, carried, book)
	}
	if value == "" {
		found.Stage, value = "letter", printedAgain(d, printed)
	}
	if value == "" && c.Records != "" {
		found.Stage, value, err = c.readAgain(s, d, book)
	}
	if found.Value = value; value == "" {
		found.Stage, found.Same = "", true
	}
	return found, err
}

// readCarried reads the decision that a letter carries. The second value says what of it is not as imr writes it.
func readCarried(carried []byte) (imr.Decision, string) {
	var d imr.Decision
	if err := json.Unmarshal(carried, &d); err != nil {
		return d, fmt.Sprintf("the decision that the letter carries cannot be read: %v", err)
	}
	if d.Schema != imr.DecisionSchema {
		return d, fmt.Sprintf("its schema is %q; this program verifies %q", d.Schema, imr.DecisionSchema)
	}
	return d, ""
}

// sameLaw holds the program and the texts of the law against those that the decision was made with.
func sameLaw(d imr.Decision, book *law.Book) string {
	now := imr.Program{Version: decide.Version, RulesSHA256: decide.TableSHA256()}
	if d.Program != now {
		return fmt.Sprintf("it was made by imr %s with the rule table %s; this is imr %s with %s", d.Program.Version, short(d.Program.RulesSHA256), now.Version, short(now.RulesSHA256))
	}
	for _, v := range d.Law {
		text, ok := book.InForce(v.Section, v.From)
		if !ok || text.Version() != v {
			return fmt.Sprintf("its text of section %s in the version of %s is not the text held here", v.Section, v.Version)
		}
	}
	return ""
}

func short(sum string) string { return sum[:min(12, len(sum))] }

// decidedAgain decides from the decision's own facts. Equal values are not enough: the bytes are the receipt.
func decidedAgain(d imr.Decision, carried []byte, book *law.Book) string {
	again, err := decide.Again(d, book)
	if err != nil {
		return err.Error()
	}
	now, err := encode(again)
	switch {
	case err != nil:
		return err.Error()
	case bytes.Equal(now, carried):
		return ""
	}
	return firstDifference(carried, now)
}

// printedAgain prints the letter from the decision and compares the bytes; where they differ it names the first words that do.
func printedAgain(d imr.Decision, printed []byte) string {
	files, err := resultFiles(d)
	again := files["letter.pdf"]
	if d.Status == imr.Adopted {
		again = files["final.pdf"]
	}
	switch {
	case err != nil:
		return err.Error()
	case bytes.Equal(again, printed):
		return ""
	}
	return firstOtherLine(again, printed)
}

// readAgain reads the records again and holds them, stage by stage, against the decision.
func (c verifyCommand) readAgain(s *session, d imr.Decision, book *law.Book) (stage, value string, err error) {
	in, err := casefile.Load(c.Records)
	if err != nil {
		return "", "", &exitError{exitMisused, err}
	}
	in.ID = d.Case.ID // the folder may be called otherwise by now
	again := decideCase(s.ctx, in, reads(reading.New(s.ctx, reading.Options{Recognizers: cores()})), book, d.Letter.Config)
	if value := sameInputs(d.Inputs, again.Inputs); value != "" {
		return "records", value, nil
	}
	was, err := encode(d)
	if err != nil {
		return "", "", err
	}
	now, err := encode(again)
	if err != nil || bytes.Equal(was, now) {
		return "", "", err
	}
	return "reading", firstDifference(was, now), nil
}

// sameInputs holds the records' checksums against those of the decision.
func sameInputs(was, now []imr.Input) string {
	have := map[string]string{}
	for _, in := range now {
		have[in.File] = in.SHA256
	}
	for _, in := range was {
		switch sum, ok := have[in.File]; {
		case !ok:
			return fmt.Sprintf("%s is not among the records", in.File)
		case sum != in.SHA256:
			return fmt.Sprintf("%s is not the file that was read: its SHA-256 begins with %s, not %s", in.File, short(sum), short(in.SHA256))
		}
		delete(have, in.File)
	}
	for _, in := range now {
		if _, more := have[in.File]; more {
			return fmt.Sprintf("%s was not among the records", in.File)
		}
	}
	return ""
}
