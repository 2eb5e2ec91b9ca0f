// Package ledger is the durable memory of an output folder: which content was claimed, under which folder's name, how far it is, and by
// when it is due. It decides what is done; a queue only carries work.
//
// A content has one row in the table content, whose key is unique: whoever enters it first has claimed the case, however many machines
// look at the same inbox. A task is a content under a folder's name, so that a name is given to one content only.
package ledger
