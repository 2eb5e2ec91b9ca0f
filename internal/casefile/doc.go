// Package casefile finds a case on disk: one PDF, or a folder of PDFs with an optional case.toml.
package casefile
