// Package golden compares what a stage made with a golden file, and reads and writes records as text that a person can look at.
package golden
