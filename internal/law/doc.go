// Package law holds the regulation verbatim, one file a section and version, with the days on which it was in force.
//
// Nothing is quoted that is not in a file: Quote fails where the words do not stand in the paragraph. What could not be verified
// is left out and marked […]; words across such a gap cannot be quoted.
package law
