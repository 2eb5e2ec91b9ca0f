package facts

// limbRow is one way in which a record speaks of a limb of functional improvement, or does not.
type limbRow struct {
	meaning string
	weight  int
	values  []bool // what the limb may be
	known   any    // what the program must find: true, false or nothing
	voice   string // the paper that must say it, where that matters
}

var (
	yes    = []bool{true}
	no     = []bool{false}
	either = []bool{true, false}
)

var functionRows = []limbRow{
	{"function.measured", 14, yes, true, ""},
	{"function.activity", 14, yes, true, ""},
	{"function.restrictions", 10, yes, true, "report"},
	{"function.none", 14, no, false, ""},
	{"function.goal", 6, no, nil, ""},
	{"function.pain_only", 10, no, nil, ""},
	{"function.better", 5, no, nil, ""},
	{"function.credited", 5, either, nil, ""},
	{"function.before", 4, either, nil, ""},
	{"function.restrictions_acupuncturist", 4, either, nil, "acu_report"},
	{"function.contradiction", 4, either, nil, ""},
	{"silent", 10, no, nil, ""},
}

var dependencyRows = []limbRow{
	{"dependency.drugs", 20, yes, true, ""},
	{"dependency.visits", 8, yes, true, ""},
	{"dependency.none", 12, no, false, ""},
	{"dependency.goal", 5, no, nil, ""},
	{"silent", 14, no, nil, ""},
}

// limbs draws what the record says of improvement. Where no acupuncture was done, nothing can be said of it.
func (d *draw) limbs() {
	d.rules.Function, d.rules.Dependency = no, no
	if d.mayBeFirst() {
		return
	}
	// Less medication since the acupuncture is a ground as well, and fewer visits may be those of therapy: what the program
	// lists beside the drawn ground is not graded.
	delete(d.item.Facts, "indication")
	if d.improvesFully() {
		return
	}
	d.limb("function", weighed(d, functionRows, func(r limbRow) int { return r.weight }))
	d.limb("dependency", d.dependencyRow())
}

// dependencyRow draws what is said of the second limb. Visits of therapy that are no longer needed do not go with therapy under way.
func (d *draw) dependencyRow() limbRow {
	for {
		row := weighed(d, dependencyRows, func(r limbRow) int { return r.weight })
		if row.meaning != "dependency.visits" || d.ground != "indication.rehab" {
			return row
		}
	}
}

// improvesFully draws both limbs documented oftener than chance would: only then is a continuation granted.
func (d *draw) improvesFully() bool {
	if !d.chance(20) {
		return false
	}
	d.limb("function", functionRows[d.IntN(3)])
	dependency := d.dependencyRow()
	for dependency.known != true {
		dependency = d.dependencyRow()
	}
	d.limb("dependency", dependency)
	return true
}

func (d *draw) limb(fact string, row limbRow) {
	values := &d.rules.Function
	if fact == "dependency" {
		values = &d.rules.Dependency
	}
	*values = row.values
	accepted := []any{row.known}
	if row.known == nil && len(row.values) == 1 {
		accepted = []any{nil, false}
	}
	d.want("improvement_"+fact, row.meaning, accepted...)
	d.limbSaid(fact, row)
}

func (d *draw) limbSaid(fact string, row limbRow) {
	s := Saying{Fact: fact, Meaning: row.meaning, Paper: row.voice, Numbers: map[string]int{}}
	low := d.between(1, 3)
	for name, n := range map[string]int{"low": low * 10, "high": low*10 + d.between(2, 4)*10, "more": d.between(4, 8), "fewer": d.between(1, 3), "from": d.between(7, 9), "to": d.between(3, 5), "ago": d.between(8, 20)} {
		s.Numbers[name] = n
	}
	switch row.meaning {
	case "silent":
		return
	case "function.contradiction":
		d.say(Saying{Fact: fact, Meaning: "function.none", Paper: "consult", Numbers: s.Numbers})
		s.Meaning, s.Paper = "function.measured", "report"
	}
	if s.Paper == "acu_report" || row.meaning == "function.contradiction" {
		d.c.Papers = append(d.c.Papers, map[bool]string{true: "consult", false: "acu_report"}[s.Paper == "report"])
	}
	d.say(s)
}
