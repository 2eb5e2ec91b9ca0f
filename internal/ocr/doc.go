// Package ocr recognizes the text of scanned pages by running the program tesseract.
//
// A picture goes through these steps:
//
//	picture ─newSheet─▶ black on white, letters ─attitudes─▶ which way up, how crooked ─straight─▶ level picture at 300 dpi
//	        ─unrule, despeck─▶ text alone ─recognize─▶ hOCR ─parse, marks─▶ words in points
//
// The page's attitude is found in Go, in a few hundredths of a second, from the letters' shapes alone: they stand on a common baseline,
// while their tops are at two heights. Tesseract runs once a page; only where what it reads is not plainly text is the page tried the other
// ways up.
//
// Words come in the frame of the upright and straight page, where pdf.Lines can lay them out. Page.Displayed leads from there to the page
// as displayed, so that a box of evidence lies on the words that a person sees.
//
// The program is the C++ library's own, started as a child process with one thread: no cgo, and nothing is written to disk.
package ocr
