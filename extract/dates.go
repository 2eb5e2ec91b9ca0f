package extract

import (
	"strconv"
	"strings"

	"imr"
	"imr/internal/pattern"
)

// dated is a day found in a text.
type dated struct {
	day        imr.Date
	start, end int
}

var (
	months   = `(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)`
	anyDate  = pattern.New(`(?i)\b(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4}|\d{2})\b|\b(\d{4})-(\d{2})-(\d{2})\b|\b(` + months + `)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b|\b(\d{1,2})\s+(` + months + `)\.?,?\s+(\d{4})\b`)
	dateRole = []struct {
		role string
		re   *pattern.Pattern
	}{
		{"birth", pattern.New(`(?i)(?:\bDOB\b|date of birth|birth ?date|\bborn\b|d\.o\.b)[\s.:#]*$`)},
		{"injury", pattern.New(`(?i)(?:\bDOI\b|\bD/I\b|\bD\.O\.I\.?|date of (?:industrial )?(?:injury|loss|accident)|injury ?date|date injured|injured on|(?:industrial |work )?injury (?:of|on|dated)|onset(?: of injury)?|loss date)[\s.:#]*(?:or illness)?[\s.:]*(?:\(.{0,12}\))?[\s:]*$`)},
		{"earlier", pattern.New(`(?i)(?:original|earlier|previous|prior|first|initial) (?:UR |utilization review )?(?:decision|determination|denial|modification|notice|letter|non-?certification)s?(?: letter)?,? ?(?:dated?|of|issued|made|was)?(?: on)?[\s.:#]*$`)},
		{"received", pattern.New(`(?i)(?:(?:date |rfa |request |application )?received(?: on| date)?|received:?|(?:^|[.!?;]\s+)(?-i:On))[\s.:#]*$`)},
		{"rfa", pattern.New(`(?i)(?:\bRFA\b(?: \(?form\)?)?(?:[ -]?dated?| of| from| signed)?(?: on)?|date of (?:the )?(?:request|RFA)(?: \(RFA\))?|request for (?:authorization|treatment)(?: form)?(?: \(RFA\))?(?: of treatment)?(?:,? (?:signed|submitted|made|sent|dated|of|from))*|request(?:ed)? (?:dated?|date|of|from|on)|\brequest(?:ed)? (?:by|from|of) [^.;|:]{2,50}?,? (?:on|dated|of)|(?:DWC )?form RFA(?:,)? (?:signed|of|dated)|date requested)[\s.:#]*$`)},
		{"ur", pattern.New(`(?i)(?:date of (?:the )?(?:UR |utilization review |this )?(?:decision|determination|denial|modification|notice|letter)|(?:decision|determination|denial|notice|letter|(?:UR|utilization review|peer review)(?: report| review| modification| non-?certification)?)(?: letter)? ?(?:dated?|of|issued|made)?(?: on)?|date (?:issued|decided|of review|completed|of issue))[\s.:#]*$`)},
		{"signed", pattern.New(`(?i)(?:signature|signed|/s/)[^|]{0,60}?(?:\bdate|,|on)?[\s.:]*$`)},
		{"report", pattern.New(`(?i)(?:date of (?:this )?report|\breport date)[\s.:#]*$`)},
		{"service", pattern.New(`(?i)(?:date of (?:service|exam(?:ination)?|visit|treatment|evaluation|encounter)|\bDOS\b|(?:exam|visit|service|encounter|evaluation|treatment|note|collected|session) ?date|encounter|exam|seen on|visit on|date seen)[\s.:#]*$`)},
		{"date", pattern.New(`(?i)\bdated?[\s.:]*$`)},
	}
)

// datesIn finds the days written in a text: 02/06/2015, 2-6-15, 2015-02-06, February 6, 2015, 6 February 2015.
func datesIn(text string) []dated {
	var out []dated
	for _, m := range anyDate.FindAllStringSubmatchIndex(text, -1) {
		group := func(i int) string {
			if m[2*i] < 0 {
				return ""
			}
			return text[m[2*i]:m[2*i+1]]
		}
		if d, ok := dayOf(group); ok {
			out = append(out, dated{d, m[0], m[1]})
		}
	}
	return out
}

func dayOf(group func(int) string) (imr.Date, bool) {
	var y, m, d string
	switch {
	case group(1) != "":
		m, d, y = group(1), group(2), group(3)
	case group(4) != "":
		y, m, d = group(4), group(5), group(6)
	case group(7) != "":
		m, d, y = monthNumber(group(7)), group(8), group(9)
	default:
		d, m, y = group(10), monthNumber(group(11)), group(12)
	}
	year, _ := strconv.Atoi(y)
	month, _ := strconv.Atoi(m)
	day, _ := strconv.Atoi(d)
	if len(y) == 2 {
		year = century(year)
	}
	if year < 1900 || year > 2100 {
		return "", false
	}
	date, err := imr.NewDate(year, month, day)
	return date, err == nil
}

