package extract

import (
	"strings"

	"imr"
	"imr/extract/visits"
	"imr/internal/pattern"
)

var (
	// headWords are the words of a request table's head, also where a narrow column breaks them.
	headWords = pattern.New(`(?i)diagnosis|\bdx\b|\bfreq\b|\bdur\b|\bICD|CPT|HCPCS|service|requested|\(?re-?quired?|\(re\b-?|\bquired|\bif\b|\(?if known|known\)|frequency|duration|quantity|code|other|info|procedure|treatment|qty|good|etc\.?\)?|[^\w]`)
	// listHead announces a list: it speaks of a request, and what is requested comes after the colon.
	listHead   = pattern.New(`(?i)\b(?:request(?:s|ed|ing)?|authoriz\w+|approv\w+|seek(?:s|ing)?|ask(?:s|ing)?|orders?|prescrib\w+|disputed?|treatments?|services?|procedures?)\b[^:]{0,80}:$`)
	tableEnd   = pattern.New(`(?i)^\W*(?:requesting physician|signed\b|physician(?:['’]s)? signature|signature|claims administrator|the enclosed|authorization number|date:|comments|\[?.?\]? ?(?:approved|denied|the treatment was)|i ask|enclosed|employee signature|page \d|number of pages)`)
	labelled   = pattern.New(`(?i)^(?:\d+[.)]\s*)?(?:(?:service|treatment|procedure|item)s?(?:/good)?s?(?: ?requested)?(?: \(required\))?(?: (?:in question|at issue|in dispute|sought|needed|ordered|proposed))?|requested (?:service|treatment|procedure)s?|disputed (?:medical )?treatments?(?:, as requested on the RFA)?|request|orders?|referral(?: order)?|(?:please|kindly) (?:authorize|approve|certify))\s*(?:#?\d+)?\s*:\s*(.+)$`)
	amount     = pattern.New(`(?i)^(?:frequency(?:[ /&,]+(?:and )?duration)?(?:[ /&,]+(?:and )?quantity)?|duration|quantity|qty|visits|number of (?:visits|sessions|treatments)|units|other information(?: \(.{0,40}\))?)\s*:\s*(.+)$`)
	diagnosis  = pattern.New(`(?i)^(?:Dx|Diagnosis|Diagnoses|Primary diagnosis|ICD)\b`)
	itemNumber = pattern.New(`^\s*(?:[-•*–·▪]|\(?\d{1,2}[.)])\s*`)
	codeNote   = pattern.New(`(?i)\s*\((?:CPT|HCPCS|code)s?[: ]*([0-9A-Z, ]+)\)`)
)

// requestMentions returns the lines of a page that ask for treatment: rows of an RFA's table, entries of
// a list, labelled fields, sentences.
func (s *scan) requestMentions(p imr.Page, bs []block) []imr.Mention {
	for _, read := range []func(imr.Page, []block) []imr.Mention{s.tableRequests, s.listRequests, s.labelledRequests, s.proseRequests, s.entryRequests} {
		if out := read(p, bs); len(out) > 0 {
			return out
		}
	}
	return nil
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
	if visits.Unexplained(quantity) && !(stated(m.Quantity) && visitNoun.MatchString(quantity)) {
		m.Parts["unread"] = quantity
		if m.Quantity != nil {
			m.Quantity.Readings = nil
		}
	}
	return m
}

func stated(q *imr.Quantity) bool { return q != nil && len(q.Readings) > 0 }

var (
	needleCode = pattern.New(`\b(?:97810|97813|97800|97801)\b`)
	addedTime  = pattern.New(`\b(?:97811|97814)\b`)
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
