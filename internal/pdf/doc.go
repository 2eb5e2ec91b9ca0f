// Package pdf reads PDF files into the pages, lines and cells of the root package.
//
// A file goes through these steps:
//
//	bytes ─repair─▶ sound copy ─pages─▶ page dictionaries ─collect─▶ glyphs ─hidden─▶ visible glyphs ─lines, columns─▶ imr.Page
//
// The object layer is github.com/ledongthuc/pdf. It trusts its input, so a file is first rewritten in memory: its
// cross-reference data are read with limits, or rebuilt by a scan, and every object stream is unpacked. What reaches the
// library has no loops in it. Content streams, fonts and the layout of a page are read here.
//
// Coordinates are points from the top left corner of the page as displayed, y downwards, once the page's rotation and
// crop box are applied. References such as "9.4.3" in comments are clauses of ISO 32000-1:2008.
//
// Only what a person can see becomes text. Invisible, covered or misplaced text is flagged as "hidden-text".
package pdf
