package render

import "strings"

// fullName is a name of several words, in any order.
type fullName struct {
	words map[string]bool // as folded has them
	need  int             // how many of them beside each other are the name
}

func newFullName(words []string) fullName {
	n := fullName{words: map[string]bool{}, need: min(len(words), 3)} // three words of a longer name show it
	for _, w := range words {
		n.words[folded(w)] = true
	}
	return n
}

// find returns where a text has the name: its words beside each other, with an initial between them at most.
func (n fullName) find(s string) [][2]int {
	var out [][2]int
	start, end, last, found := 0, 0, 0, 0 // end is that of the name, last that of an initial behind it
	for _, at := range append(nameWord.FindAllStringIndex(s, -1), []int{len(s), len(s)}) {
		word := s[at[0]:at[1]]
		beside := found > 0 && at[0]-last <= 3 && strings.Trim(s[last:at[0]], " ,.;/-_\t\n") == ""
		switch {
		case beside && len(word) == 1:
			last = at[1]
			continue
		case n.words[folded(word)] && beside:
			found, end = found+1, at[1]
		case n.words[folded(word)]:
			out = n.ended(out, found, start, end)
			start, end, found = at[0], at[1], 1
		default:
			out = n.ended(out, found, start, end)
			found = 0
		}
		last = at[1]
	}
	return out
}

func (n fullName) ended(out [][2]int, found, start, end int) [][2]int {
	if found >= n.need {
		return append(out, [2]int{start, end})
	}
	return out
}
