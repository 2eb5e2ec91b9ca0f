package records

import (
	"fmt"
	"strconv"
	"strings"
)

const (
	smallestType = 6.0
	largestType  = 20.0
)

// fonts are those that every PDF reader has.
var fonts = map[string]string{"times": "Times", "helvetica": "Helvetica", "courier": "Courier"}

// direct follows a directive.
func (d *drawer) direct(name, value string) error {
	switch name {
	case "font":
		return d.setFont(value)
	case "size":
		return d.setSize(value)
	case "header":
		d.next.header = value
	case "footer":
		d.next.footer = value
	case "picture":
		d.pdf.AddPage()
		d.fresh = true
		return d.picture()
	case "type":
		return oneOf(&d.printed, name, value, "plain", "twice", "spaced")
	case "column":
		return d.setColumn(value)
	case "hidden":
		return d.hide(value)
	case "fields":
		return oneOf(&d.fields, name, value, "off", "drawn", "values")
	case "rotate", "sideways":
		return d.setTurn(name, value)
	case "encrypt":
		return d.setCipher(value)
	case "scan":
		return d.setScan(value)
	case "damage":
		d.damages = append(d.damages, value)
		return oneOf(new(string), name, value, damageNames()...)
	default:
		return fmt.Errorf("there is no directive @%s; go doc imr/internal/records lists them", name)
	}
	return nil
}

// oneOf sets what a directive chooses.
func oneOf(to *string, name, value string, choices ...string) error {
	for _, c := range choices {
		if value == c {
			*to = value
			return nil
		}
	}
	return fmt.Errorf("@%s takes one of %s, not %q", name, strings.Join(choices, ", "), value)
}

func (d *drawer) setScan(value string) error {
	dpi, err := strconv.Atoi(value)
	if err != nil || dpi < 50 || dpi > 300 {
		return fmt.Errorf("%q is no resolution; take a number of dots an inch from 50 to 300", value)
	}
	d.scan = dpi
	return nil
}

func (d *drawer) setFont(name string) error {
	family, ok := fonts[name]
	if !ok {
		return fmt.Errorf("there is no font %q; take times, helvetica or courier", name)
	}
	d.family = family
	return nil
}

func (d *drawer) setSize(value string) error {
	size, err := strconv.ParseFloat(value, 64)
	if err != nil || !(size >= smallestType && size <= largestType) {
		return fmt.Errorf("%q is no size of type; take a number from %g to %g", value, smallestType, largestType)
	}
	d.size = size
	return nil
}
