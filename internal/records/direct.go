package records

import (
	"fmt"
	"strconv"
)

const (
	smallestType = 6.0
	largestType  = 20.0
)

// fonts are those that every PDF reader has.
var fonts = map[string]string{"times": "Times", "helvetica": "Helvetica", "courier": "Courier"}

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
	default:
		return fmt.Errorf("there is no directive @%s; there are @font, @size, @header, @footer and @picture", name)
	}
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
