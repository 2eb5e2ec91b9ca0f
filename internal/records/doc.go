// Package records turns a readable text, the twin, into a synthetic medical record as a PDF. The twin is the source: whoever
// wants another record writes or changes a twin and runs
//
//	go run ./internal/records/make
//
// which writes the PDF of every twin below samples and testdata/cases. The same twin gives the same bytes.
//
// # Markup
//
// A twin is UTF-8 text. Each line is one of these, told by how it begins:
//
//	# Title                        centred and bold
//	## Heading                     bold
//	- text                         an entry of a list
//	[X] text || [ ] text           boxes of a form, ticked or not; as many in a row as there are texts
//	Label: value || Label: value   fields of a form side by side; an empty text leaves its place empty
//	| cell | cell |                a row of a table with borders; cells wrap; the first row is bold
//	> text                         a line that stands alone, as in an address or for a single field; without text, an empty line
//	====                           the next page
//	@name value                    a directive
//
// Anything else is text: neighbouring lines are joined to a paragraph and wrapped, and an empty line ends the paragraph.
//
// The directives hold from where they stand; @header and @footer from the next page that is begun:
//
//	@font times                    or helvetica, or courier
//	@size 11                       of the type, 6 to 20 points
//	@header text                   at the top of each page
//	@footer text                   at the foot of each page; {page} is its number
//	@picture                       a page-filling picture of writing that nobody can read, on a page of its own
//	@type plain                    or twice, a hair apart, which looks bold; or spaced, with the letters apart
//	@column left                   then right, for two columns of text side by side, then both
//	@hidden white text             text that a person cannot see: white, mode (that draws nothing), tiny, outside (the page) or covered
//	@fields drawn                  values of forms and tables, and boxes, are form fields; or values, without their looks; or off.
//	                               (X) and ( ) are boxes of which one may be chosen
//
// These hold for pages that are begun next:
//
//	@rotate 90                     or 180 or 270: the page lies so, and is turned back when it is shown
//	@sideways 90                   the page lies so, and is shown so
//
// And these for the whole file:
//
//	@scan 150                      a scan at so many dots an inch, in black and white: pictures of the pages, without text
//	@encrypt aes-256 password      or aes-128, rc4-128, rc4-40; without a password anybody may open it
//	@damage before                 a gateway's lines before the file; or behind it; table: the list of objects is lost; lengths: those of
//	                               streams are wrong; cut: the end is missing
//
// # Where twins lie
//
// A folder that is given to the program as a case may hold nothing that is not part of the record, so twins lie beside it:
//
//	samples/twins/CASE/NAME.txt          makes samples/CASE/NAME.pdf
//	testdata/cases/CASE/twin/NAME.txt    makes testdata/cases/CASE/record/NAME.pdf
//
// Everything in a twin is invented. No twin may hold anything that looks like a social security number.
package records
