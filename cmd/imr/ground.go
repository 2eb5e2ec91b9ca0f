package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"imr"
)

// ground is one thing that a sentence rests on: a fact or another part of the decision, and where the record states it.
type ground struct {
	ID     string   `json:"id"` // of a fact, or the place in decision.json
	Name   string   `json:"name"`
	Places []string `json:"places"`
}

// groundOf finds what an id of a sentence's source stands for.
func groundOf(d imr.Decision, id string) ground {
	for _, f := range d.Facts {
		if f.ID == id && f.Status == imr.Silent {
			return ground{id, f.Name + ", on which every page is silent", placesOf(f.Evidence)}
		}
		if f.ID == id {
			return ground{id, f.Name, placesOf(f.Evidence)}
		}
	}
	list, number, _ := strings.Cut(strings.TrimPrefix(id, "letter."), ".")
	i, err := strconv.Atoi(number)
	if err != nil {
		return ground{id, "stated by case.toml, or else by these papers", papers(d, "application", "noarfi")}
	}
	name, places := listed(d, list, i)
	return ground{id, name, places}
}

// papers are the documents of some kinds.
func papers(d imr.Decision, kinds ...string) []string {
	places := []string{}
	for _, r := range d.Letter.Documents {
		if slices.Contains(kinds, r.Kind) {
			places = append(places, pagesOf(r))
		}
	}
	return places
}

// pagesOf names a document's pages, and those of its copies.
func pagesOf(r imr.Reviewed) string {
	text := rangeOf(imr.PageRange{File: r.File, First: r.First, Last: r.Last})
	for _, c := range r.Copies {
		text += ", again in " + rangeOf(c)
	}
	return text
}

func rangeOf(r imr.PageRange) string {
	if r.First == r.Last {
		return fmt.Sprintf("%s, page %d", r.File, r.First)
	}
	return fmt.Sprintf("%s, pages %d to %d", r.File, r.First, r.Last)
}

// listed is the entry of a list of the decision.
func listed(d imr.Decision, list string, i int) (name string, places []string) {
	switch {
	case list == "summary" && i < len(d.Letter.Summary):
		return d.Letter.Summary[i].Name, placesOf(d.Letter.Summary[i].Evidence)
	case list == "documents" && i < len(d.Letter.Documents):
		return "document", []string{pagesOf(d.Letter.Documents[i])}
	case list == "items" && i < len(d.Items):
		return ofItem(d, d.Items[i].N)
	case list == "flags" && i < len(d.Flags):
		return ofFlag(d, d.Flags[i])
	case list == "inputs" && i < len(d.Inputs):
		return "file", []string{d.Inputs[i].File}
	case list == "law" && i < len(d.Law):
		return "text of the law", []string{d.Law[i].Section + ", version of " + d.Law[i].Version}
	}
	return "decision.json", []string{}
}

// ofItem leads to an item's request. The decision keeps its line only where its visits are a fact; else the papers are named that
// hold the request.
func ofItem(d imr.Decision, n int) (name string, places []string) {
	for _, f := range d.Facts {
		if f.Name == "requested_visits" && f.Item != nil && *f.Item == n {
			return "item", placesOf(f.Evidence)
		}
	}
	return "item, as one of these papers lists it", papers(d, "rfa", "application", "ur")
}

// ofFlag leads to the places of a flag. One that tells what the record lacks has none: then every file was searched.
func ofFlag(d imr.Decision, f imr.Flag) (name string, places []string) {
	if len(f.Evidence) > 0 {
		return f.Code, placesOf(f.Evidence)
	}
	for _, in := range d.Inputs {
		places = append(places, in.File)
	}
	return f.Code + ", for which every file was searched", places
}

func placesOf(list []imr.Evidence) []string {
	out := []string{}
	for _, e := range list {
		out = append(out, placeOf(e))
	}
	return out
}

// placeOf names a place: the file, and the page and the line where there are any.
func placeOf(e imr.Evidence) string {
	place := e.File
	if e.Page > 0 {
		place += fmt.Sprintf(", page %d", e.Page)
	}
	if e.Line > 0 {
		place += fmt.Sprintf(", line %d", e.Line)
	}
	return place
}
