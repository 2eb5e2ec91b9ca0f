package classify

import (
	"cmp"
	"slices"
	"strings"

	"imr"
)

// privateOf gathers what the papers name, whosesoever they are, each once. A person's name that is part of an organization's is the
// organization's: "Pier Nine" of Pier Nine Spine and Sports.
func privateOf(mentions []imr.Mention) []imr.Private {
	var all []imr.Private
	for _, m := range mentions {
		switch {
		case m.Topic == "private":
			all = append(all, imr.Private{Kind: imr.PrivateKind(m.Sense), Text: m.Value})
		case m.Topic == "claim":
			all = append(all, imr.Private{Kind: imr.PrivateNumber, Text: m.Value})
		case m.Topic == "date" && m.Sense == "birth":
			all = append(all, imr.Private{Kind: imr.PrivateDay, Text: m.Value})
		}
	}
	all = each(all)
	return slices.DeleteFunc(all, func(p imr.Private) bool { return p.Kind == imr.PrivatePerson && ofFirm(p.Text, all) })
}

// each leaves out what is named twice, also in another order or in other letters: "Lee, Ann" is "ann lee".
func each(all []imr.Private) []imr.Private {
	slices.SortFunc(all, func(a, b imr.Private) int { return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Text, b.Text)) })
	seen := map[string]bool{}
	return slices.DeleteFunc(all, func(p imr.Private) bool {
		words := strings.FieldsFunc(strings.ToLower(p.Text), func(r rune) bool { return r == ' ' || r == ',' })
		slices.Sort(words)
		key := string(p.Kind) + strings.Join(words, " ")
		defer func() { seen[key] = true }()
		return seen[key]
	})
}

// ofFirm reports whether a name of several words is part of an organization's longer name.
func ofFirm(name string, all []imr.Private) bool {
	return strings.Contains(name, " ") && slices.ContainsFunc(all, func(p imr.Private) bool {
		return p.Kind == imr.PrivateOrganization && strings.Contains(p.Text, name)
	})
}
