package casefile

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/BurntSushi/toml"

	"imr"
)

// Known is what the review organization knows from its own system and no record can prove.
type Known struct {
	imr.Admin
	DateOfInjury imr.Date
	URDenialDate imr.Date
}

// TOMLError is a mistake in a TOML file.
type TOMLError struct {
	Path   string
	Reason string
}

func (e *TOMLError) Error() string { return e.Path + ": " + e.Reason }

// knownFile is the name of the file that states what is known.
const knownFile = "case.toml"

// Check finds what is wrong with the naming of a case before its files are read: ErrNotFound, or a *TOMLError.
func Check(path string) error {
	if _, err := stat(path); err != nil {
		return err
	}
	known := filepath.Join(path, knownFile)
	if info, err := os.Lstat(known); err == nil && info.Mode().IsRegular() {
		_, err := readKnown(known)
		return err
	}
	return nil
}

// readKnown reads a case.toml. One that cannot be read is a mistake like any other.
func readKnown(path string) (Known, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return Known{}, &TOMLError{path, fmt.Sprintf("it could not be read: %v", pathless(err))}
	}
	return parseKnown(path, data)
}

func parseKnown(path string, data []byte) (Known, error) {
	var raw map[string]any
	meta, err := toml.Decode(string(data), &raw)
	if err != nil {
		return Known{}, &TOMLError{path, fmt.Sprintf("it cannot be read as TOML: %v", err)}
	}
	var k Known
	dates := map[string]*imr.Date{"assigned": &k.Assigned, "received": &k.Received, "decision": &k.Decision, "date_of_injury": &k.DateOfInjury, "ur_denial_date": &k.URDenialDate}
	words := map[string]*string{"number": &k.Number, "priority": &k.Priority}
	for _, key := range meta.Keys() {
		name := key.String()
		switch {
		case dates[name] != nil:
			if *dates[name], err = dayOf(raw[name]); err != nil {
				return Known{}, &TOMLError{path, fmt.Sprintf("%s: %v", name, err)}
			}
		case words[name] != nil:
			text, ok := raw[name].(string)
			if !ok {
				return Known{}, &TOMLError{path, name + ` must be written in quotation marks, as in number = "CM15-0000001"`}
			}
			*words[name] = text
		default:
			return Known{}, &TOMLError{path, fmt.Sprintf("the key %q is not known; known are number, assigned, received, decision, priority, date_of_injury and ur_denial_date", name)}
		}
	}
	if p := k.Priority; p != "" && p != "standard" && p != "expedited" {
		return Known{}, &TOMLError{path, fmt.Sprintf("priority is %q; it must be \"standard\" or \"expedited\"", p)}
	}
	return k, nil
}

// dayOf reads a TOML date, or a day in quotation marks.
func dayOf(v any) (imr.Date, error) {
	text := fmt.Sprint(v)
	if t, ok := v.(interface{ Format(string) string }); ok {
		text = t.Format("2006-01-02")
	}
	var d imr.Date
	if err := d.UnmarshalJSON([]byte(`"` + strings.TrimSpace(text) + `"`)); err != nil {
		return "", fmt.Errorf("%q is not a day; write it as 2016-12-06", text)
	}
	return d, nil
}
