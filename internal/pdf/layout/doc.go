// Package layout turns the letters of a page into lines in the order in which a person reads them, with cells where a wide gap or a
// rule stands. It knows nothing of PDF: letters may also come from text recognition.
//
// Coordinates are points from the top left corner of the page as displayed, y downwards. Gaps are measured in ems, the size of type.
package layout
