package facts

import (
	"time"
)

// courseRow is one way in which a record speaks of earlier acupuncture, or does not.
type courseRow struct {
	meaning string
	weight  int
	course  string // "initial", "continuation", or "" where the record leaves it open
	counted bool   // the number of visits done is told
	fewest  int    // visits done
	most    int
}

const (
	firstOne   = "initial"
	furtherOne = "continuation"
)

var courseRows = []courseRow{
	{"prior.none", 26, firstOne, true, 0, 0},
	{"prior.none_listed", 8, firstOne, true, 0, 0},
	{"prior.not_started", 4, firstOne, true, 0, 0},
	{"trial", 8, firstOne, false, 0, 0}, // nothing but the request, which says that it is a trial
	{"prior.done", 16, furtherOne, true, 3, 24},
	{"prior.of", 5, furtherOne, true, 3, 10},
	{"prior.attended", 5, furtherOne, true, 3, 10},
	{"prior.no_relief", 4, furtherOne, true, 4, 18},
	{"prior.some", 5, furtherOne, false, 0, 0},
	{"prior.numbered", 6, furtherOne, true, 3, 9},
	{"prior.dated", 6, furtherOne, true, 3, 9},
	{"prior.under_way", 4, furtherOne, true, 1, 3},
	{"prior.authorized_only", 3, "", false, 4, 12},
	{"prior.other_part", 4, "", false, 4, 12},
	{"prior.years_ago", 3, "", false, 4, 12},
	{"prior.other_claim", 2, "", false, 4, 12},
	{"prior.contradiction", 4, "", false, 5, 24},
	{"silent", 5, "", false, 0, 0},
}

// course draws what the record says of earlier acupuncture.
func (d *draw) course() {
	row := weighed(d, courseRows, func(r courseRow) int { return r.weight })
	n := d.between(row.fewest, row.most)
	d.courseRules(row, n)
	d.courseWanted(row, n)
	d.courseSaid(row, n)
	d.small = d.chance(50) || row.meaning == "prior.under_way"
}

func (d *draw) courseRules(row courseRow, n int) {
	switch row.course {
	case firstOne:
		d.rules.First = []bool{true}
	case furtherOne:
		d.rules.First = []bool{false}
	default:
		d.rules.First = []bool{true, false}
	}
	if row.counted && row.course == furtherOne {
		d.rules.Prior = []int{n}
	}
	if row.meaning == "prior.contradiction" {
		d.rules.Prior = []int{n}
	}
}

func (d *draw) courseWanted(row courseRow, n int) {
	var course, prior any
	if row.course != "" {
		course = row.course
	}
	if row.counted {
		prior = n
	}
	d.want("course", row.meaning, course)
	switch row.meaning {
	case "trial": // nothing done yet is a fair reading of a trial
		d.want("prior_visits", row.meaning, nil, 0)
	case "prior.other_part", "prior.years_ago", "prior.other_claim":
		delete(d.item.Facts, "prior_visits") // done, but not in this course: what is counted is a matter of taste
	default:
		d.want("prior_visits", row.meaning, prior)
	}
}

func (d *draw) courseSaid(row courseRow, n int) {
	switch row.meaning {
	case "silent":
	case "trial":
		d.c.Trial = true
	case "prior.numbered", "prior.dated":
		d.notes(n, row.meaning == "prior.numbered")
	default:
		d.courseStated(row, n)
	}
}

// courseStated lets the record say it in a sentence.
func (d *draw) courseStated(row courseRow, n int) {
	s := Saying{Fact: "prior", Meaning: row.meaning, Numbers: map[string]int{"p": n, "y": n + d.between(0, 4), "ago": d.between(3, 9)}, Words: map[string]string{}}
	switch row.meaning {
	case "prior.under_way":
		s.Meaning = "prior.done"
	case "prior.not_started":
		s.Numbers["y"] = d.between(4, 8)
	case "prior.authorized_only":
		s.Numbers["y"] = n
	case "prior.other_part":
		s.Words["elsewhere"] = d.elsewhere()
	case "prior.contradiction":
		d.say(Saying{Fact: "prior", Meaning: "prior.none", Numbers: s.Numbers, Words: s.Words, Paper: "report"})
		s.Meaning, s.Paper = "prior.done", "consult"
		d.c.Papers = append(d.c.Papers, "consult")
	}
	d.say(s)
}

// notes draws the days of visits done, the last a week or more before the request.
func (d *draw) notes(n int, numbered bool) {
	at := d.c.Visit.Add(-time.Duration(d.between(7, 20)) * day)
	days := make([]time.Time, n)
	for i := n - 1; i >= 0; i-- {
		days[i] = at
		at = at.Add(-time.Duration(d.between(3, 7)) * day)
	}
	d.c.Notes = Notes{Days: days, Numbered: numbered, Twice: !numbered && d.chance(20)}
	d.c.Papers = append(d.c.Papers, "acu_note")
}
