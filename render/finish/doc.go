// Package finish makes a tagged, archivable PDF of what gofpdf has written: PDF/A-3b (ISO 19005-3:2012) and PDF/UA-1
// (ISO 14289-1:2014), with the structure tree, XMP metadata, an output intent and attached files.
//
// gofpdf lays the letter out and knows nothing of all that. While it lays out, marked content is written into its pages; the tree
// whose leaves that content is, an Element, is handed to File, which reads gofpdf's objects, adds what is missing and writes them anew.
package finish
