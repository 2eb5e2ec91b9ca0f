// Package engine does the cases of an inbox: it takes complete ones in, gives each its folder in the ledger, lets workers do the most
// urgent first, and keeps every result exactly once, however often it is killed. What a case means is not its business: that is the Work
// it is given.
package engine
