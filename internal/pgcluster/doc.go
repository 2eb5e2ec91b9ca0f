// Package pgcluster gives a test a PostgreSQL server of its own, made of the programs that Debian's package postgresql installs. It runs as
// a user without rights, is reached by a socket in a folder of its own, and goes with the test.
package pgcluster
