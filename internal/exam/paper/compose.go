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

// placeSayings chooses the paper for what may be said anywhere: mostly the report with the request.
func (k *composer) placeSayings() {
	for _, s := range k.c.Sayings {
		at := s.Paper
		if at == "" {
			at = "report"
			if s.Fact != "trap" && s.Fact != "echo" && k.IntN(100) < 15 {
				at = "consult"
			}
		}
		k.place = append(k.place, at)
	}
}

// kinds lists the papers of the file in the order in which they lie.
func (k *composer) kinds() []string {
	chart := []string{"report"}
	for _, p := range append(slices.Clone(k.place), k.c.Papers...) {
		if !slices.Contains(chart, p) && p != "determination" {
			chart = append(chart, p)
		}
	}
	k.Shuffle(len(chart), func(i, j int) { chart[i], chart[j] = chart[j], chart[i] })
	if k.c.NoChart {
		chart = slices.DeleteFunc(chart, func(p string) bool { return !slices.Contains(officePapers, p) })
	}
	front := []string{"application"}
	if !k.c.NoUR {
		front = append(front, "determination")
	}
	front = append(front, "rfa")
	if k.IntN(4) == 0 {
		return append(chart, front...)
	}
	return append(front, chart...)
}

// officePapers are no medical records.
var officePapers = []string{"fax_cover", "proof_of_service", "later_approval", "assignment"}

// reviewPapers are written by the review company or the administrator.
var reviewPapers = []string{"application", "determination", "later_approval", "assignment", "proof_of_service"}

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
	template, style, err := k.template(strings.TrimPrefix(strings.TrimPrefix(kind, "early_"), "old_"), chain)
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
	k.out.Papers = append(k.out.Papers, Paper{Kind: kind, Style: style.Name, Held: style.Held, Look: k.look(kind, chain[0]), Text: text})
	return nil
}

func (k *composer) template(kind string, chain []styles.Style) (string, styles.Style, error) {
	for _, s := range chain {
		if forms := s.Papers[kind]; len(forms) > 0 {
			return forms[k.IntN(len(forms))], s, nil
		}
	}
	return "", styles.Style{}, fmt.Errorf("no style has a form [doc.%s]", kind)
}

// inColumns are the papers that some offices print in two columns.
var inColumns = []string{"report", "consult", "acu_report"}

// look is the style's, in one of its layouts, now and then with the line that a fax machine adds.
func (k *composer) look(kind string, s styles.Style) Look {
	l := lookOf(s)
	if all := strings.Fields(s.Look["layout"]); len(all) > 0 {
		l.Layout = all[k.IntN(len(all))]
	}
	if l.Layout == "columns" && !slices.Contains(inColumns, kind) {
		l.Layout = "plain"
	}
	if k.fax {
		l.Header = fmt.Sprintf("%s 09:%02d AM  FROM: %s  TO: IMR  PAGE %d", k.c.Application.AddDate(0, 0, 8).Format("01/02/2006"), 10+k.IntN(49), k.slots["insurer"], len(k.out.Papers)+1)
	}
	return l
}
