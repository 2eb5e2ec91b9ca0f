package classify

import "imr"

// identity is what tells one patient's papers from another's.
type identity struct{ claim, name string }

// exclude marks the papers that name another patient: a name and a claim number that both differ from what most papers say. It
// returns their places. Names are compared and never printed.
func exclude(ps []paper) []imr.Evidence {
	names, claims := map[string]int{}, map[string]int{}
	for _, p := range ps {
		id := p.identity()
		names[id.name]++
		claims[id.claim]++
	}
	name, claim := most(names), most(claims)
	var out []imr.Evidence
	for i := range ps {
		id := ps[i].identity()
		otherName := id.name != "" && name != "" && id.name != name
		otherClaim := id.claim != "" && claim != "" && id.claim != claim
		if otherName && otherClaim {
			ps[i].excluded = true
			out = append(out, pageOf(ps[i]))
		}
	}
	return out
}

func (p paper) identity() identity {
	var id identity
	for _, m := range p.mentions {
		switch {
		case m.Topic == "patient" && id.name == "":
			id.name = m.Value
		case m.Topic == "claim" && id.claim == "":
			id.claim = m.Value
		}
	}
	return id
}

// most returns the commonest value that is not empty; of several, the first in order.
func most(counts map[string]int) string {
	best, n := "", 0
	for v, k := range counts {
		if v != "" && (k > n || k == n && v < best) {
			best, n = v, k
		}
	}
	return best
}

func pageOf(p paper) imr.Evidence {
	for _, m := range p.mentions {
		return imr.Evidence{File: m.Evidence.File, SHA256: m.Evidence.SHA256, Page: p.first, How: m.Evidence.How}
	}
	return imr.Evidence{File: p.file, Page: p.first, How: "text"}
}
