package pdf

// readingOrder returns lines in the order in which a person reads them.
func readingOrder(lines []*textLine) []*textLine { return lines }
