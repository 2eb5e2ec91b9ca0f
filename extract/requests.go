package extract

import (
	"regexp"
	"strings"

	"imr"
	"imr/extract/visits"
)

var (
	tableHead  = regexp.MustCompile(`(?i)service\s?/?\s?(?:good)?.{0,20}requested|service/good|treatment requested|requested (?:service|treatment|procedure)|procedure(?:s)? requested|other information|frequency, duration`)
	headWords  = regexp.MustCompile(`(?i)diagnosis|\bICD|CPT|HCPCS|service|requested|\(?required|\(?if known|known\)|frequency|duration|quantity|code|other|info|procedure|treatment|qty|good|etc\.?\)?|[^\w]`)
	listHead   = regexp.MustCompile(`(?i)(?:request(?:s|ing)?|seek(?:s|ing)?|ask(?:s|ing)?)(?: \w+){0,4} (?:authorization|approval|treatment|services?)?\s?(?:for|of)?(?: the)? ?(?:following|treatments? listed|services? listed)\b.{0,40}:?$|^(?:requested (?:treatment|services?)|treatment requested|disputed (?:medical )?treatment[^:]*|treatments? in dispute|services? requested)\s*(?:\(.{0,60}\))?\s*:?$`)
	tableEnd   = regexp.MustCompile(`(?i)^\W*(?:requesting physician|physician(?:['’]s)? signature|signature|claims administrator|the enclosed|authorization number|date:|comments|\[?.?\]? ?(?:approved|denied|the treatment was)|i ask|enclosed|employee signature|page \d|number of pages)`)
	labelled   = regexp.MustCompile(`(?i)^(?:\d+[.)]\s*)?(?:(?:service|treatment|procedure|item)s?(?:/good)?s?(?: ?requested)?(?: \(required\))?|requested (?:service|treatment|procedure)s?|disputed (?:medical )?treatments?(?:, as requested on the RFA)?|request)\s*(?:#?\d+)?\s*:\s*(.+)$`)
	amount     = regexp.MustCompile(`(?i)^(?:frequency(?:[ /&,]+(?:and )?duration)?(?:[ /&,]+(?:and )?quantity)?|duration|quantity|qty|visits|number of (?:visits|sessions|treatments)|units|other information(?: \(.{0,40}\))?)\s*:\s*(.+)$`)
	diagnosis  = regexp.MustCompile(`(?i)^(?:Dx|Diagnosis|Diagnoses|Primary diagnosis|ICD)\b`)
	itemNumber = regexp.MustCompile(`^\s*(?:[-•*–·▪]|\(?\d{1,2}[.)])\s*`)
	codeNote   = regexp.MustCompile(`(?i)\s*\((?:CPT|HCPCS|code)s?[: ]*([0-9A-Z, ]+)\)`)
)

// requestMentions returns the lines of a page that ask for treatment: rows of an RFA's table, entries of a list, labelled fields.
func (s *scan) requestMentions(p imr.Page, bs []block) []imr.Mention {
	out := s.tableRequests(p)
	if len(out) == 0 {
		out = s.listRequests(p, bs)
	}
	if len(out) == 0 {
		out = s.labelledRequests(p, bs)
	}
	return out
}

// row is one row of a table: columns of text, told apart by where they begin.
type row struct {
	x0    []float64
	texts []string
	lines []imr.Line
}

func (s *scan) tableRequests(p imr.Page) []imr.Mention {
	head := headOf(p.Lines)
	if head < 0 {
		return nil
	}
	var out []imr.Mention
	for _, r := range rowsAfter(p.Lines[head+1:]) {
		if m, ok := s.rowRequest(p, r); ok {
			out = append(out, m)
		}
	}
	return out
}

// headOf returns the last line of a request table's head, or -1.
func headOf(lines []imr.Line) int {
	for i, l := range lines {
		if len(l.Cells) < 2 || !tableHead.MatchString(l.Text()) {
			continue
		}
		for i+1 < len(lines) && (headLeftover(lines[i+1].Text()) || len(lines[i+1].Cells) > 1 && tableHead.MatchString(lines[i+1].Text())) {
			i++
		}
		return i
	}
	return -1
}

// rowsAfter reads the rows below a table's head until the table ends. A row begins where a diagnosis code stands, or where no
// codes are used, at a line that fills most columns.
func rowsAfter(lines []imr.Line) []row {
	var out []row
	coded := false
	for i, l := range lines {
		text := strings.TrimSpace(l.Text())
		if tableEnd.MatchString(text) && !(i == 0 && len(out) == 0) {
			break
		}
		if len(out) == 0 && headLeftover(text) {
			continue
		}
		starts := icdCode.MatchString(text)
		coded = coded || starts
		if !coded {
			starts = len(l.Cells) > 2 || len(out) == 0
		}
		if starts {
			out = append(out, row{})
		}
		if len(out) > 0 {
			out[len(out)-1].add(l)
		}
	}
	return out
}

// headLeftover reports whether a line still belongs to the table's head: nothing on it but the words that heads use.
func headLeftover(text string) bool {
	return ruler.MatchString(text) || len(strings.TrimSpace(headWords.ReplaceAllString(text, ""))) < 4
}

func (r *row) add(l imr.Line) {
	r.lines = append(r.lines, l)
	first := len(r.lines) == 1
	for _, c := range l.Cells {
		i := r.column(c, first)
		if r.texts[i] != "" {
			r.texts[i] += " "
		}
		r.texts[i] += strings.TrimSpace(c.Text)
	}
}

