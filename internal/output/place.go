package output

import (
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
	Earlier string // name of the result before it with the same id and other content, or ""
}

// maxName is how long a folder's name may be, in bytes, with room for a version.
const maxName = 200

// Place chooses the folder of a case: OUT/id, or OUT/id~2 and on where other content has the id. The same content gets its old place
// again. A case that a reviewer has adopted gives ErrAdopted.
func (s *Store) Place(id, hash string) (Place, error) {
	var free *Place
	base, earlier := safeName(id), ""
	for version := 1; ; version++ {
		name := base
		if version > 1 {
			name = fmt.Sprintf("%s~%d", base, version)
		}
		p := Place{Dir: filepath.Join(s.dir, name), Name: name, Earlier: earlier}
		owner, there := s.owner(name), exists(p.Dir)
		switch {
		case owner == hash:
			return p, adopted(p)
		case !there && free == nil:
			free = &p
		}
		if !there && owner == "" {
			return *free, nil
		}
		if exists(filepath.Join(p.Dir, "decision.json")) { // a folder of something else is left alone
			earlier = name
		}
	}
}

// adopted is ErrAdopted for a folder that holds a final decision.
func adopted(p Place) error {
	if exists(filepath.Join(p.Dir, "final.json")) {
		return ErrAdopted
	}
	return nil
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
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