// century reads a year of two digits. The law in question begins in 2004 and records are not written ahead of their time, so
// that up to 40 is this century; a birth year above 40 is the last one.
func century(yy int) int {
	if yy <= 40 {
		return 2000 + yy
	}
	return 1900 + yy
}

func monthNumber(name string) string {
	const order = "janfebmaraprmayjunjulaugsepoctnovdec"
	i := strings.Index(order, strings.ToLower(name)[:3])
	return strconv.Itoa(i/3 + 1)
}

// dateMentions returns the days on a page with the role that the words before them give: "birth", "injury", "received", "rfa",
// "earlier", "ur", "signed", "report", "service", "date", "faxed" for the stamp of a fax machine, or "alone" for a day that stands by itself on a line, and "" for any other.
func (s *scan) dateMentions(p imr.Page) []imr.Mention {
	var out []imr.Mention
	tail := ""
	for i, line := range p.Lines {
		text, at := s.dateText(p, i)
		from := 0
		stamped := atEdge(p, i) && faxStamp.MatchString(text)
		for _, d := range datesIn(text) {
			before := text[from:d.start]
			if strings.TrimSpace(before) == "" && from == 0 {
				before = tail + " "
			}
			role := roleOf(before, text, d)
			if role == "" || role == "alone" {
				role = valueOr(roleAbove(p, i, d.start), role)
			}
			if stamped {
				role = "faxed"
			}
			out = append(out, s.mention("date", role, string(d.day), text, at))
			from = d.end
		}
		tail = line.Text()
	}
	return out
}

// faxStamp is the line that a fax machine adds to each page: a time of day, and who sent the page or its number.
var faxStamp = pattern.New(`\d{1,2}:\d{2}.*(?:\bFROM\b|\bTO\b|(?i:\bfax\b|\bp(?:age|g)?\.?:? ?\d))|(?:\bFROM\b|(?i:\bfax\b)).*\d{1,2}:\d{2}`)

// atEdge reports whether a line is among the first or the last two of its page.
func atEdge(p imr.Page, i int) bool { return i < 2 || i >= len(p.Lines)-2 }

// brokenDate is the beginning of a day at a line's end.
var brokenDate = pattern.New(`(?i)\b(?:` + months + `\.?(?: \d{1,2}(?:st|nd|rd|th)?,?)?|\d{1,2} ` + months + `\.?,?|\d{1,2}/(?:\d{1,2}/)?)$`)

// dateText is a line's text, with the next line where a day goes on there.
func (s *scan) dateText(p imr.Page, i int) (string, imr.Evidence) {
	text := p.Lines[i].Text()
	if i+1 < len(p.Lines) && brokenDate.MatchString(text) {
		sep := " "
		if strings.HasSuffix(text, "/") {
			sep = ""
		}
		next := strings.TrimSpace(p.Lines[i+1].Cells[0].Text)
		if both := text + sep + next; len(datesIn(both)) > len(datesIn(text))+len(datesIn(next)) {
			return both, s.linesPlace(p, p.Lines[i:i+2])
		}
	}
	return text, s.linePlace(p, p.Lines[i])
}

// roleAbove is the role that the cell above gives to a day in a table: "Visit date" over "07/24/2013".
func roleAbove(p imr.Page, i, offset int) string {
	cell, ok := cellHolding(p.Lines[i], offset)
	if !ok || i == 0 || len(p.Lines[i-1].Cells) < 2 {
		return ""
	}
	for _, c := range p.Lines[i-1].Cells {
		if c.Box[0] < cell.Box[2] && c.Box[2] > cell.Box[0] {
			return labelRole(c.Text + ":")
		}
	}
	return ""
}

// cellHolding is the cell that holds a place in a line's text.
func cellHolding(l imr.Line, offset int) (imr.Cell, bool) {
	end := 0
	for _, c := range l.Cells {
		end += len(c.Text) + 1
		if offset < end {
			return c, len(l.Cells) > 1
		}
	}
	return imr.Cell{}, false
}

func roleOf(before, text string, d dated) string {
	if role := labelRole(before); role != "" {
		return role
	}
	if strings.Trim(text[:d.start]+text[d.end:], " .,:") == "" {
		return "alone"
	}
	return ""
}

func labelRole(before string) string {
	for _, r := range dateRole {
		if r.re.MatchString(before) {
			return r.role
		}
	}
	return ""
}
