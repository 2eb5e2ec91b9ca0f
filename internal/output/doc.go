// Package output keeps results: a folder a case, there whole or not at all.
//
// A result is written into a folder below OUT/.imr/tmp, made durable, and renamed into place, so that a reader never sees half of it.
// Each process has a folder of its own there, with a lock that ends with it; what a crash leaves behind is cleared or put back when the
// next process opens the store. Which content has which folder is the ledger's to know.
package output
