package extract

import (
	"regexp"
	"strconv"
	"strings"

	"imr"
	"imr/extract/visits"
)

var (
	certifiedColumn = regexp.MustCompile(`(?i)^(?:visits )?(?:certified|approved|authorized|allowed)(?: visits)?$`)
	refusedColumn   = regexp.MustCompile(`(?i)^(?:visits )?(?:non-?\s?certified|not (?:certified|approved|authorized)|denied)(?: visits)?$`)
	leadingNumber   = regexp.MustCompile(`^\d{1,3}\b`)
)

// reviewTable reads a table whose columns are what was requested, certified and refused, a treatment a row.
func (s *scan) reviewTable(p imr.Page) []imr.Mention {
	for i, l := range p.Lines {
		yes, no := columnOf(l, certifiedColumn), columnOf(l, refusedColumn)
		if yes == nil || no == nil {
			continue
		}
		var out []imr.Mention
		for _, row := range p.Lines[i+1:] {
			if len(row.Cells) < 2 {
				break
			}
			if m, ok := s.tableVerdict(p, row, *yes, *no); ok {
				out = append(out, m)
			}
		}
		return out
	}
	return nil
}

func columnOf(l imr.Line, re *regexp.Regexp) *imr.Box {
	for _, c := range l.Cells {
		if re.MatchString(strings.TrimSpace(c.Text)) {
			return &c.Box
		}
	}
	return nil
}

// tableVerdict reads one row: a number of visits below each column's head.
func (s *scan) tableVerdict(p imr.Page, row imr.Line, yes, no imr.Box) (imr.Mention, bool) {
	certified, ok := numberBelow(row, yes)
	refused, refusedOK := numberBelow(row, no)
	if !ok && !refusedOK || !serviceWord.MatchString(row.Cells[0].Text) {
		return imr.Mention{}, false
	}
	m := s.mention("ur", tableOutcome(certified, refused, refusedOK), "", row.Text(), s.linePlace(p, row))
	m.Parts = map[string]string{"service": row.Cells[0].Text, "rank": strconv.Itoa(rankAnnounced)}
	m.Quantity = requested(visits.Parse(row.Cells[0].Text))
	if refusedOK && ok {
		n := float64(certified + refused)
		m.Quantity = &imr.Quantity{Readings: []imr.Range{{Low: n, High: n}}}
	}
	if ok {
		m.Value = strconv.Itoa(certified)
	}
	return m, true
}

func tableOutcome(certified, refused int, refusedOK bool) string {
	switch {
	case certified == 0:
		return imr.URDenied
	case refusedOK && refused == 0:
		return imr.URApproved
	}
	return imr.URModified
}

// numberBelow returns the number of the cell whose middle lies nearest to a column's head.
func numberBelow(row imr.Line, head imr.Box) (int, bool) {
	for _, c := range row.Cells[1:] {
		if c.Box[0] < head[2]+6 && c.Box[2] > head[0]-6 {
			n, err := strconv.Atoi(leadingNumber.FindString(strings.TrimSpace(c.Text)))
			return n, err == nil
		}
	}
	return 0, false
}
