package decide

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"imr"
)

// none is the reading of a place that positively shows an empty list, or that there was no improvement.
const none = "none"

// inWords writes what one place reads, where places disagree. fromWords reads it back.
func inWords(v any) string {
	switch x := v.(type) {
	case imr.Range:
		return count(x)
	case []string:
		if len(x) == 0 {
			return none
		}
		return strings.Join(x, ", ")
	case bool:
		if x {
			return "documented"
		}
		return none
	case int:
		return strconv.Itoa(x)
	case imr.Date:
		return string(x)
	}
	return fmt.Sprint(v)
}

// fromWords reads what inWords wrote into the value that into points to.
func fromWords(words string, into any) error {
	switch v := into.(type) {
	case *imr.Range:
		return rangeFrom(words, v)
	case *[]string:
		*v = []string{}
		if words != none {
			*v = strings.Split(words, ", ")
		}
	case *bool:
		*v = words != none
	case *int:
		n, err := strconv.Atoi(words)
		*v = n
		return err
	case *imr.Date:
		return v.UnmarshalJSON(strconv.AppendQuote(nil, words))
	case *string:
		*v = words
	default:
		return fmt.Errorf("no fact has values of the type %T", into)
	}
	return nil
}

func rangeFrom(words string, r *imr.Range) error {
	low, high, isRange := strings.Cut(words, " to ")
	if !isRange {
		high = low
	}
	var err error
	if r.Low, err = strconv.ParseFloat(low, 64); err != nil {
		return err
	}
	r.High, err = strconv.ParseFloat(high, 64)
	return err
}

// readBack is the fact that list has written: its value, or the readings that disagree, with their places.
func readBack[T any](f imr.StatedFact) (imr.Fact[T], error) {
	out := imr.Fact[T]{Status: f.Status}
	if f.Status == imr.Known {
		written, err := json.Marshal(f.Value)
		if err != nil {
			return out, err
		}
		if err := json.Unmarshal(written, &out.Value); err != nil {
			return out, fmt.Errorf("the value of %s cannot be read: %w", f.Name, err)
		}
	}
	for _, e := range f.Evidence {
		r := imr.Reading[T]{Value: out.Value, Evidence: e}
		switch {
		case f.Status == imr.Known:
		case f.Status == imr.Contradictory && e.Reading != "":
			if err := fromWords(e.Reading, &r.Value); err != nil {
				return out, fmt.Errorf("a reading of %s cannot be read: %w", f.Name, err)
			}
			r.Evidence.Reading = ""
		default:
			out.Searched = append(out.Searched, e)
			continue
		}
		out.Readings = append(out.Readings, r)
	}
	return out, sensible(f, out)
}
