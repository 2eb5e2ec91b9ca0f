package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"

	"imr"
	"imr/classify"
	"imr/decide"
	"imr/extract"
	"imr/internal/casefile"
	"imr/internal/law"
	"imr/internal/reading"
	"imr/render"
)

// decideCase takes a case through reading, understanding and deciding.
func decideCase(ctx context.Context, in casefile.Case, read extract.Reader, book *law.Book, cfg imr.LetterConfig) imr.Decision {
	record := extract.Read(ctx, in.ID, sources(in.Files), read)
	c := classify.Case(record, extract.Mentions(record), classify.Known(in.Known))
	if !readable(record) {
		return decide.Unreadable(c, cfg)
	}
	return decide.Decide(c, book, cfg)
}

func sources(files []casefile.File) []extract.Source {
	var out []extract.Source
	for _, f := range files {
		out = append(out, extract.Source(f))
	}
	return out
}

// reads adapts a reader to the stage of extraction.
func reads(r *reading.Reader) extract.Reader {
	return func(ctx context.Context, files []extract.Source) []imr.RecordFile {
		list := make([]reading.File, len(files))
		for i, f := range files {
			list[i] = reading.File{Name: f.Name, SHA256: f.SHA256, Open: f.Open}
		}
		return r.Read(ctx, list)
	}
}

// readable reports whether anything at all stands on some page.
func readable(r imr.Record) bool {
	for _, f := range r.Files {
		for _, p := range f.Pages {
			if len(p.Lines) > 0 {
				return true
			}
		}
	}
	return false
}

// resultFiles are the files of a decision: decision.json, and the letter in three forms unless nothing could be read; final.json and the
// final letter of an adopted one.
func resultFiles(d imr.Decision) (map[string][]byte, error) {
	decision, err := encode(d)
	if err != nil {
		return nil, err
	}
	name, data := "letter", "decision.json"
	if d.Status == imr.Adopted {
		name, data = "final", "final.json"
	}
	files := map[string][]byte{data: decision}
	if d.Status == imr.Unreadable {
		return files, nil
	}
	letter, printed, err := printLetter(d, decision)
	if err != nil {
		return nil, err
	}
	files[name+".pdf"], files[name+".txt"] = printed, render.Text(letter)
	options, err := extras(d.Letter.Config)
	if err != nil {
		return nil, err
	}
	files[name+".html"], err = render.HTML(letter, options...)
	return files, err
}

// publicFiles are the copies of a decision and its letter that name nobody; of an adopted one they lie beside those of the proposal.
func publicFiles(d imr.Decision) (map[string][]byte, error) {
	public, err := render.Public(d)
	if err != nil {
		return nil, err
	}
	decision, err := encode(public)
	if err != nil {
		return nil, err
	}
	name := "public"
	if d.Status == imr.Adopted {
		name = "final-public"
	}
	_, printed, err := printLetter(public, decision)
	return map[string][]byte{name + ".json": decision, name + ".pdf": printed}, err
}

func printLetter(d imr.Decision, decision []byte) (imr.Letter, []byte, error) {
	letter, err := render.Compose(d)
	if err != nil {
		return letter, nil, fmt.Errorf("the letter of %s could not be composed: %w", d.Case.ID, err)
	}
	options, err := extras(d.Letter.Config)
	if err != nil {
		return letter, nil, err
	}
	printed, err := render.PDF(letter, decision, options...)
	if err != nil {
		return letter, nil, fmt.Errorf("the letter of %s could not be printed: %w", d.Case.ID, err)
	}
	return letter, printed, nil
}

// extras are what the configuration puts into a letter besides its words.
func extras(c imr.LetterConfig) ([]render.Option, error) {
	if len(c.Logo) == 0 {
		return nil, nil
	}
	logo, err := render.WithLogo(c.Logo)
	if err != nil {
		return nil, err
	}
	return []render.Option{logo}, nil
}

// encode writes JSON with two spaces of indent and characters as they are.
func encode(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err := e.Encode(v)
	return b.Bytes(), err
}
