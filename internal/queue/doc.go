// Package queue carries contents of cases to workers, the most urgent first. It is a carrier and no memory: what is done stands in the
// ledger, and a queue that is lost is filled again from there.
package queue
