// Package witness reads the program's own letters with github.com/ledongthuc/pdf, whose code has nothing in common with that of package pdf:
// where one code writes a file and reads it back, both may be wrong in the same way, and nobody would notice.
//
// It is for files that the program has just found to be its own, byte by byte. That library may hang or take all memory on other files.
package witness
