package output

import (
	"strings"
	"unicode"
)

// maxName is how long a folder's name may be, in bytes, with room for a version.
const maxName = 200

// Name makes a folder's name of a case's id: no separators, no control characters, nothing that means another folder or a version.
func Name(id string) string {
	name := strings.Map(func(r rune) rune {
		if r == '/' || r == '\\' || r == '~' || unicode.IsControl(r) || r == unicode.ReplacementChar {
			return '_'
		}
		return r
	}, id)
	for len(name) > maxName {
		name = name[:len(name)-1]
	}
	name = strings.ToValidUTF8(name, "_")
	if strings.HasPrefix(name, ".") || strings.TrimSpace(name) == "" {
		name = "_" + name
	}
	return name
}
