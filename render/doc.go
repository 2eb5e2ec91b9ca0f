// Package render turns a decision into a letter: first a tree of sentences, each with its source, then text or PDF.
//
// Compose refuses a decision that contradicts itself, so that no letter can say one thing in its item line and another in its
// rationale. Text and PDF print the tree and add nothing to it but page numbers. All fixed texts stand in wording.go;
// the words around facts stand in phrases.go, request.go, flips.go and words.go.
// Everything that comes from a record is data: it is cleaned, quoted and never interpreted.
package render
