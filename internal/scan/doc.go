// Package scan turns a record of internal/records into what a scanner or a fax machine would have made of it: pages that are pictures,
// crooked, turned and dirty as asked for, in a PDF without any text. It makes test records, and needs no program beside Go.
//
//	record PDF ─Pages─▶ clean pictures ─Settings.Scan─▶ scanned pictures ─Wrap─▶ PDF
//
// The same record and the same settings give the same bytes on one kind of processor. The glyphs are those of the Liberation fonts, which
// have the widths of Times, Helvetica and Courier.
package scan
