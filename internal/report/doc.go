// Package report tells people where the cases of an output folder stand: as text, as a page for a browser, as a table for a spreadsheet
// and as JSON. It reads tasks of the ledger and writes nothing.
package report
