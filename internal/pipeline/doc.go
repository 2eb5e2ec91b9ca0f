// Package pipeline runs cases at the same time: so many at once, each by itself. It is the only package that starts goroutines.
package pipeline
