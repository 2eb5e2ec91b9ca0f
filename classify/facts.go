package classify

import (
	"imr"
)

// reader is what a fact is settled with: the pages that were searched, and whether some page could not be read.
type reader struct {
	searched []imr.Evidence // pages read, without quote or box
	unread   []imr.Evidence // pages that are not blank and could not be read
}

func newReader(r imr.Record) reader {
	var out reader
	for _, f := range r.Files {
		for _, p := range f.Pages {
			if len(p.Lines) > 0 {
				out.searched = append(out.searched, imr.Evidence{File: f.Name, SHA256: f.SHA256, Page: p.Number, How: howOf(p)})
			}
		}
		for _, u := range f.Unread {
			out.unread = append(out.unread, imr.Evidence{File: f.Name, SHA256: f.SHA256, Page: u.Page, How: "text"})
		}
	}
	return out
}

func howOf(p imr.Page) string {
	if p.How == "" {
		return "text"
	}
	return p.How
}

// absent is the fact that no page states: silent when every page was read, else unknown.
func absent[T any](r reader) imr.Fact[T] {
	if len(r.unread) > 0 {
		return imr.Fact[T]{Status: imr.Unknown, Searched: r.unread}
	}
	return imr.Fact[T]{Status: imr.Silent, Searched: r.searched}
}

// unplacedFact is the fact that some sentence may state, but not clearly.
func unplacedFact[T any](places ...imr.Evidence) imr.Fact[T] {
	return imr.Fact[T]{Status: imr.Unknown, Searched: places}
}

// settle makes a fact of the readings found: known when they agree, contradictory when they differ, absent without any.
func settle[T comparable](r reader, found []imr.Reading[T]) imr.Fact[T] {
	if len(found) == 0 {
		return absent[T](r)
	}
	found = unrepeated(found)
	for _, f := range found[1:] {
		if f.Value != found[0].Value {
			return imr.Fact[T]{Status: imr.Contradictory, Readings: found}
		}
	}
	return imr.Fact[T]{Status: imr.Known, Value: found[0].Value, Readings: found}
}

// unrepeated drops a reading that says the same from the same line twice.
func unrepeated[T comparable](found []imr.Reading[T]) []imr.Reading[T] {
	type key struct {
		v          T
		file       string
		page, line int
	}
	seen := map[key]bool{}
	var out []imr.Reading[T]
	for _, f := range found {
		k := key{f.Value, f.Evidence.File, f.Evidence.Page, f.Evidence.Line}
		if !seen[k] {
			seen[k] = true
			out = append(out, f)
		}
	}
	return out
}

func reading[T any](v T, at imr.Evidence) imr.Reading[T] {
	return imr.Reading[T]{Value: v, Evidence: at}
}

// places returns the evidence of mentions.
func places(ms []imr.Mention) []imr.Evidence {
	var out []imr.Evidence
	for _, m := range ms {
		out = append(out, m.Evidence)
	}
	return out
}
