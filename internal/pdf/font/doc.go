// Package font reads what the codes of a PDF font show: their text and their width (ISO 32000-1, clause 9).
//
// A code's text is looked for in this order: the font's ToUnicode map, its encoding with the names of glyphs, the predefined character
// maps, and the font program where one is embedded. A code whose text nobody tells is Unknown rather than left out: a number that
// loses a digit in silence is worse than one that cannot be read.
package font

// Unknown stands for a glyph whose text the file does not tell.
const Unknown = "\uFFFD"

// maxMapped bounds the codes that a character map or a table of widths may list: more than any font has.
const maxMapped = 1 << 17
