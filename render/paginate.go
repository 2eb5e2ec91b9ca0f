package render

// placed is a row and its baseline on the page.
type placed struct {
	row
	y float64
}

// paginate spreads rows over pages: the first begins below the header table, at top, the others at the margin. Rows that are
// kept together move to the next page together, unless they fill more than a page.
func paginate(rows []row, top float64) [][]placed {
	pages := [][]placed{nil}
	y := top
	for len(rows) > 0 {
		n := kept(rows)
		if rows[0].top && y != margin {
			pages, y = append(pages, nil), margin
		}
		if y+height(rows[:n], y == margin) > bottom && y != margin && height(rows[:n], true) <= bottom-margin {
			pages, y = append(pages, nil), margin
		}
		for _, r := range rows[:n] {
			if y+height([]row{r}, false) > bottom && y != margin {
				pages, y = append(pages, nil), margin
			}
			y += height([]row{r}, y == margin)
			last := len(pages) - 1
			pages[last] = append(pages[last], placed{r, y})
		}
		rows = rows[n:]
	}
	return pages
}

// kept is the number of rows at the start that stay together.
func kept(rows []row) int {
	n := 1
	for n < len(rows) && rows[n-1].keep {
		n++
	}
	return n
}

func height(rows []row, atTop bool) float64 {
	sum := 0.0
	for i, r := range rows {
		sum += r.height
		if i > 0 || !atTop {
			sum += r.before
		}
	}
	return sum
}
