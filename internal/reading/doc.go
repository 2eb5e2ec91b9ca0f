// Package reading reads the PDFs of a case, each page by the first reader that can: the own one, then pdfium, then text recognition.
//
// The files are hostile until shown otherwise. Nothing of them is opened in this process: a child reads them and hands back pages as JSON
// lines, a second kind of child runs pdfium, a third recognizes text on pixels that the second has drawn. Where a child is ended, at a
// limit or by a crash, the files of the case are read one by one, so that one file's fault is not another's.
package reading
