package paper

import (
	"maps"
	"strings"
)

// perItem begins a template's line that is repeated for each line of the request.
const perItem = "*"

// lines fills a template line by line. A line whose {say} has nothing to say is left out.
func (k *composer) lines(w *writer, template string) (string, error) {
	var out strings.Builder
	for _, line := range strings.Split(strings.TrimRight(template, "\n"), "\n") {
		for _, slots := range k.repeats(w, line) {
			own := *w
			own.slots = slots
			if err := k.line(&own, strings.TrimPrefix(line, perItem), &out); err != nil {
				return "", err
			}
		}
	}
	return out.String(), nil
}

// repeats returns the slots of each time that a line stands in the paper.
func (k *composer) repeats(w *writer, line string) []map[string]string {
	if !strings.HasPrefix(line, perItem) {
		return []map[string]string{w.slots}
	}
	var out []map[string]string
	for _, it := range k.items() {
		slots := maps.Clone(w.slots)
		maps.Copy(slots, it)
		out = append(out, slots)
	}
	return out
}

func (k *composer) line(w *writer, line string, out *strings.Builder) error {
	text, err := w.fill(line)
	if err != nil {
		return err
	}
	if strings.Contains(line, "{say ") && !strings.Contains(text, opens) {
		return nil
	}
	out.WriteString(text + "\n")
	return nil
}
