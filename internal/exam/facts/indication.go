package facts

import (
	"slices"
)

// indicationRow is one way in which a record speaks of a ground for acupuncture, or does not.
type indicationRow struct {
	meaning string
	weight  int
	proven  string // the ground, or "" where none is proven
	absent  bool   // the record shows that there is none
}

var indicationRows = []indicationRow{
	{"indication.reduced", 12, "medication_reduced", false},
	{"indication.not_tolerated", 16, "medication_not_tolerated", false},
	{"indication.rehab", 14, "adjunct_rehabilitation", false},
	{"indication.rehab_authorized", 5, "adjunct_rehabilitation", false},
	{"indication.therapy_notes", 4, "adjunct_rehabilitation", false},
	{"indication.home_exercise", 4, "adjunct_rehabilitation", false},
	{"indication.surgery", 8, "adjunct_surgery", false},
	{"indication.none", 8, "", true},
	{"indication.planned", 4, "", false},
	{"indication.surgery_old", 3, "", false},
	{"indication.rehab_past", 4, "", false},
	{"indication.allergy", 3, "", false},
	{"silent", 6, "", false},
}

// indication draws the ground for the treatment.
func (d *draw) indication() {
	row := d.indicationRow()
	d.ground = row.meaning
	if row.meaning == "indication.therapy_notes" {
		d.c.Papers = append(d.c.Papers, "therapy_note")
	} else if row.meaning != "silent" {
		d.say(Saying{Fact: "indication", Meaning: row.meaning, Numbers: map[string]int{"y": d.between(6, 12), "ago": d.between(5, 10), "weeks": d.between(4, 11), "more": d.between(4, 8), "fewer": d.between(1, 3)}})
	}
	switch {
	case row.proven != "":
		d.rules.Indicated = []bool{true}
		d.want("indication", row.meaning, []string{row.proven})
	case row.absent:
		d.rules.Indicated = []bool{false}
		d.want("indication", row.meaning, []string{})
	default:
		d.rules.Indicated = []bool{true, false}
		d.want("indication", row.meaning, nil)
	}
}

// amongFurther are the grounds that say nothing of improvement: in a continuation the others would.
var amongFurther = []string{"indication.not_tolerated", "indication.rehab", "indication.surgery", "indication.allergy", "silent"}

func (d *draw) indicationRow() indicationRow {
	for {
		row := weighed(d, indicationRows, func(r indicationRow) int { return r.weight })
		if d.mayBeFirst() || slices.Contains(amongFurther, row.meaning) {
			return row
		}
	}
}

func (d *draw) mayBeFirst() bool { return slices.Contains(d.rules.First, true) }
