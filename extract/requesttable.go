package extract

import (
	"slices"
	"strings"

	"imr"
	"imr/internal/pattern"
)

// column is a column of a table that asks for treatment: where it begins, and what its head says it holds.
type column struct {
	role string // "number", "icd", "code", "diagnosis", "quantity", "service", "part", or "" for anything else
	head string // its first line
	x0   float64
}

// columnRoles tell what the head of a column announces, by its first words.
var columnRoles = []struct {
	role string
	re   *pattern.Pattern
}{
	{"number", pattern.New(`(?i)^(?:#|no\.?|item(?: ?(?:#|no\.?))?|line)$`)},
	{"icd", pattern.New(`(?i)^ICD`)},
	{"code", pattern.New(`(?i)^(?:CPT|HCPCS|procedure code|billing code|code)`)},
	{"diagnosis", pattern.New(`(?i)^(?:(?:primary|working) )?(?:diagnos|dx\b|condition\b)`)},
	{"quantity", pattern.New(`(?i)^(?:other(?: info\w*)?\b|freq|duration|qty|quantity|visits|units|amount|sessions|weeks|months|total|times|number of|# ?of|no\.? of|how (?:many|often|long))`)},
	{"part", pattern.New(`(?i)^(?:body ?part|body region|area|region|site|location)`)},
	{"service", pattern.New(`(?i)^(?:requested )?(?:service|goods?\b|procedure|treatment|item|description|modality)`)},
}

func roleOfColumn(text string) string {
	for _, r := range columnRoles {
		if r.re.MatchString(strings.TrimSpace(text)) {
			return r.role
		}
	}
	return ""
}

// requestTable is a table on a page: its columns, and the lines below its head.
type requestTable struct {
	columns []column
	lines   []imr.Line
}

// tableRequests reads the rows of a page's table as requests.
func (s *scan) tableRequests(p imr.Page, _ []block) []imr.Mention {
	var out []imr.Mention
	lines := acrossColumns(p.Lines)
	for i := range lines {
		t, ok := tableAt(lines, i)
		if !ok {
			continue
		}
		for _, r := range t.rows() {
			out = append(out, s.rowRequests(p, t, r)...)
		}
		if len(out) > 0 {
			return out
		}
	}
	return out
}

// tableAt reads a line as a table's head: one column names the service, and another a code, a diagnosis or a quantity.
func tableAt(lines []imr.Line, i int) (requestTable, bool) {
	t := requestTable{}
	has := map[string]bool{}
	for _, c := range lines[i].Cells {
		for _, k := range headsIn(c) {
			has[k.role] = true
			t.columns = append(t.columns, k)
		}
	}
	if len(t.columns) < 2 || !has["service"] || !(has["icd"] || has["code"] || has["quantity"] || has["diagnosis"]) {
		return t, false
	}
	i++
	for i < len(lines) && headLeftover(lines[i].Text()) {
		t.widen(lines[i])
		i++
	}
	t.lines = lines[i:]
	return t, true
}

// furtherHead is the head of another column in a cell that ran together with the one before: "ICD-Code Service/Good".
var furtherHead = pattern.New(`\s(?:ICD|Service/|CPT|Other Info|Diagnosis)`)

// headsIn are the heads that a cell holds, each where its text begins.
func headsIn(c imr.Cell) []column {
	out := []column{{roleOfColumn(c.Text), c.Text, c.Box[0]}}
	for _, at := range furtherHead.FindAllStringIndex(c.Text, -1) {
		role := roleOfColumn(c.Text[at[0]+1:])
		if role != out[len(out)-1].role {
			out = append(out, column{role, c.Text[at[0]+1:], c.Box[0] + (c.Box[2]-c.Box[0])*float64(at[0]+1)/float64(len(c.Text))})
		}
	}
	return out
}

// widen adds the columns whose heads begin only on a further line of the head.
func (t *requestTable) widen(l imr.Line) {
	for _, c := range l.Cells {
		near := slices.ContainsFunc(t.columns, func(k column) bool { return c.Box[0] > k.x0-9 && c.Box[0] < k.x0+60 })
		if role := roleOfColumn(c.Text); role != "" && !near {
			t.columns = append(t.columns, column{role, c.Text, c.Box[0]})
		}
	}
	slices.SortFunc(t.columns, func(a, b column) int { return int(a.x0 - b.x0) })
}

// headLeftover reports whether a line still belongs to the table's head: nothing on it but the words that heads use.
func headLeftover(text string) bool {
	return ruler.MatchString(text) || len(strings.TrimSpace(headWords.ReplaceAllString(text, ""))) < 4
}

// columnOf is the column over which a cell stands for its greatest part.
func (t requestTable) columnOf(c imr.Cell) int {
	best, widest := 0, -1e9
	for i, k := range t.columns {
		end := 1e9
		if i+1 < len(t.columns) {
			end = t.columns[i+1].x0
		}
		if w := min(c.Box[2], end-2) - max(c.Box[0], k.x0-6); w > widest {
			best, widest = i, w
		}
	}
	return best
}

// crosses reports whether a cell runs on over the beginning of another column.
func (t requestTable) crosses(c imr.Cell) bool {
	for _, k := range t.columns {
		if k.x0 > c.Box[0]+20 && k.x0 < c.Box[2]-15 {
			return true
		}
	}
	return false
}

// acrossColumns puts the lines of a page that was read column by column together again, by height, for a table that lies across. A
// page that was read from top to bottom stays as it is.
func acrossColumns(lines []imr.Line) []imr.Line {
	turns := slices.ContainsFunc(lines, func(l imr.Line) bool { return l.Box()[1] < lines[0].Box()[1]-20 })
	for i := 1; i < len(lines); i++ {
		turns = turns || lines[i].Box()[1] < lines[i-1].Box()[1]-20
	}
	if !turns {
		return lines
	}
	sorted := slices.Clone(lines)
	slices.SortStableFunc(sorted, func(a, b imr.Line) int { return int(a.Box()[1]*2) - int(b.Box()[1]*2) })
	var out []imr.Line
	for _, l := range sorted {
		if n := len(out); n > 0 && l.Box()[1]-out[n-1].Box()[1] < 4 {
			out[n-1].Cells = append(slices.Clone(out[n-1].Cells), l.Cells...)
			slices.SortStableFunc(out[n-1].Cells, func(a, b imr.Cell) int { return int(a.Box[0] - b.Box[0]) })
			continue
		}
		out = append(out, l)
	}
	return out
}
