package main

import (
	"fmt"
	"slices"
	"strings"

	"imr"
	"imr/decide"
	"imr/internal/law"
)

type auditCommand struct {
	Out  string `arg:"" help:"A folder of results."`
	JSON bool   `name:"json" help:"Print JSON lines instead of text."`
}

// finding is something that an auditor must look at.
type finding struct {
	Folder string `json:"folder"`
	Item   int    `json:"item,omitempty"`
	What   string `json:"what"`
}

// Run looks for stored items with the same material facts and different outcomes, and for decisions that were made with other texts of
// the law, another table or another program than this one holds.
func (c auditCommand) Run(s *session) error {
	a := &audit{seen: map[string]auditSeen{}}
	var err error
	if a.book, err = law.Load(); err != nil {
		return err
	}
	items := 0
	if err := eachStored(c.Out, func(dir string, d imr.Decision) error { items += len(d.Items); a.look(dir, d); return nil }); err != nil {
		return err
	}
	for _, f := range a.found {
		switch {
		case c.JSON:
			if err := printJSON(s.stdout, f); err != nil {
				return err
			}
		case f.Item > 0:
			fmt.Fprintf(s.stdout, "%s  item %d  %s\n", f.Folder, f.Item, f.What)
		default:
			fmt.Fprintf(s.stdout, "%s  %s\n", f.Folder, f.What)
		}
	}
	if !c.JSON {
		fmt.Fprintf(s.stdout, "%d items looked at, %d findings\n", items, len(a.found))
	}
	return nil
}

// ruled reports whether rules, and not a gate or a reviewer, gave the outcome.
func ruled(d imr.Decision, it imr.ItemResult) bool {
	return len(d.Law) > 0 && d.Status != imr.Adopted && it.Service != imr.OtherService && !it.Variant && !slices.Contains(it.Rules, "law-changes")
}

// audit gathers what differs between stored decisions that should agree.
type audit struct {
	book  *law.Book
	seen  map[string]auditSeen
	found []finding
}

// auditSeen is the first item that was seen with certain material facts.
type auditSeen struct {
	dir     string
	item    int
	outcome imr.Outcome
}

func (a *audit) look(dir string, d imr.Decision) {
	if d.Status == imr.Unreadable {
		return
	}
	if value := sameLaw(d, a.book); value != "" {
		a.found = append(a.found, finding{dir, 0, value})
	}
	for _, it := range d.Items {
		if !ruled(d, it) {
			continue
		}
		key := decide.Material(d, it.N) + era(d)
		first, ok := a.seen[key]
		switch {
		case !ok:
			a.seen[key] = auditSeen{dir, it.N, it.Outcome}
		case first.outcome != it.Outcome:
			a.found = append(a.found, finding{dir, it.N, fmt.Sprintf("%s, while item %d of %s with the same material facts is %s", upper(it.Outcome), first.item, first.dir, upper(first.outcome))})
		}
	}
}

// era names the texts that a decision used: the same facts under another text may have another outcome.
func era(d imr.Decision) string {
	var out []string
	for _, v := range d.Law {
		out = append(out, v.Section+"/"+v.Version)
	}
	return strings.Join(out, " ")
}

func upper(o imr.Outcome) string { return strings.ToUpper(string(o)) }
