// Package paper says the facts of a drawn case in the words of a style: it fills the style's papers, and draws them as PDF files.
package paper

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"

	"imr/internal/exam/facts"
	"imr/internal/exam/styles"
)

// Paper is one document of a case's file, in the markup of internal/records with marks.
type Paper struct {
	Kind  string // "rfa", "report", …: the name of its template
	Style string
	Form  int  // which of the style's forms of the paper, from 1
	Held  bool // whether its style is held back
	Look  Look
	Text  string
}

// Composed is a case as papers.
type Composed struct {
	Papers []Paper
	Clinic string // the names of the styles
	Review string
	Held   bool // whether one of them is held back
	Errors bool // whether some paper has damage as dictation or a scanner makes it
	Files  int  // into how many files the papers go: 1, or one for each
}

// Library is the styles to choose from.
type Library struct{ clinics, reviews, common []styles.Style }

// NewLibrary sorts styles by their kind. An error says which kind is missing.
func NewLibrary(all []styles.Style) (Library, error) {
	var l Library
	for _, s := range all {
		switch s.Kind {
		case "clinic":
			l.clinics = append(l.clinics, s)
		case "review":
			l.reviews = append(l.reviews, s)
		default:
			l.common = append(l.common, s)
		}
	}
	if len(l.clinics) == 0 || len(l.reviews) == 0 || len(l.common) == 0 {
		return l, fmt.Errorf("the styles must hold a clinic, a review company and the common one; there are %d, %d and %d", len(l.clinics), len(l.reviews), len(l.common))
	}
	return l, nil
}

// composer makes the papers of one case.
type composer struct {
	*rand.Rand
	c      facts.Case
	lib    Library
	clinic styles.Style
	review styles.Style
	slots  map[string]string // of the whole case
	place  []string          // the paper that says each saying
	errors bool
	fax    bool // the papers came by fax
	out    Composed
}

// Compose makes the papers of a case. The same case and styles give the same papers.
func Compose(c facts.Case, lib Library) (Composed, error) {
	k := &composer{Rand: rand.New(rand.NewPCG(c.Seed, 7)), c: c, lib: lib}
	k.clinic = lib.clinics[k.IntN(len(lib.clinics))]
	k.review = lib.reviews[k.IntN(len(lib.reviews))]
	k.errors, k.fax = k.IntN(100) < 12, k.IntN(100) < 20
	k.out = Composed{Clinic: k.clinic.Name, Review: k.review.Name, Held: k.clinic.Held || k.review.Held, Errors: k.errors, Files: k.IntN(3)}
	if err := k.makeSlots(); err != nil {
		return k.out, err
	}
	k.placeSayings()
	kinds := k.kinds()
	if k.IntN(100) < 8 { // something was sent twice
		kinds = append(kinds, kinds[k.IntN(len(kinds))])
	}
	for _, kind := range kinds {
		if err := k.again(kind); err != nil {
			return k.out, fmt.Errorf("the paper %s in the style %s or %s: %w", kind, k.clinic.Name, k.review.Name, err)
		}
	}
	return k.out, nil
}

// again adds a paper, or the same paper once more.
func (k *composer) again(kind string) error {
	for _, p := range k.out.Papers {
		if p.Kind == kind {
			k.out.Papers = append(k.out.Papers, p)
			return nil
		}
	}
	return k.add(kind)
}

func (k *composer) add(kind string) error {
	style := k.clinic
	if slices.Contains(reviewPapers, kind) {
		style = k.review
	}
	chain := []styles.Style{style}
	chain = append(chain, k.lib.common...)
	if kind == "acu_note" {
		return k.addNotes(chain)
	}
	if kind == "stranger" {
		return k.addStranger(chain)
	}
	own := map[string]string{}
	if kind == "application" && k.c.InApplication > 0 {
		own["n"] = strconv.Itoa(k.c.InApplication)
	}
	if kind == "report" && k.c.InReport > 0 {
		own["n"] = strconv.Itoa(k.c.InReport)
	}
	return k.addPaper(kind, chain, own)
}

// addPaper fills one form of the paper.
func (k *composer) addPaper(kind string, chain []styles.Style, own map[string]string) error {
	template, form, style, err := k.template(strings.TrimPrefix(strings.TrimPrefix(kind, "early_"), "old_"), chain)
	if err != nil {
		return err
	}
	w := &writer{Rand: k.Rand, styles: chain, slots: k.slotsFor(style, own)}
	switch {
	case strings.HasPrefix(kind, "early_"):
		w.slots["consult_date"] = w.slots["early_date"]
	case strings.HasPrefix(kind, "old_"):
		w.slots["therapy_date"] = w.slots["old_date"]
	}
	if k.errors {
		w.spoil = k.spoiled
	}
	w.say = func(facts []string) string { return k.said(w, kind, facts) }
	text, err := k.lines(w, template)
	if err != nil {
		return err
	}
	k.out.Papers = append(k.out.Papers, Paper{Kind: kind, Style: style.Name, Form: form, Held: style.Held, Look: k.look(kind, chain[0]), Text: text})
	return nil
}

// template returns one of a paper's forms, its number and the style that it is from.
func (k *composer) template(kind string, chain []styles.Style) (string, int, styles.Style, error) {
	for _, s := range chain {
		if forms := s.Papers[kind]; len(forms) > 0 {
			n := k.IntN(len(forms))
			return forms[n], n + 1, s, nil
		}
	}
	return "", 0, styles.Style{}, fmt.Errorf("no style has a form [doc.%s]", kind)
}
