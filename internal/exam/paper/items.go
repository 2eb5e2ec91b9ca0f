package paper

import (
	"maps"
	"strconv"

	"imr/internal/exam/facts"
)

// items returns the slots of each line of the request, the acupuncture first.
func (k *composer) items() []map[string]string {
	verdict := k.c.Decided.Outcome
	needles := map[string]string{
		"item": "{pick line." + k.wayOfNeedles() + "}", "item_service": "{pick cell}", "item_quantity": "{pick q." + k.c.Kind + "}", "item_code": k.slots["code"],
		"item_verdict": "{pick verdict." + verdict + "}", "item_review": "{pick review." + verdict + "}",
	}
	if k.c.Kind == "units" { // of the additional quarter hours alone
		needles["item_code"] = k.slots["addon"]
	}
	out := []map[string]string{needles}
	for _, o := range k.c.Others {
		out = append(out, otherItem(o, needles))
	}
	for i := range out {
		out[i]["i"], out[i]["item_dx"], out[i]["item_icd"] = strconv.Itoa(i+1), k.slots["dx"], k.slots["icd"]
	}
	return out
}

// otherItem is a line of another service, or the acupuncture once more in another kind.
func otherItem(o facts.Other, needles map[string]string) map[string]string {
	if o.Variant {
		out := maps.Clone(needles)
		out["service"], out["item_code"] = "{pick service."+o.Name+"}", ""
		return out
	}
	verdict := map[bool]string{true: "approved", false: "denied"}[o.Certified]
	name := "{pick other." + o.Name + "}"
	return map[string]string{
		"item": name, "item_service": name, "item_quantity": "{pick other_quantity." + o.Name + "}", "item_code": "",
		"item_verdict": "{pick verdict_other." + verdict + "}", "item_review": "{pick review_other." + verdict + "}",
	}
}

// wayOfNeedles names the group of phrases for the acupuncture with its quantity in one line.
func (k *composer) wayOfNeedles() string {
	if k.c.Kind == "none" {
		return "bare"
	}
	return "full"
}
