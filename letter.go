package imr

import (
	"encoding/json"
	"fmt"
)

// Letter is a determination letter, or a notice that there is none, before it is given a format: sections of blocks of
// sentences, each sentence with its source. Text and PDF are two printings of the same tree.
type Letter struct {
	Kind       LetterKind `json:"kind"`
	Title      string     `json:"title"`       // for the document's properties; names no person
	CaseNumber string     `json:"case_number"` // "" when not known
	Dated      Date       `json:"dated"`       // the decision's date
	Program    string     `json:"program"`     // name and version of what composed it
	Banner     Sentence   `json:"banner"`      // stands on every page
	Sections   []Section  `json:"sections"`
}

// LetterKind is what a letter claims to be.
type LetterKind string

// The kinds of letter.
const (
	ProposalLetter LetterKind = "proposal" // proposes an outcome for at least one item to a reviewer
	NoticeLetter   LetterKind = "notice"   // says that there is no determination, and why
)

// Section is a part of a letter under one heading, or under none.
type Section struct {
	Heading *Sentence `json:"heading,omitempty"`
	Blocks  []Block   `json:"blocks"`
	NewPage bool      `json:"new_page,omitempty"` // begins on a page of its own
}

// BlockKind is how a block is set.
type BlockKind string

// The kinds of block, and which of its fields each uses.
const (
	Letterhead BlockKind = "letterhead" // Sentences, one a line
	Table      BlockKind = "table"      // Rows
	Paragraph  BlockKind = "paragraph"  // Lead, Sentences
	ItemLine   BlockKind = "item"       // Lead (the item and a colon), Sentences (the outcome, two spaces after it)
	List       BlockKind = "list"       // Entries
	Notes      BlockKind = "notes"      // Entries, in small print
	Signature  BlockKind = "signature"  // Lead, and below it a place to sign
)

// Block is a table, a paragraph, an item's line or a list.
type Block struct {
	Kind      BlockKind  `json:"kind"`
	Lead      *Sentence  `json:"lead,omitempty"` // bold words before the sentences
	Sentences []Sentence `json:"sentences,omitempty"`
	Entries   []Entry    `json:"entries,omitempty"`
	Rows      [][]Field  `json:"rows,omitempty"`
}

// Entry is one entry of a list.
type Entry struct {
	Mark      string     `json:"mark"` // what stands before it: a bullet or a number in brackets
	Sentences []Sentence `json:"sentences"`
}

// Field is a labelled value of a table; a nil value is not known and stays blank, a nil label is an empty cell.
type Field struct {
	Label *Sentence `json:"label"`
	Value *Sentence `json:"value"`
}

// Sentence is a stretch of a letter's text with its source. It can be had from NewSentence only: the zero Sentence, which has
// no source, can neither be written as JSON nor pass Letter.Check.
type Sentence struct {
	text   string
	source Source
}

// SourceKind is the kind of thing that a sentence rests on.
type SourceKind string

// The kinds of source.
const (
	FromLaw      SourceKind = "law"      // quotes or cites a text of the law
	FromFact     SourceKind = "fact"     // says what the record says, or where
	FromRule     SourceKind = "rule"     // follows from a rule of the rule table
	FromForm     SourceKind = "form"     // is fixed text
	FromReviewer SourceKind = "reviewer" // is what the reviewer or the organization states of itself
)

// Source is what a sentence rests on. Its kind says which of the lists may not be empty; the others may add to it.
type Source struct {
	Kind  SourceKind `json:"kind"`
	Law   []LawRef   `json:"law,omitempty"`
	Facts []string   `json:"facts,omitempty"` // ids of Decision.Facts, or the place of a thing in decision.json: "letter.summary.0"
	Rule  string     `json:"rule,omitempty"`
	Form  string     `json:"form,omitempty"` // the fixed text's name
	// Notes are the numbers, printed in brackets after the sentence, of the letter's list of places.
	Notes []int `json:"notes,omitempty"`
}

// LawRef names a section of the law in one version.
type LawRef struct {
	Section string `json:"section"`
	Version string `json:"version"` // the version's first day
}

// NewSentence joins a text to its source. An empty text, or a source that names nothing of its kind, is an error.
func NewSentence(text string, source Source) (Sentence, error) {
	s := Sentence{text: text, source: source}
	if err := s.check(); err != nil {
		return Sentence{}, err
	}
	return s, nil
}

// Text returns the sentence's words, without the numbers of its notes.
func (s Sentence) Text() string { return s.text }

// Source returns what the sentence rests on.
func (s Sentence) Source() Source { return s.source }

func (s Sentence) check() error {
	if s.text == "" {
		return fmt.Errorf("a sentence of the letter is empty (source %q)", s.source.Kind)
	}
	if !s.source.names() {
		return fmt.Errorf("a sentence of the letter has no source of kind %q: %q", s.source.Kind, s.text)
	}
	return nil
}

// names reports whether the source names at least one thing of its kind.
func (s Source) names() bool {
	switch s.Kind {
	case FromLaw:
		return len(s.Law) > 0
	case FromFact:
		return len(s.Facts) > 0
	case FromRule:
		return s.Rule != ""
	case FromForm, FromReviewer:
		return s.Form != ""
	}
	return false
}

type sentenceJSON struct {
	Text   string `json:"text"`
	Source Source `json:"source"`
}

// MarshalJSON writes the text and its source; a sentence without a source is an error.
func (s Sentence) MarshalJSON() ([]byte, error) {
	if err := s.check(); err != nil {
		return nil, err
	}
	return json.Marshal(sentenceJSON{s.text, s.source})
}

// UnmarshalJSON reads a sentence; one without a source is an error.
func (s *Sentence) UnmarshalJSON(b []byte) error {
	var j sentenceJSON
	if err := json.Unmarshal(b, &j); err != nil {
		return err
	}
	read, err := NewSentence(j.Text, j.Source)
	if err != nil {
		return err
	}
	*s = read
	return nil
}

// All returns every sentence of the letter in the order in which it is read.
func (l Letter) All() []Sentence {
	all := []Sentence{l.Banner}
	for _, section := range l.Sections {
		all = appendKnown(all, section.Heading)
		for _, b := range section.Blocks {
			all = append(all, b.all()...)
		}
	}
	return all
}

func (b Block) all() []Sentence {
	var all []Sentence
	for _, row := range b.Rows {
		for _, f := range row {
			all = appendKnown(all, f.Label, f.Value)
		}
	}
	all = append(appendKnown(all, b.Lead), b.Sentences...)
	for _, e := range b.Entries {
		all = append(all, e.Sentences...)
	}
	return all
}

func appendKnown(all []Sentence, more ...*Sentence) []Sentence {
	for _, s := range more {
		if s != nil {
			all = append(all, *s)
		}
	}
	return all
}

// Check returns an error that quotes the first sentence without a source, as there is when a zero Sentence was put into
// the tree.
func (l Letter) Check() error {
	for _, s := range l.All() {
		if err := s.check(); err != nil {
			return err
		}
	}
	return nil
}
