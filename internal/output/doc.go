// Package output keeps results: a folder a case, there whole or not at all, and a ledger of what was done with which content.
//
// A result is written into a folder below OUT/.imr/tmp, made durable, and renamed into place, so that a reader never sees half of
// it. What a crash leaves behind is cleared or put back when the store is opened again. The ledger is two folders of small files:
// OUT/.imr/content says for each result's folder which content it belongs to, and OUT/.imr/done for each content where its first
// result lies. Whatever the step at which a crash comes, the same content gets the same place again.
package output
