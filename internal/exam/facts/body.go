package facts

import (
	"slices"
)

// part is a part of the body, how often it is drawn, and whether the guideline reaches it.
type part struct {
	name     string
	weight   int
	governed bool
}

var parts = []part{
	{"low_back", 30, true}, {"neck", 20, true}, {"knee", 10, true}, {"upper_back", 6, true}, {"forearm_wrist_hand", 8, true}, {"elbow", 6, true},
	{"ankle_foot", 7, true}, {"shoulder", 6, false}, {"hip", 3, false}, {"head", 3, false},
}

// body draws the parts to be treated and the kind of needle treatment.
func (d *draw) body() {
	n := 1
	if d.chance(10) {
		n = 2
	}
	d.rules.Governed = true
	for len(d.c.Parts) < n {
		p := weighed(d, parts, func(p part) int { return p.weight })
		if !slices.Contains(d.c.Parts, p.name) {
			d.c.Parts = append(d.c.Parts, p.name)
			d.rules.Governed = d.rules.Governed && p.governed
		}
	}
	slices.Sort(d.c.Parts)
	d.want("body_part", "part."+d.c.Parts[0], d.c.Parts)
	d.c.Electro = d.chance(12)
	d.item.Service = map[bool]string{true: "electroacupuncture", false: "acupuncture"}[d.c.Electro]
}

// elsewhere returns a part of the body that the request is not for.
func (d *draw) elsewhere() string {
	for {
		p := one(d, "knee", "ankle_foot", "neck", "elbow")
		if !slices.Contains(d.c.Parts, p) {
			return p
		}
	}
}
