// Package inbox says which cases of a watched folder are complete. It only looks: the folder itself is never changed, except by
// Archive.
package inbox
