package layout

const (
	fewPairs     = 8   // of letters, from which on a line tells how it is set
	widestApart  = 0.3 // ems; letters further apart are entries of a table, or of boxes for one letter each
	pairsPerWord = 30  // so many letters are at most between two drawn spaces
)

// pairs are a line's letters next to each other without a space between them.
type pairs struct {
	all, wide   int     // wide ones look like parts of two words
	sum         float64 // of the gaps of wide ones, in ems
	least, most float64
	spaces      int // drawn between other letters
}

// letterSpace returns how far, in ems, the letters of a word stand apart where a line is letter-spaced, else 0. Such a line draws the spaces
// between its words, and most of its letters stand further apart than letters of a word do, by the same distance.
func letterSpace(letters []letter) float64 {
	var p pairs
	var last *letter
	blank := false
	for i := range letters {
		l := &letters[i]
		if isBlank(l.text) {
			blank = true
			continue
		}
		switch {
		case last == nil:
		case blank:
			p.spaces++
		default:
			p.add((l.x0 - last.x1) / l.size)
		}
		last, blank = l, false
	}
	if p.all < fewPairs || p.wide*5 < p.all*4 || p.spaces*pairsPerWord < p.all || p.most > widestApart || p.most-p.least > wordGap {
		return 0
	}
	return p.sum / float64(p.wide)
}

func (p *pairs) add(gap float64) {
	p.all++
	if gap <= wordGap {
		return
	}
	if p.wide++; p.wide == 1 {
		p.least = gap
	}
	p.sum += gap
	p.least, p.most = min(p.least, gap), max(p.most, gap)
}
