package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"imr"
	"imr/decide"
	"imr/internal/law"
	"imr/render"
)

// checkAlone checks a letter from what it carries: the decision is read, its law and its program are held against those here, it is made
// again from its own facts, and the letter is printed again from it; then another reader of PDF files has its say.
func checkAlone(printed, carried []byte, book *law.Book) (d imr.Decision, stage, value string) {
	d, value = readCarried(carried)
	if value != "" {
		return d, "decision", value
	}
	if value = sameLaw(d, book); value != "" {
		return d, "law", value
	}
	if value = decidedAgain(d, carried, book); value != "" {
		return d, "decision", value
	}
	if value = printedAgain(d, carried, printed); value == "" {
		value = witnessed(printed, carried)
	}
	return d, "letter", value
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
	if d.Letter.Public {
		if value := decidedAlike(d, again); value != "" {
			return value
		}
		again = d // its sentences stand as they are
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

// decidedAlike holds a public decision against the one made again of it, leaving out the sentences, from which words were withheld.
func decidedAlike(d, again imr.Decision) string {
	was, errWas := encode(wordless(d))
	now, errNow := encode(wordless(again))
	switch {
	case errWas != nil || errNow != nil:
		return errors.Join(errWas, errNow).Error()
	case bytes.Equal(was, now):
		return ""
	}
	return firstDifference(was, now)
}

// wordless is a decision without its sentences.
func wordless(d imr.Decision) imr.Decision {
	d.Letter.Public = true
	d.Items = slices.Clone(d.Items)
	for i := range d.Items {
		it := &d.Items[i]
		it.Reasons, it.Questions = slices.Clone(it.Reasons), nil
		for k := range it.Reasons {
			it.Reasons[k].Sentence = ""
		}
	}
	d.Flags = slices.Clone(d.Flags)
	for i := range d.Flags {
		d.Flags[i].Text = ""
	}
	return d
}

// printedAgain prints the letter from the decision and compares the bytes; where they differ it names the first words that do.
func printedAgain(d imr.Decision, carried, printed []byte) string {
	_, again, err := printLetter(d, carried)
	switch {
	case err != nil:
		return err.Error()
	case bytes.Equal(again, printed):
		return ""
	case bytes.HasPrefix(printed, again):
		return fmt.Sprintf(addedBehind, len(again), len(printed)-len(again), len(again))
	}
	return firstOtherLine(again, printed)
}

// addedBehind is said of a letter that was signed: a signature is written behind the file, as anything else may be that changes what is shown.
const addedBehind = "its first %d bytes are the letter as it was printed; %d bytes were added behind them, as a digital signature adds them, and what they show is not from imr: check the signature with a PDF reader; the letter as printed is head -c %d of the file, and verifies"

// heldAgainst holds a decision against the one that its records give now.
func heldAgainst(d, again imr.Decision, book *law.Book) (stage, value string) {
	again, err := sameKind(d, again, book)
	if err != nil {
		return "reading", err.Error()
	}
	if value := sameInputs(d.Inputs, again.Inputs); value != "" {
		return "records", value
	}
	was, err := encode(d)
	if err != nil {
		return "reading", err.Error()
	}
	now, err := encode(again)
	switch {
	case err != nil:
		return "reading", err.Error()
	case bytes.Equal(was, now):
		return "", ""
	}
	return "reading", firstDifference(was, now)
}

// sameKind makes of a fresh proposal what the given decision is: adopted by the same reviewer's entries, or a public copy.
func sameKind(d, again imr.Decision, book *law.Book) (imr.Decision, error) {
	switch {
	case d.Letter.Public && d.Adoption != nil:
		return again, errors.New("a public copy of a final letter cannot be held against the records, as the reviewer’s entries are withheld in part; verify the parties’ copy")
	case d.Letter.Public:
		return render.Public(again)
	case d.Adoption != nil:
		return decide.Adopt(again, *d.Adoption, book)
	}
	return again, nil
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
