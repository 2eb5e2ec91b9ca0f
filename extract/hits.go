package extract

import (
	"slices"
	"strings"

	"imr/extract/history"
)

// hit is a place in a sentence where a phrase was found.
type hit struct {
	p          *phrase
	start, end int
}

// find returns where a phrase stands in a text in lower case: from the first of its patterns to the last.
func (ph *phrase) find(low string) (start, end int, ok bool) {
	start = len(low)
	for _, re := range ph.all {
		at := re.FindStringIndex(low)
		if at == nil {
			return 0, 0, false
		}
		start, end = min(start, at[0]), max(end, at[1])
	}
	return start, end, true
}

// hits returns the first hit of each topic and sense in a sentence, in the order they stand.
func (all *phrases) hits(text string) []hit {
	low := history.Plain(lower(text))
	possible := all.set.In(low)
	blanked := map[string]string{} // by topic and sense: the text without what takes the sense back
	for _, i := range possible {
		if ph := &all.list[i]; ph.takesBack {
			blanked[ph.key] = blank(ph, valueOr(blanked[ph.key], low))
		}
	}
	seen := map[string]bool{}
	var out []hit
	for _, i := range possible {
		ph := &all.list[i]
		if ph.takesBack || seen[ph.key] {
			continue
		}
		if start, end, ok := ph.find(valueOr(blanked[ph.key], low)); ok {
			seen[ph.key] = true
			out = append(out, hit{ph, start, end})
		}
	}
	slices.SortStableFunc(out, func(a, b hit) int { return a.start - b.start })
	return out
}

func valueOr(s, other string) string {
	if s == "" {
		return other
	}
	return s
}

// blank overwrites what a phrase matches with spaces.
func blank(p *phrase, low string) string {
	for range 4 {
		start, end, ok := p.find(low)
		if !ok || start == end {
			break
		}
		low = low[:start] + strings.Repeat(" ", end-start) + low[end:]
	}
	return low
}
