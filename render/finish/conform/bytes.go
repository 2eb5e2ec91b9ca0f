package conform

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
)

var fileClauses = []Clause{
	{"19005-3 6.1.2", "header of one of the versions 1.0 to 1.7, and four bytes above 127 in a comment", header},
	{"19005-3 6.1.3", "the trailer identifies the file, and nothing follows its end", trailer},
	{"19005-3 6.1.6", "hexadecimal strings have an even number of digits and nothing else", hexadecimal},
	{"19005-3 6.1.7", "streams stand in the file itself, uncompressed or in Flate", filters},
	{"19005-3 6.1.13", "no string, name or number beyond the limits of the standard", limits},
}

var headerBytes = regexp.MustCompile(`^%PDF-1\.[0-7]\n%[\x80-\xff]{4}`)

func header(f *File) error {
	// A regular expression reads UTF-8, and these bytes are none: they are looked at as Latin-1.
	runes := []rune{}
	for _, b := range f.raw[:min(20, len(f.raw))] {
		runes = append(runes, rune(b))
	}
	if !headerBytes.MatchString(string(runes)) {
		return fmt.Errorf("the file begins with %q", f.raw[:min(20, len(f.raw))])
	}
	return nil
}

func trailer(f *File) error {
	id := f.arrayOf(f.trailer["ID"])
	if len(id) != 2 || f.get(id[0]) == text("") || f.get(id[1]) == text("") {
		return errors.New("there is no identifier of two strings")
	}
	if !bytes.HasSuffix(f.raw, []byte("%%EOF\n")) {
		return errors.New("something follows the end of the file")
	}
	return nil
}

func hexadecimal(f *File) error {
	if f.badHex {
		return errors.New("a string is not made of pairs of digits")
	}
	return nil
}

func filters(f *File) error {
	for n, v := range f.objects {
		s, ok := v.(*stream)
		if !ok {
			continue
		}
		if filter := s.dict["Filter"]; filter != nil && filter != name("FlateDecode") {
			return fmt.Errorf("object %d: the filter is %v", n, filter)
		}
		for _, key := range []name{"F", "FFilter", "FDecodeParms"} {
			if s.dict[key] != nil {
				return fmt.Errorf("object %d: the stream lies in another file", n)
			}
		}
		if _, err := s.data(); err != nil {
			return fmt.Errorf("object %d: %w", n, err)
		}
	}
	return nil
}

func limits(f *File) error {
	var found error
	f.each(func(d dict) {
		for key, v := range d {
			if err := withinLimits(key, v); err != nil {
				found = err
			}
		}
	})
	return found
}

func withinLimits(key name, v any) error {
	const longestString, longestName, largest = 32767, 127, 2147483647
	switch v := v.(type) {
	case text:
		if len(v) > longestString {
			return fmt.Errorf("/%s is a string of %d bytes", key, len(v))
		}
	case name:
		if len(v) > longestName {
			return fmt.Errorf("/%s is a name of %d bytes", key, len(v))
		}
	case float64:
		if v > largest || v < -largest {
			return fmt.Errorf("/%s is %v", key, v)
		}
	}
	return nil
}
