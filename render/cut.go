package render

// cutWide cuts each word that is wider than a line into pieces that are not.
func cutWide(words []word, width float64, m measure) []word {
	var out []word
	for _, w := range words {
		if m(w.text, w.style) <= width {
			out = append(out, w)
			continue
		}
		out = append(out, cut(w, width, m)...)
	}
	return out
}

func cut(w word, width float64, m measure) []word {
	var out []word
	start, used, space := 0, 0.0, w.space
	for i, r := range w.text {
		advance := m(string(r), w.style)
		if used+advance > width && i > start {
			out = append(out, word{text: w.text[start:i], style: w.style, space: space})
			start, used, space = i, 0, 0
		}
		used += advance
	}
	return append(out, word{text: w.text[start:], style: w.style, space: space})
}
