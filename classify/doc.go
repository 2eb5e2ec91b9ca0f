// Package classify says what we take the papers of a case to mean: which pages are which document, which request is in dispute,
// what utilization review did with each line of it, and what the record says of each fact that the rules ask for.
//
// A fact is known, silent, contradictory or unknown. The package never chooses between places that disagree, and never takes
// silence where a page could not be read. The clues to a document's kind (kinds.txt) and the words that change what a statement
// means (context.txt) are data, one line each.
package classify
