// Package imr holds the plain types that the stages of the program hand to one another.
//
// A case file goes through four stages:
//
//	record.pdf ─extract─▶ Record, Mentions ─classify─▶ Case ─decide─▶ Decision ─render─▶ Letter
//
// extract says what the paper says and where; classify says what we take it to mean and marks what is contradictory or
// unknown; decide answers with reasons; render prints those reasons, with a source for each sentence. The types here use
// nothing but the standard library, and each of them can be written as JSON and read back.
package imr
