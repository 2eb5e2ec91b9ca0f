package main

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"time"

	"imr"
	"imr/decide"
	"imr/internal/law"
	"imr/internal/output"
)

type adoptCommand struct {
	Result    string `arg:"" help:"A result's folder, as out/case-1."`
	Reviewer  string `required:"" placeholder:"FILE" help:"The reviewer: id, licensure, specialty and statement, in TOML. No name."`
	Decisions string `placeholder:"FILE" help:"What the reviewer changes, in TOML: [[correct]], [[override]] and [[split]], each with its reasons."`
	DryRun    bool   `help:"Show what the final letter would decide, and write nothing."`
}

// changes are the reviewer's file of decisions.
type changes struct {
	Correct []struct {
		Item   int
		Fact   string
		Value  any
		File   string
		Page   int
		Reason string
	} `toml:"correct"`
	Override []imr.Override `toml:"override"`
	Split    []imr.Split    `toml:"split"`
}

const (
	reviewerKeys = "id, licensure, specialty and statement"
	changeKeys   = "[[correct]] item, fact, value, file, page, reason; [[override]] item, outcome, guideline, reasons; [[split]] item, necessary, guideline, reasons"
)

// Run makes a proposal final. It shows what is decided before it writes anything, and refuses while an item has no outcome.
func (c adoptCommand) Run(s *session) (err error) {
	proposal, err := readDecision(c.Result)
	if err != nil {
		return err
	}
	adoption, err := c.adoption()
	if err != nil {
		return err
	}
	book, err := law.Load()
	if err != nil {
		return err
	}
	final, err := decide.Adopt(proposal, adoption, book)
	if err != nil {
		return misuse("%s is not adopted: %v", c.Result, err)
	}
	for i, it := range final.Items {
		fmt.Fprintf(s.stdout, "%d  %s  proposed %s  final %s\n", it.N, it.Text, upper(proposal.Items[i].Outcome), finalWords(it))
	}
	if c.DryRun {
		return nil
	}
	return c.write(s, proposal, final)
}

// finalWords are an item's final outcome, with the visits of one that is split.
func finalWords(it imr.ItemResult) string {
	if it.Split == nil {
		return upper(it.Outcome)
	}
	return fmt.Sprintf("OVERTURNED for %d visits, UPHELD for the others", *it.Split)
}

func (c adoptCommand) adoption() (imr.Adoption, error) {
	var r reviewer
	if err := readTOML(c.Reviewer, &r, reviewerKeys); err != nil {
		return imr.Adoption{}, err
	}
	if r.ID == "" || len(r.Licensure) == 0 || len(r.Specialty) == 0 || r.Statement == "" {
		return imr.Adoption{}, misuse("%s must state %s: the final letter names the reviewer’s credentials, and the log the id", c.Reviewer, reviewerKeys)
	}
	var d changes
	if c.Decisions != "" {
		if err := readTOML(c.Decisions, &d, changeKeys); err != nil {
			return imr.Adoption{}, err
		}
	}
	a := imr.Adoption{Reviewer: imr.Reviewer{ID: r.ID, Licensure: list(r.Licensure), Specialty: list(r.Specialty), Statement: r.Statement},
		Corrections: []imr.Correction{}, Overrides: append([]imr.Override{}, d.Override...), Splits: append([]imr.Split{}, d.Split...)}
	for _, x := range d.Correct {
		a.Corrections = append(a.Corrections, imr.Correction(x))
	}
	return a, nil
}

// write logs the adoption and puts the final files beside the proposal's.
func (c adoptCommand) write(s *session, proposal, final imr.Decision) (err error) {
	files, err := resultFiles(final)
	if err != nil {
		return err
	}
	public, err := publicFiles(final)
	if err != nil {
		fmt.Fprintln(s.stderr, "imr:", visible(err.Error()))
	}
	maps.Copy(files, public)
	dir := filepath.Clean(c.Result)
	if strings.HasSuffix(dir, ".json") {
		dir = filepath.Dir(dir)
	}
	store, err := output.Open(filepath.Dir(dir), output.Beside)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	if _, err := os.Stat(filepath.Join(dir, "final.json")); err == nil {
		return &exitError{exitUnprocessed, fmt.Errorf("%s: %w", dir, output.ErrAdopted)}
	}
	if err := store.Log(logEntry(filepath.Base(dir), proposal, final, time.Now())); err != nil {
		return err
	}
	if err := store.Finish(filepath.Base(dir), files); err != nil {
		return err
	}
	_, err = io.WriteString(s.stdout, "final letter: "+filepath.Join(dir, "final.pdf")+"\n")
	return err
}

// adoptionEntry is what the log keeps: who by an opaque id, what and why. It names no person.
type adoptionEntry struct {
	At       string       `json:"at"`
	Folder   string       `json:"folder"`
	Proposal string       `json:"proposal"` // SHA-256 of the proposal's decision.json
	Adoption imr.Adoption `json:"adoption"`
	Outcomes []string     `json:"outcomes"`
}

func logEntry(folder string, proposal, final imr.Decision, at time.Time) adoptionEntry {
	e := adoptionEntry{At: at.UTC().Format(time.RFC3339), Folder: folder, Adoption: *final.Adoption}
	if b, err := encode(proposal); err == nil {
		sum := sha256.Sum256(b)
		e.Proposal = hex.EncodeToString(sum[:])
	}
	for _, it := range final.Items {
		e.Outcomes = append(e.Outcomes, finalWords(it))
	}
	return e
}
