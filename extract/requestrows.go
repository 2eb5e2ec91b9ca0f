package extract

import (
	"slices"
	"strings"

	"imr"
	"imr/extract/visits"
	"imr/internal/pattern"
)

// row is one row of a table: what stands in each column, and the lines it takes.
type row struct {
	texts []string // by column
	cells []string // in the order they were read, for cells that ran together
	over  []int    // the columns besides its own over which some cell stands
	lines []imr.Line
}

// rows reads the rows until the table ends.
func (t requestTable) rows() []row {
	var out []row
	for i, l := range t.lines {
		if t.ends(l) {
			break
		}
		if len(out) == 0 || t.starts(i) {
			out = append(out, row{texts: make([]string, len(t.columns))})
		}
		out[len(out)-1].add(t, l)
	}
	return out
}

// ends reports whether a line stands below the table: a signature, a box, or text that keeps to no column.
func (t requestTable) ends(l imr.Line) bool {
	text := strings.TrimSpace(l.Text())
	if tableEnd.MatchString(text) || boxStart.MatchString(text) {
		return true
	}
	return len(l.Cells) == 1 && (t.crosses(l.Cells[0]) && !icdCode.MatchString(text) && !cptCode.MatchString(text) || l.Cells[0].Box[0] < t.columns[0].x0-20)
}

// starts reports whether a row begins on the i-th line: by its number, by its diagnosis code, by the room above it, or, in a table
// without any of these, because it fills several columns.
func (t requestTable) starts(i int) bool {
	l := t.lines[i]
	if at := t.with("number"); at >= 0 {
		return onlyNumber.MatchString(strings.TrimSpace(t.cellIn(l, at)))
	}
	if icdCode.MatchString(l.Text()) {
		return true
	}
	service := t.cellIn(l, t.with("service")) != ""
	if gap, least := t.gap(i), t.leastGap(); gap > 1.3*least {
		return service
	}
	return service && len(l.Cells) > 1 && (!t.coded() && t.cellIn(l, 0) != "" || t.whole(l))
}

// whole reports whether a line names a service and its number of visits, as a row that leaves out the diagnosis of the one above does.
func (t requestTable) whole(l imr.Line) bool {
	name := strings.TrimSpace(t.cellIn(l, t.with("service")))
	for _, v := range visits.ParseCell(t.cellIn(l, t.with("quantity"))) {
		if v.Total != nil && startsUpper(name) && serviceWord.MatchString(name) {
			return true
		}
	}
	return false
}

func (t requestTable) with(role string) int {
	for i, k := range t.columns {
		if k.role == role {
			return i
		}
	}
	return -1
}

func (t requestTable) cellIn(l imr.Line, column int) string {
	for _, c := range l.Cells {
		if t.columnOf(c) == column {
			return c.Text
		}
	}
	return ""
}

func (t requestTable) gap(i int) float64 { return t.lines[i].Box()[1] - t.lines[i-1].Box()[1] }

func (t requestTable) leastGap() float64 {
	least := 1e9
	for i := 1; i < len(t.lines) && !t.ends(t.lines[i]); i++ {
		least = min(least, t.gap(i))
	}
	return least
}

// coded reports whether the rows of the table have diagnosis codes.
func (t requestTable) coded() bool {
	for _, l := range t.lines {
		if t.ends(l) {
			return false
		}
		if icdCode.MatchString(l.Text()) {
			return true
		}
	}
	return false
}

func (r *row) add(t requestTable, l imr.Line) {
	r.lines = append(r.lines, l)
	for _, c := range t.apart(l.Cells) {
		i := t.columnOf(c)
		text := strings.TrimSpace(c.Text)
		r.texts[i] = readOn(r.texts[i], text) + text
		r.cells = append(r.cells, text)
		for k, col := range t.columns {
			if k < i && col.x0 > c.Box[0]-9 || k > i && col.x0 < c.Box[2]-15 {
				r.over = append(r.over, k)
			}
		}
	}
}

// codeAfter is a name and the code after it.
var codeAfter = pattern.New(`^(.*\pL\S*)\s+(\d{5}|[A-T]\d\d(?:\.\w{1,4})?|\d{3}\.\d{1,2})$`)

// apart cuts a cell in two where a code ran together with what stands before it, and its column has no cell of its own.
func (t requestTable) apart(cells []imr.Cell) []imr.Cell {
	var out []imr.Cell
	for _, c := range cells {
		m := codeAfter.FindStringSubmatch(strings.TrimSpace(c.Text))
		if m == nil {
			out = append(out, c)
			continue
		}
		head, tail := c, c
		head.Text, tail.Text = m[1], m[2]
		head.Box[2] = c.Box[0] + (c.Box[2]-c.Box[0])*float64(len(m[1]))/float64(len(c.Text))
		tail.Box[0] = head.Box[2]
		i, k := t.columnOf(head), t.columnOf(tail)
		taken := slices.ContainsFunc(cells, func(o imr.Cell) bool { return o.Box != c.Box && t.columnOf(o) == k })
		if role := t.columns[k].role; i == k || taken || role != "code" && role != "icd" {
			out = append(out, c)
			continue
		}
		out = append(out, head, tail)
	}
	return out
}

// ranTogether reports whether cells of the row were read as one: one stands over a column that has none of its own.
func (r *row) ranTogether() bool {
	return slices.ContainsFunc(r.over, func(k int) bool { return r.texts[k] == "" })
}

// columns is what a row of a request table says.
type columns struct{ diagnosis, service, code, quantity, part string }

