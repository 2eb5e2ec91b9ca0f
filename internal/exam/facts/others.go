package facts

// otherLines are requests beside the acupuncture.
var otherLines = []Other{
	{Name: "mri"}, {Name: "medication"}, {Name: "tens"}, {Name: "therapy"}, {Name: "manual"}, {Name: "office_visit"}, {Name: "brace"}, {Name: "drug_screen"}, {Name: "dry_needling"},
	{Name: "infrared", SameVisit: true}, {Name: "cupping", SameVisit: true},
}

// others draws lines of other services in one case of four.
func (d *draw) others() {
	if d.c.Want.Statuses != nil {
		return
	}
	if d.chance(4) {
		d.variants()
		return
	}
	if !d.chance(25) {
		return
	}
	for _, i := range d.Perm(len(otherLines))[:d.between(1, 3)] {
		o := otherLines[i]
		o.Certified = !o.SameVisit && d.chance(30)
		d.c.Others = append(d.c.Others, o)
	}
}

// variants draws the same appointments in two kinds. Each line counts by itself.
func (d *draw) variants() {
	if d.c.Total == nil || d.c.Trial || d.c.Decided.Outcome != "denied" {
		return
	}
	kind := "electrical_acupuncture"
	if d.c.Electro {
		kind = "manual_acupuncture"
	}
	d.c.Others = []Other{{Name: kind, Variant: true}}
	d.rules.AllVariants = 2 * d.c.Total.High
}

// trapNames are sentences that change nothing and look as if they did.
var trapNames = []string{"trap.other_visits", "trap.family", "trap.needles", "trap.dates", "trap.old_request", "trap.pain_scale", "trap.injected", "trap.medication"}

func (d *draw) traps() {
	for _, i := range d.Perm(len(trapNames))[:d.between(0, 2)] {
		if d.item.From["indication"] == "indication.none" && trapNames[i] == "trap.medication" {
			continue
		}
		d.say(Saying{Fact: "trap", Meaning: trapNames[i], Numbers: map[string]int{"n": d.between(4, 14), "from": d.between(5, 8), "more": 4, "fewer": 2}})
	}
}

// papers draws what else lies in the file.
func (d *draw) papers() {
	for _, p := range []struct {
		name    string
		percent int
	}{{"first_report", 45}, {"labs", 15}, {"work_status", 25}, {"fax_cover", 25}, {"imaging", 25}, {"deposition", 8}, {"nurse", 15}, {"stranger", 10}, {"proof_of_service", 15}} {
		if d.chance(p.percent) {
			d.c.Papers = append(d.c.Papers, p.name)
		}
	}
	open := len(d.rules.Indicated) == 2 && d.mayBeFirst() && d.item.Facts["indication"] != nil
	if open && d.c.Request.Sub(d.c.Injury) > 400*day && d.chance(25) { // therapy of the year of the injury proves nothing
		d.c.Papers = append(d.c.Papers, "old_therapy_note")
	}
	d.unusual()
}

// unusual draws what makes a case one that is not decided, whatever is asked for.
func (d *draw) unusual() {
	switch n := d.IntN(100); {
	case n < 2:
		d.noLetter()
	case n < 4:
		d.c.NoChart = true
		d.gate("no medical record", "referred")
	case n < 6:
		d.c.Papers = append(d.c.Papers, "later_approval")
		d.gate("authorized later", "ineligible")
	case n < 8:
		d.c.Blank = true
		d.gate("application unsigned", "referred")
	case n < 11:
		d.c.Application = d.c.Review.AddDate(0, 0, d.between(45, 80))
		d.gate("application late", "referred")
	case n < 13:
		d.c.Papers = append(d.c.Papers, "assignment")
		d.c.Application = d.c.Review.AddDate(0, 0, d.between(45, 80))
	}
}

// noLetter leaves the review letter out of the file, and what only it tells.
func (d *draw) noLetter() {
	d.c.NoUR = true
	d.gate("no review letter", "ineligible", "referred")
	for _, fact := range []string{"ur_outcome", "ur_date", "governing_date"} {
		delete(d.c.Want.Facts, fact)
	}
	delete(d.item.Facts, "authorized_visits")
}

// gate says that the case is not decided. A case that is ineligible already stays so.
func (d *draw) gate(why string, statuses ...string) {
	if d.c.Want.Statuses == nil {
		d.c.Want.Gate, d.c.Want.Statuses = why, statuses
	}
}
