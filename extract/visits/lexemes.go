package visits

// lexemes cuts a text as the expression lexeme does. Most of a text is words between spaces, which need no expression.
func lexemes(text string) [][]int {
	out := make([][]int, 0, len(text)/5+1)
	for i := 0; i < len(text); {
		if text[i] == ' ' {
			i++
			continue
		}
		if end := plainWord(text, i); end > i {
			out, i = append(out, []int{i, end}), end
			continue
		}
		to := i + 1
		for to < len(text) && !(text[to-1] == ' ' && plainWord(text, to) > to) {
			to++
		}
		for _, at := range lexeme.FindAllStringIndex(text[i:to], -1) {
			out = append(out, []int{i + at[0], i + at[1]})
		}
		i = to
	}
	return out
}

// plainWord is where a word of plain letters ends that begins at a place, after a space or at the text's beginning, and that no number,
// full stop or sign after it can make into something else; the place itself where there is none.
func plainWord(text string, at int) int {
	if at > 0 && text[at-1] != ' ' {
		return at
	}
	end := at
	for end < len(text) && (text[end]|' ' >= 'a' && text[end]|' ' <= 'z') {
		end++
	}
	if end == len(text) {
		return end
	}
	switch text[end] {
	case ',', ';', ':', ')':
		return end
	case ' ':
		if end+1 == len(text) || !isDigit(text[end+1]) {
			return end
		}
	}
	return at
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }
