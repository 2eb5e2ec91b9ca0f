package classify

import (
	"strings"

	"imr"
)

// leastCopied is how many bytes of text a page has whose text tells that it is another page's copy.
const leastCopied = 80

// copies tells for each document which other one holds all that stands on it, as where a page was faxed twice; -1 for one that is no copy.
// Of two that hold the same the first is the document. Lines of a fax machine and numbers of pages do not count.
func copies(papers []paper) []int {
	texts, of := make([]string, len(papers)), make([]int, len(papers))
	with := map[string][]int{} // the documents on which a line stands
	for i := range papers {
		of[i] = -1
		if papers[i].excluded {
			continue
		}
		texts[i] = ownText(papers[i].text)
		for line := range strings.Lines(texts[i]) {
			if n := len(with[line]); n == 0 || with[line][n-1] != i {
				with[line] = append(with[line], i)
			}
		}
	}
	for i, text := range texts {
		if len(text) < leastCopied {
			continue
		}
		for _, j := range with[longestLine(text)] {
			if larger := len(texts[j]) > len(text) || len(texts[j]) == len(text) && j < i; larger && strings.Contains(texts[j], text) {
				of[i] = j
				break
			}
		}
	}
	return of
}

// longestLine is the line that is least likely to stand on other documents.
func longestLine(text string) string {
	longest := ""
	for line := range strings.Lines(text) {
		if len(line) > len(longest) {
			longest = line
		}
	}
	return longest
}

// ownText is a document's text without what machines print on its pages, with a line break before each line and at its end.
func ownText(text string) string {
	var b strings.Builder
	b.WriteByte('\n')
	for line := range strings.Lines(text) {
		if !furniture.MatchString(line) {
			b.WriteString(strings.TrimSpace(line) + "\n")
		}
	}
	return b.String()
}

// reviewed lists the documents. What was faxed twice is one document, with the places of its copies.
func (c *classifier) reviewed() []imr.Reviewed {
	var out []imr.Reviewed
	of := copies(c.papers)
	place := map[int]int{} // of a paper in the list
	for i, p := range c.papers {
		if !p.excluded && of[i] < 0 {
			place[i] = len(out)
			out = append(out, imr.Reviewed{Kind: p.kind, Provider: p.author, Date: p.date, File: p.file, First: p.first, Last: p.last})
		}
	}
	for i, p := range c.papers {
		if of[i] >= 0 {
			whole := of[i]
			for of[whole] >= 0 { // a copy of a copy
				whole = of[whole]
			}
			r := &out[place[whole]]
			r.Copies = append(r.Copies, imr.PageRange{File: p.file, First: p.first, Last: p.last})
		}
	}
	return out
}
