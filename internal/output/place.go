package output

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"unicode"
)

// Place is where a case's result goes.
type Place struct {
	Dir     string // path of the folder
	Name    string // its name below OUT
	Earlier string // name of the version before it, for a second or later version
}

// maxName is how long a folder's name may be, in bytes, with room for a version.
const maxName = 200

// Place chooses the folder of a case: OUT/id, or OUT/id~2 and on where other content has the id. The same content gets its old place
// again. A case that a reviewer has adopted gives ErrAdopted.
func (s *Store) Place(id, hash string) (Place, error) {
	if e, ok := s.entry(hash); ok && e.ID == id {
		return s.adoptable(Place{Dir: filepath.Join(s.dir, e.Dir), Name: e.Dir})
	}
	base, earlier := safeName(id), ""
	for version := 1; ; version++ {
		name := base
		if version > 1 {
			name = fmt.Sprintf("%s~%d", base, version)
		}
		dir := filepath.Join(s.dir, name)
		if _, err := os.Lstat(dir); errors.Is(err, os.ErrNotExist) {
			return Place{Dir: dir, Name: name, Earlier: earlier}, nil
		}
		earlier = name
	}
}

func (s *Store) adoptable(p Place) (Place, error) {
	if _, err := os.Lstat(filepath.Join(p.Dir, "final.json")); err == nil {
		return p, ErrAdopted
	}
	return p, nil
}

// safeName makes a folder's name of an id: no separators, no control characters, nothing that means another folder.
func safeName(id string) string {
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
