// Package object reads the objects of a PDF file: numbers, names, dictionaries, streams and what refers to what (ISO 32000-1, clause 7).
//
// It trusts nothing in a file. Loops, damage and absurd sizes end in a null value or an error, never in a panic, an endless loop or
// memory without bound. Where the cross-reference table does not hold, the objects are found by a scan of the file. Objects are read
// when they are asked for, and kept.
package object

import "errors"

// Reasons for which a file cannot be opened.
var (
	ErrNotPDF     = errors.New("the file has neither the header nor the objects of a PDF")
	ErrDamaged    = errors.New("the file has no pages that can be found")
	ErrPassword   = errors.New("the file asks for a password")
	ErrEncryption = errors.New("the file is encrypted in a way that is not supported")
)

// Limits. What lies beyond is left out.
const (
	maxNesting    = 100       // arrays and dictionaries inside one another; real files stay below ten
	maxItems      = 1 << 20   // of an array and those inside it
	maxObject     = 8_388_607 // the highest object number (annex C)
	maxObjects    = 2_000_000 // objects that are looked up, about 100 MB of table
	maxSections   = 10_000    // of the cross-reference chain
	maxChain      = 16        // references that lead to references, and lengths that have lengths
	maxStream     = 64 << 20  // bytes that one stream unpacks to; a page's text stays below two million
	maxUnpacked   = 1 << 30   // bytes that all streams of a file unpack to
	maxContained  = 256 << 20 // of them, bytes in object streams, which are kept
	maxKept       = 400_000   // tokens of objects that are kept; beyond, they are read again when asked for
	maxFilters    = 6         // of one stream
	maxHeaderSkip = 4096      // bytes before the header
)
