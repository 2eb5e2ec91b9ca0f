package render

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"imr"
)

// Public returns the decision as the public may see it: Compose, Text, HTML and PDF make the public letter of it, with itself attached.
// What a record says is kept where the letter tells it, with every name and number of d.Letter.Private withheld from it; the quotations
// of the places, the providers and the files' own names are left out. The program's own sentences and the law's words stay as they are.
//
// A decision that does not say what to withhold has no public copy, and neither has one in which a private name is found afterwards:
// both are errors.
func Public(d imr.Decision) (imr.Decision, error) {
	if len(d.Letter.Private) == 0 {
		return imr.Decision{}, fmt.Errorf("case %q has no public copy: its records name nobody whose name could be withheld (letter.private is empty)", d.Case.ID)
	}
	p := publisher{veil: newVeil(d.Letter.Private), files: map[string]string{}, law: lawQuotes(d)}
	out := d
	out.Case.ID = "public"
	out.Items = each(d.Items, p.item)
	out.Inputs = each(d.Inputs, p.input) // first, so that the files are numbered in their order
	out.Facts = each(d.Facts, p.fact)
	out.Letter.Summary = p.summary(d.Letter.Summary)
	out.Letter.Documents = each(d.Letter.Documents, p.document)
	out.Letter.Private, out.Letter.Public = nil, true
	out.Flags = each(d.Flags, p.flag)
	out.Adoption = p.adoption(d.Adoption)
	return out, p.search(out)
}

// search looks for whole names and numbers in all of a public decision that did not come out of the program's own lists of words, also
// in what is never cleared: the organization's block, the case number.
func (p publisher) search(d imr.Decision) error {
	d.Letter.Config.Logo = nil
	d.Facts = each(d.Facts, func(f imr.StatedFact) imr.StatedFact { return imr.StatedFact{ID: f.ID} })
	d.Items = each(d.Items, func(i imr.ItemResult) imr.ItemResult {
		i.Rules, i.Flips = nil, nil
		i.Reasons = each(i.Reasons, func(r imr.Reason) imr.Reason { return imr.Reason{Sentence: p.withoutLaw(r.Sentence)} })
		return i
	})
	written, err := json.Marshal(d)
	if err != nil {
		return err
	}
	if p.veil.shows(string(written)) {
		return errors.New("no public copy: a private name or number is still in it after all that should hold one was cleared")
	}
	return nil
}

func (p publisher) withoutLaw(s string) string {
	for _, quote := range p.law {
		s = strings.ReplaceAll(s, quote, "")
	}
	return s
}

// publisher makes the parts of a public decision.
type publisher struct {
	veil  veil
	files map[string]string // a record's name, and the one it has in public
	law   []string          // the words quoted from the law
}

func lawQuotes(d imr.Decision) []string {
	quotes := map[string]bool{}
	for _, item := range d.Items {
		for _, r := range item.Reasons {
			for _, q := range r.Law {
				quotes[clean(q.Quote)] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(quotes))
}

// each makes a new list of a list, so that the given decision stays as it is.
func each[T any](list []T, change func(T) T) []T {
	if list == nil {
		return nil
	}
	out := make([]T, 0, len(list))
	for _, v := range list {
		out = append(out, change(v))
	}
	return out
}

// file is a record's name in public: its number among the files.
func (p publisher) file(name string) string {
	if name == "case.toml" || name == "" {
		return name
	}
	if p.files[name] == "" {
		p.files[name] = fmt.Sprintf("record-%d.pdf", len(p.files)+1)
	}
	return p.files[name]
}

func byLength(a, b string) int { return cmp.Or(cmp.Compare(len(a), len(b)), cmp.Compare(a, b)) }

func (p publisher) sentence(s string) string { return p.veil.sentence(s, p.law) }

func (p publisher) item(i imr.ItemResult) imr.ItemResult {
	i.Text = p.veil.words(i.Text)
	i.Reasons = each(i.Reasons, func(r imr.Reason) imr.Reason {
		if r.Rule == reviewerRule {
			r.Sentence = p.veil.words(r.Sentence)
		} else {
			r.Sentence = p.sentence(r.Sentence)
		}
		return r
	})
	i.Questions = each(i.Questions, p.sentence)
	return i
}

func (p publisher) input(in imr.Input) imr.Input {
	name := in.File
	in.File = p.file(name)
	in.Unread = each(in.Unread, func(u imr.Unread) imr.Unread {
		u.Reason = p.veil.words(renamed(u.Reason, name, in.File))
		return u
	})
	return in
}

func (p publisher) fact(f imr.StatedFact) imr.StatedFact {
	f.Evidence = each(f.Evidence, p.evidence)
	return f
}

// evidence keeps the file's number and the page, and where places disagree what the place is taken to read, which is a value and no words.
func (p publisher) evidence(e imr.Evidence) imr.Evidence {
	return imr.Evidence{File: p.file(e.File), SHA256: e.SHA256, Page: e.Page, How: e.How, Reading: e.Reading}
}

// summary withholds from the notes; one of which nothing is left is left out.
func (p publisher) summary(notes []imr.Note) []imr.Note {
	var out []imr.Note
	for _, n := range notes {
		n.Value = p.veil.words(n.Value)
		n.Evidence = each(n.Evidence, p.evidence)
		if n.Value != withheld {
			out = append(out, n)
		}
	}
	return out
}

func (p publisher) document(r imr.Reviewed) imr.Reviewed {
	r.Provider, r.File, r.Copies = "", p.file(r.File), slices.Clone(r.Copies)
	for i := range r.Copies {
		r.Copies[i].File = p.file(r.Copies[i].File)
	}
	return r
}

func (p publisher) flag(f imr.Flag) imr.Flag {
	for _, name := range slices.Backward(slices.SortedFunc(maps.Keys(p.files), byLength)) { // a name may be part of a longer one
		f.Text = renamed(f.Text, name, p.files[name])
	}
	f.Text = p.sentence(f.Text)
	f.Evidence = each(f.Evidence, p.evidence)
	return f
}
