package pdf

import "strings"

// NeedsRecognition reports whether a page was not read because only text recognition can tell what stands on it.
func NeedsRecognition(reason string) bool {
	return strings.HasSuffix(reason, "it needs text recognition")
}
