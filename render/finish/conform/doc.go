// Package conform holds a finished PDF against what a machine can check of ISO 19005-3 (PDF/A-3b) and ISO 14289-1 (PDF/UA-1), clause
// by clause. It reads the file with a parser of its own, so that an error of package finish cannot hide itself.
//
// Clauses that speak of things a letter never holds (forms, signatures, layers, sound, outlines) are held by one rule each: the thing
// is not there. PDF/UA's clauses carry the numbers of the failure conditions of the Matterhorn Protocol 1.1.
package conform
