// Package extract reads the papers of a case and says what stands on them, and where: Read turns PDF files into pages of lines,
// Mentions finds what those lines speak of.
//
// It judges nothing. That a sentence is denied, planned, quoted or another patient's is for classification to say. The ways in
// which records speak are data: one phrase a line in the folder phrases, the grammar of visit counts in the package visits.
package extract
