// Package vault keeps the records of cases that wait, and the results of those that are done, as objects that are named by a hash: in a
// folder, or in an S3 bucket where several machines work together.
package vault
