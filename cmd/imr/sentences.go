package main

import (
	"fmt"

	"imr"
	"imr/render"
)

// traced is a sentence of the letter with everything that it rests on.
type traced struct {
	Sentence string         `json:"sentence"`
	Kind     imr.SourceKind `json:"kind"`
	Rule     string         `json:"rule,omitempty"`
	Law      []imr.LawRef   `json:"law,omitempty"`
	On       []ground       `json:"rests_on,omitempty"`
}

// sentencesOf composes the letter again and traces each sentence of it. The list of places and the fingerprints at its end are left
// out: they name files and pages themselves. A case that could not be read has no letter.
func sentencesOf(d imr.Decision) ([]traced, error) {
	if d.Status == imr.Unreadable {
		return nil, nil
	}
	letter, err := render.Compose(d)
	if err != nil {
		return nil, fmt.Errorf("the letter's sentences cannot be explained: %w", err)
	}
	var out []traced
	for _, section := range letter.Sections {
		for _, b := range section.Blocks {
			out = append(out, tracedBlock(d, b)...)
		}
	}
	return out, nil
}

func tracedBlock(d imr.Decision, b imr.Block) []traced {
	var out []traced
	if b.Kind == imr.Notes {
		return nil
	}
	for _, row := range b.Rows {
		for _, f := range row {
			if f.Label != nil && f.Value != nil {
				t := trace(d, *f.Value)
				t.Sentence = f.Label.Text() + " " + t.Sentence
				out = append(out, t)
			}
		}
	}
	b.Rows = nil
	for _, s := range (imr.Letter{Sections: []imr.Section{{Blocks: []imr.Block{b}}}}).All()[1:] { // the first is the banner
		out = append(out, trace(d, s))
	}
	return out
}

func trace(d imr.Decision, s imr.Sentence) traced {
	source := s.Source()
	t := traced{Sentence: s.Text(), Kind: source.Kind, Rule: source.Rule, Law: source.Law}
	for _, id := range source.Facts {
		t.On = append(t.On, groundOf(d, id))
	}
	return t
}