// column returns the column that begins where the cell begins, adding one where there is none.
func (r *row) column(c imr.Cell, first bool) int {
	if !first {
		for i, x := range r.x0 {
			if c.Box[0] > x-9 && c.Box[0] < x+9 {
				return i
			}
		}
	}
	i := 0
	for i < len(r.x0) && r.x0[i] < c.Box[0] {
		i++
	}
	r.x0 = append(r.x0[:i], append([]float64{c.Box[0]}, r.x0[i:]...)...)
	r.texts = append(r.texts[:i], append([]string{""}, r.texts[i:]...)...)
	return i
}

// rowRequest reads a row as diagnosis, code, service, code, quantity.
func (s *scan) rowRequest(p imr.Page, r row) (imr.Mention, bool) {
	c, ok := columnsOf(r)
	if !ok {
		c = columnsRunTogether(strings.Join(r.texts, " | "))
	}
	if c.service == "" && c.code != "" {
		c.service = "CPT " + c.code
	}
	if c.service == "" || !serviceWord.MatchString(c.service+" "+c.quantity) && c.code == "" {
		return imr.Mention{}, false
	}
	if c.diagnosis == "" && len(r.texts) < 2 {
		return imr.Mention{}, false
	}
	return s.request(c.diagnosis, c.service, c.code, c.quantity, s.linesPlace(p, r.lines)), true
}

// columns is what a row of a request table says.
type columns struct{ diagnosis, service, code, quantity string }

var (
	onlyICD = regexp.MustCompile(`^(?:(?:[A-TV-Z]\d{2}(?:\.[0-9A-Z]{1,4})?|\d{3}\.\d{1,2}|V\d{2}\.\d{1,2})[,;]?)+$`)
	onlyCPT = regexp.MustCompile(`^(?:(?:\d{5}|[A-CEGHJ-LQ]\d{4})(?:x\d+)?[,;/]?)+$`)
)

// columnsOf tells a row's columns by what fills them: a column of diagnosis codes, one of procedure codes, with the service between.
// Codes that wrap in a narrow column are read without the space.
func columnsOf(r row) (columns, bool) {
	icd, cpt := -1, -1
	for i, text := range r.texts {
		bare := strings.ReplaceAll(text, " ", "")
		switch {
		case icd < 0 && onlyICD.MatchString(bare):
			icd = i
		case cpt < 0 && i > icd && icd >= 0 && onlyCPT.MatchString(bare):
			cpt = i
		}
	}
	if icd < 0 || icd+1 >= len(r.texts) {
		return columns{}, false
	}
	c := columns{diagnosis: clean(strings.Join(r.texts[:icd], " ") + " " + strings.ReplaceAll(r.texts[icd], " ", ""))}
	rest := r.texts[icd+1:]
	if cpt > 0 {
		c.code = strings.Join(cptCode.FindAllString(strings.ReplaceAll(r.texts[cpt], " ", ""), -1), " ")
		c.service = clean(strings.Join(r.texts[icd+1:cpt], " "))
		rest = append([]string{""}, r.texts[cpt+1:]...)
	} else {
		c.service = clean(rest[0])
	}
	c.quantity = clean(strings.Join(rest[1:], " "))
	if at := cptCode.FindStringIndex(c.service); cpt < 0 && at != nil { // the service and its code stand in one cell
		c.code = strings.Join(cptCode.FindAllString(c.service, -1), " ")
		c.service = clean(cptCode.ReplaceAllString(c.service, ""))
	}
	return c, true
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

func clean(s string) string {
	return strings.Trim(strings.Join(strings.Fields(strings.ReplaceAll(s, "|", " ")), " "), " ,;:")
}

func (s *scan) request(diag, service, code, quantity string, at imr.Evidence) imr.Mention {
	found := visits.Parse(service)
	found = append(found, visits.ParseCell(quantity)...)
	if code != "" && (quantity == "" || onlyAddedTime(service+" "+code, quantity)) {
		found = visits.Parse(code + " " + service)
	}
	m := imr.Mention{Topic: "request", Text: itemText(service, quantity), Evidence: at, Quantity: requested(found)}
	m.Parts = map[string]string{"service": service, "code": code, "quantity": quantity, "diagnosis": diag}
	if (m.Quantity == nil || len(m.Quantity.Readings) == 0) && visits.Unexplained(quantity) {
		m.Parts["unread"] = quantity
	}
	return m
}

var (
	needleCode = regexp.MustCompile(`\b(?:97810|97813|97800|97801)\b`)
	addedTime  = regexp.MustCompile(`\b(?:97811|97814)\b`)
)

// onlyAddedTime reports whether a line is coded by added time alone (97811, 97814), whose number counts no visits unless it says so.
func onlyAddedTime(named, quantity string) bool {
	return addedTime.MatchString(named) && !needleCode.MatchString(named) && !visitNoun.MatchString(quantity)
}

// itemText is the item as the letter will name it: the service, and its quantity where the service does not name one itself.
func itemText(service, quantity string) string {
	for _, v := range visits.Parse(service) {
		if v.Total != nil {
			return service
		}
	}
	if quantity == "" || strings.Contains(service, quantity) {
		return service
	}
	return service + ", " + quantity
}
