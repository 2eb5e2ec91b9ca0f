// Package rewrite takes files apart that gofpdf wrote, and writes them anew with what gofpdf cannot write: the structure of a letter, the form
// fields of a record. It reads no other files: package object does that.
package rewrite
