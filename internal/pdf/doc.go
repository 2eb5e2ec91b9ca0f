// Package pdf reads PDF files into the pages, lines and cells of the root package.
//
// A file goes through these steps:
//
//	bytes ─object─▶ objects ─pages─▶ page dictionaries ─collect, font─▶ glyphs ─hidden─▶ visible glyphs ─layout─▶ imr.Page
//
// Package object finds and reads the objects, font tells what codes show, layout puts letters together to lines; this package knows
// pages, content streams, form fields and what can be seen. Each content stream is read once, from its start to its end.
//
// The object layer is the project's own. That of github.com/ledongthuc/pdf, which was used before, reads an object anew each time it is
// asked for, knows few filters and no AES of 256 bits, and trusts its input, so that every file had to be rewritten for it;
// docs/architecture.md says where that library is used now, and docs/measurements.md has the numbers.
//
// Coordinates are points from the top left corner of the page as displayed, y downwards, once the page's rotation and
// crop box are applied. References such as "9.4.3" in comments are clauses of ISO 32000-1:2008.
//
// Only what a person can see becomes text. Invisible, covered or misplaced text is flagged as "hidden-text".
package pdf