// onlyICD is a cell that holds diagnosis codes and nothing else.
var onlyICD = pattern.New(`^(?:(?:[A-TV-Z]\d{2}(?:\.[0-9A-Z]{1,4})?|\d{3}\.\d{1,2}|V\d{2}\.\d{1,2})[,;]?)+$`)

// codeAtEnd is a code that stands before or after the name of a service.
var codeAtEnd = pattern.New(`^\s*\(?(?:CPT )?\d{5}\)?[\s,:-]*|[\s,:-]*\(?(?:CPT )?\d{5}\)?\s*$`)

var spacedCode = pattern.New(`(\d) (\d)`)

// rowRequests reads a row as a request, or as several where its service names several, each with its number.
func (s *scan) rowRequests(p imr.Page, t requestTable, r row) []imr.Mention {
	c, ok := t.columnsOf(r)
	if !ok {
		return nil
	}
	names := []string{c.service}
	if c.quantity == "" {
		names = eachCounted(c.service)
	}
	var out []imr.Mention
	for _, name := range names {
		out = append(out, s.request(c.diagnosis, name, c.code, c.quantity, s.linesPlace(p, r.lines)))
	}
	return out
}

// eachCounted cuts a list of treatments at its commas where each part names a treatment and a number.
func eachCounted(service string) []string {
	parts := strings.Split(service, ", ")
	for _, part := range parts {
		if !serviceWord.MatchString(part) || !digit.MatchString(part) {
			return []string{service}
		}
	}
	return parts
}

// columnsOf reads what a row says, however its cells ran together.
func (t requestTable) columnsOf(r row) (columns, bool) {
	c := t.read(r)
	if r.ranTogether() || c.service == "" && c.code == "" {
		c = columnsRunTogether(strings.Join(r.cells, " | "))
	}
	if found := cptCode.FindAllString(c.service, -1); c.code == "" && found != nil { // the service and its code stand in one cell
		c.code = strings.Join(found, " ")
		if bare := clean(codeAtEnd.ReplaceAllString(c.service, "")); serviceWord.MatchString(bare) {
			c.service = bare
		}
	}
	if c.service == "" && c.code != "" {
		c.service = "CPT " + c.code
	}
	if c.service == "" || !serviceWord.MatchString(c.service+" "+c.quantity) && c.code == "" {
		return c, false
	}
	if c.part != "" {
		c.service += ", " + c.part
	}
	return c, true
}

// read takes a row's columns by their heads. Codes that wrap in a narrow column are read without the space.
func (t requestTable) read(r row) columns {
	var c columns
	for i, k := range t.columns {
		text := r.texts[i]
		switch k.role {
		case "diagnosis", "icd":
			if k.role == "icd" {
				text = strings.ReplaceAll(text, " ", "")
			}
			c.diagnosis = clean(c.diagnosis + " " + text)
		case "code":
			if c.code = codesIn(text); c.code == "" {
				c.quantity = clean(c.quantity + " " + text)
			}
		case "quantity":
			if t.quantities() > 1 {
				text = inUnits(k.head, text)
			}
			c.quantity = clean(c.quantity + " " + text)
		case "part":
			c.part = clean(text)
		case "service":
			c.service = clean(c.service + " " + text)
		}
	}
	return c
}

// unitsOf tell what a bare number below a column's head counts.
var unitsOf = []struct {
	head *pattern.Pattern
	unit string
}{
	{pattern.New(`(?i)^(?:duration.*)?\b(?:weeks|wks)\b`), " weeks"},
	{pattern.New(`(?i)^(?:duration.*)?\bmonths\b`), " months"},
	{pattern.New(`(?i)^(?:freq|times (?:a|per|/) ?w|(?:visits|sessions) (?:a|per) week)`), " times a week,"},
	{pattern.New(`(?i)^(?:total|visits|sessions|qty|quantity|number of|#|no\.? of)`), " visits"},
}

// quantities is how many columns say how much is asked for. One alone gives a number of visits, or says itself what it counts.
func (t requestTable) quantities() int {
	n := 0
	for _, k := range t.columns {
		if k.role == "quantity" {
			n++
		}
	}
	return n
}

// inUnits names the unit of a bare number below a head.
func inUnits(head, text string) string {
	if onlyDigits.MatchString(strings.TrimSpace(text)) {
		for _, u := range unitsOf {
			if u.head.MatchString(strings.TrimSpace(head)) {
				return strings.TrimSpace(text) + u.unit
			}
		}
	}
	return text
}

var onlyDigits = pattern.New(`^\d{1,3}$`)

// codesIn are the codes in a cell, also where a narrow column broke one.
func codesIn(text string) string {
	found := cptCode.FindAllString(text, -1)
	if found == nil {
		found = cptCode.FindAllString(spacedCode.ReplaceAllString(text, "$1$2"), -1)
	}
	return strings.Join(found, " ")
}

// columnsRunTogether tells apart cells that ran together, by the codes between them.
func columnsRunTogether(text string) columns {
	var c columns
	if at := icdCode.FindStringIndex(text); at != nil {
		c.diagnosis = strings.Trim(text[:at[1]], " |")
		text = text[at[1]:]
	}
	text = strings.Trim(text, " |")
	c.service = text
	if at := cptCode.FindStringIndex(text); at != nil {
		c.code = strings.Join(cptCode.FindAllString(text, -1), " ")
		c.service, c.quantity = text[:at[0]], cptCode.ReplaceAllString(text[at[1]:], "")
	} else if i := strings.Index(text, " | "); i >= 0 {
		c.service, c.quantity = text[:i], text[i+3:]
	}
	c.service, c.quantity = clean(c.service), clean(c.quantity)
	return c
}
