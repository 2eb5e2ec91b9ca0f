// Package pdfium is the second reader of PDF files, for those that package pdf cannot read, and draws pages for text recognition.
//
// It runs the PDFium library, compiled to WebAssembly, within the process: no cgo, no program to install, and no access to files
// or to the network. A file that breaks the library breaks an instance of it and nothing else.
//
//	bytes ─instance─▶ objects ─hide what cannot be seen─▶ characters ─▶ words ─pdf.Lines─▶ imr.Page
//	bytes ─instance─▶ picture
//
// Coordinates are points from the top left corner of the page as displayed, y downwards, once the page's rotation and crop box
// are applied. Only what a person can see becomes text: text that is invisible, tiny, off the page, in the colour of its ground or
// wholly covered is left out and flagged as "hidden-text". What falls short of package pdf: text is not checked against clips,
// layers that are switched off and things that cover it in part; and letters and marks that their font does not tell are not guessed.
//
// # A sealed process
//
// Open loads the compiled library from its cache folder. Afterwards nothing opens a file or a connection, so that the process may
// give up the right to. It must still be able to start threads and to get memory: at most 512 MiB for one file, and some 100 MB
// beside it. Where the process has less, pages that need more are named as damaged. Warm fills the folder beforehand.
package pdfium
