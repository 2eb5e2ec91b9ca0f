package classify

import "imr"

// identity is what tells one patient's pages from another's, by topic: the name, the claim number, the days of birth and injury.
type identity map[string]string

// identityOf reads the first of each mark among mentions.
func identityOf(mentions []imr.Mention) identity {
	id := identity{}
	for _, m := range mentions {
		mark := m.Topic
		if m.Topic == "date" {
			mark = m.Sense
		}
		if oneOf(mark, []string{"patient", "claim", "birth", "injury"}) && id[mark] == "" {
			id[mark] = m.Value
		}
	}
	return id
}

// another reports whether an identity is that of another person: two marks at least differ, and more than agree.
func (id identity) another(of identity) bool {
	differ, agree := 0, 0
	for mark, v := range id {
		switch of[mark] {
		case "":
		case v:
			agree++
		default:
			differ++
		}
	}
	return differ >= 2 && differ > agree
}

// exclude marks the papers of another patient than the one that most papers are of. It returns their places. Names are compared and
// never printed.
func exclude(ps []paper) []imr.Evidence {
	counts := map[string]map[string]int{}
	for _, p := range ps {
		for mark, v := range identityOf(p.mentions) {
			if counts[mark] == nil {
				counts[mark] = map[string]int{}
			}
			counts[mark][v]++
		}
	}
	patient := identity{}
	for mark, values := range counts {
		patient[mark] = most(values)
	}
	var out []imr.Evidence
	for i := range ps {
		if identityOf(ps[i].mentions).another(patient) {
			ps[i].excluded = true
			out = append(out, pageOf(ps[i]))
		}
	}
	return out
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
