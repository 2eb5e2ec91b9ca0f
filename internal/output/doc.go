// Package output keeps results: a folder a case, there whole or not at all, and a ledger of what was done with which content.
//
// A result is written into a folder below OUT/.imr/tmp, made durable, and renamed into place, so that a reader never sees half of
// it. What a crash leaves behind is cleared or completed when the store is opened again.
package output
