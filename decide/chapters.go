package decide

import (
	"slices"

	"imr"
)

// chapters are the chapters of the ACOEM guidelines that the order of December 1, 2017 adopted, by part of the body. Their text is licensed.
var chapters = map[string]string{
	"ankle_foot": "Ankle & Foot", "elbow": "Elbow", "eye": "Eye", "forearm_wrist_hand": "Hand/Wrist/Forearm", "hip": "Hip & Groin", "knee": "Knee", "low_back": "Low Back",
	"neck": "Cervical & Thoracic", "shoulder": "Shoulder", "upper_back": "Cervical & Thoracic",
}

// newerText says what governs from the change of the law on, for the parts of the body that items are for.
func newerText(items ...imr.Item) string {
	var names []string
	for _, it := range items {
		for _, part := range it.BodyPart.Value {
			if name := quoted(chapters[part]); chapters[part] != "" && !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	const from = "From that day an order changed the section and adopted chapters of the ACOEM guidelines"
	const licensed = "Their text is licensed and not held here."
	switch len(names) {
	case 0:
		return from + ". " + licensed
	case 1:
		return from + ", for this part of the body the chapter " + names[0] + ". " + licensed
	}
	return from + ", for these parts of the body the chapters " + join(names) + ". " + licensed
}
