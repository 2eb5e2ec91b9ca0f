package paper

import (
	"maps"
	"strconv"
)

// items returns the slots of each line of the request: the acupuncture first, or among the others.
func (k *composer) items() []map[string]string {
	verdict := k.c.Decided.Outcome
	needles := map[string]string{
		"item": "{pick line." + k.wayOfNeedles() + "}", "item_service": "{pick cell}", "item_quantity": "{pick q." + k.c.Kind + "}", "item_code": k.slots["code"],
		"item_verdict": "{pick verdict." + verdict + "}", "item_review": "{pick review." + verdict + "}", "item_dx": k.slots["dx"], "item_icd": k.slots["icd"],
	}
	out := []map[string]string{needles}
	for _, o := range k.c.Others {
		verdict := "denied"
		if o.Certified {
			verdict = "approved"
		}
		name, quantity := "{pick other."+o.Name+"}", "{pick other_quantity."+o.Name+"}"
		if o.Variant {
			out = append(out, variantOf(needles, o.Name))
			continue
		}
		out = append(out, map[string]string{
			"item": name, "item_service": name, "item_quantity": quantity, "item_code": "",
			"item_verdict": "{pick verdict_other." + verdict + "}", "item_review": "{pick review_other." + verdict + "}", "item_dx": k.slots["dx"], "item_icd": k.slots["icd"],
		})
	}
	for i := range out {
		out[i]["i"] = strconv.Itoa(i + 1)
	}
	return out
}

// wayOfNeedles names the group of phrases for the acupuncture with its quantity in one line.
func (k *composer) wayOfNeedles() string {
	if k.c.Kind == "none" {
		return "bare"
	}
	return "full"
}

// variantOf is the line of the acupuncture once more, in another kind.
func variantOf(needles map[string]string, name string) map[string]string {
	out := maps.Clone(needles)
	out["service"], out["item_code"] = "{pick service."+name+"}", ""
	return out
}
