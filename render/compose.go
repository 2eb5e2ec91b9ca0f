package render

import (
	"fmt"
	"slices"

	"imr"
)

// Compose builds the letter's tree from the decision alone: the same decision, also after a trip through JSON, gives the same
// tree. A decision that contradicts itself, that is unreadable or that no proposal or notice can be made of is an error, and
// there is no letter.
func Compose(d imr.Decision) (imr.Letter, error) {
	if err := check(d); err != nil {
		return imr.Letter{}, fmt.Errorf("case %q gets no letter: %w", d.Case.ID, err)
	}
	c := newComposer(d)
	l := c.letter()
	if c.err != nil {
		return imr.Letter{}, fmt.Errorf("case %q gets no letter: %w", d.Case.ID, c.err)
	}
	return l, l.Check()
}

// composer builds one letter. It numbers the places that sentences lead to in the order in which they are first needed, and
// keeps the first error.
type composer struct {
	d       imr.Decision
	facts   map[string]imr.StatedFact
	places  []*place
	numbers map[string]int // the number of a place, by its words
	quotes  bool           // the summary has quoted the record
	err     error
}

func newComposer(d imr.Decision) *composer {
	c := &composer{d: d, facts: map[string]imr.StatedFact{}, numbers: map[string]int{}}
	for _, f := range d.Facts {
		c.facts[f.ID] = f
	}
	return c
}

func (c *composer) letter() imr.Letter {
	l := imr.Letter{Dated: c.d.Case.Decided, Program: clean("imr " + c.d.Program.Version)}
	if c.d.Case.Number != nil {
		l.CaseNumber = clean(*c.d.Case.Number)
	}
	opening := c.how
	l.Kind, l.Title, l.Banner = imr.ProposalLetter, "Independent Medical Review: proposed determination", c.form(formProposalBanner)
	switch c.d.Status {
	case imr.Referred, imr.Ineligible:
		opening = c.notice
		l.Kind, l.Title, l.Banner = imr.NoticeLetter, "Independent Medical Review: no determination", c.form(formNoticeBanner)
	case imr.Adopted:
		opening = c.reviewed
		l.Kind, l.Title, l.Banner = FinalLetter, "Independent Medical Review: final determination", c.form(formFinalBanner)
	}
	for _, part := range []func() imr.Section{c.header, opening, c.summary, c.issues, c.signature, c.missing, c.flags, c.sources, c.receipt, c.appeal} {
		if s := part(); len(s.Blocks) > 0 {
			l.Sections = append(l.Sections, s)
		}
	}
	return l
}

// say makes a sentence of cleaned words. The first one that cannot be built stops the letter.
func (c *composer) say(text string, source imr.Source) imr.Sentence {
	s, err := imr.NewSentence(disarm(clean(text)), source)
	if err != nil {
		c.fail(err)
	}
	return s
}

// form makes a sentence of fixed text.
func (c *composer) form(f form, args ...any) imr.Sentence {
	text := f.text
	if len(args) > 0 {
		text = fmt.Sprintf(text, args...)
	}
	return c.say(text, imr.Source{Kind: imr.FromForm, Form: f.name})
}

// lead is form for the words before a block.
func (c *composer) lead(f form) *imr.Sentence {
	s := c.form(f)
	return &s
}

// tell makes a sentence that rests on facts, with the numbers of their places.
func (c *composer) tell(text string, ids ...string) imr.Sentence {
	return c.say(text, imr.Source{Kind: imr.FromFact, Facts: ids, Notes: c.notes(ids)})
}

// notes returns the numbers of the facts' places.
func (c *composer) notes(ids []string) []int {
	var numbers []int
	for _, id := range ids {
		if f, ok := c.facts[id]; ok {
			numbers = append(numbers, c.numberOf(f))
		}
	}
	return numbers
}

func (c *composer) numberOf(f imr.StatedFact) int {
	evidence, others := f.Evidence, see
	if isDay(f.Name) {
		evidence = unquoted(evidence)
	}
	switch {
	case f.Status == imr.Silent:
		others = searched
	case slices.ContainsFunc(evidence, func(e imr.Evidence) bool { return e.How == byReviewer }):
		others = readBy
	}
	return c.number(factWords(f), f.ID, evidence, others)
}

// known returns the fact of that name which the record states, of the item (nil for the whole case).
func (c *composer) known(name string, item *int) (imr.StatedFact, bool) {
	for _, f := range c.d.Facts {
		if f.Name == name && f.Status == imr.Known && sameItem(f.Item, item) {
			return f, true
		}
	}
	return imr.StatedFact{}, false
}

func sameItem(a, b *int) bool {
	if a == nil || b == nil {
		return a == b
	}
	return *a == *b
}

func paragraph(lead *imr.Sentence, sentences ...imr.Sentence) imr.Block {
	return imr.Block{Kind: imr.Paragraph, Lead: lead, Sentences: sentences}
}

func bullets(entries ...imr.Sentence) imr.Block {
	b := imr.Block{Kind: imr.List}
	for _, s := range entries {
		b.Entries = append(b.Entries, imr.Entry{Mark: "•", Sentences: []imr.Sentence{s}})
	}
	return b
}
