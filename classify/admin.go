package classify

import (
	"strings"

	"imr"
)

// completeAdmin fills what case.toml leaves open from the notice of assignment and the application. Nothing is invented.
func (c *classifier) completeAdmin(a imr.Admin) imr.Admin {
	for _, p := range c.papers {
		if p.excluded || p.kind != assignment && p.kind != application {
			continue
		}
		for _, m := range p.of("date") {
			if m.Sense == "received" && a.Received == "" {
				a.Received = imr.Date(m.Value)
			}
			if m.Sense == "alone" && p.kind == assignment && a.Assigned == "" {
				a.Assigned = imr.Date(m.Value)
			}
		}
		if p.kind == application && a.Priority == "" {
			a.Priority = priorityOn(p.text)
		}
	}
	return a
}

// priorityOn reads the application's boxes for a regular or expedited review; "" where neither or both are marked.
func priorityOn(text string) string {
	regular, expedited := marked(text, "regular"), marked(text, "expedited")
	switch {
	case regular && !expedited:
		return "standard"
	case expedited && !regular:
		return "expedited"
	}
	return ""
}

func marked(text, word string) bool {
	low := strings.ToLower(text)
	for _, mark := range []string{"[x] ", "(x) ", "☒ ", "☑ ", "_x_ "} {
		if strings.Contains(low, mark+word) {
			return true
		}
	}
	return false
}

// flags gathers what a reviewer must be told of the files themselves and of the request's words.
func (c *classifier) flags(r imr.Record) []imr.Flag {
	var out []imr.Flag
	for _, f := range r.Files {
		out = append(out, f.Flags...)
	}
	if at := c.visitsAfter(); len(at) > 0 {
		out = append(out, imr.Flag{Code: "visits-after-request", Text: "Acupuncture was given after the day of the request. The course is judged as of that day.", Evidence: at})
	}
	for _, l := range c.request.lines {
		if _, additional := l.marks(); additional && l.needles() && len(c.notes()) == 0 && !c.anyPrior() {
			out = append(out, imr.Flag{Code: "additional-without-visits", Text: "The request asks for further visits, and no earlier visit is on file.", Evidence: []imr.Evidence{l.place}})
		}
	}
	return out
}

// visitsAfter returns the treatment notes that are later than the request, and the statements that are later than the decision.
func (c *classifier) visitsAfter() []imr.Evidence {
	var at []imr.Evidence
	for _, p := range c.papers {
		if p.kind == acuNote && !p.excluded && c.requestDate != "" && p.date > c.requestDate {
			at = append(at, c.titlePlace(p))
		}
	}
	return append(at, c.claims(nil).later...)
}

// anyPrior reports whether some statement tells of acupuncture before.
func (c *classifier) anyPrior() bool {
	t := c.claims(nil)
	for _, cl := range t.claims {
		if cl.count != 0 {
			return true
		}
	}
	return len(t.aside) > 0
}
