package conform

import (
	"errors"
	"fmt"
	"regexp"
)

var fontClauses = []Clause{
	{"Matterhorn 31-009", "every font is embedded, as a subset with its real name (19005-3 6.2.11.4)", embedded},
	{"Matterhorn 31-006", "character codes go by the predefined map Identity-H (31-001 to 31-008)", identity},
	{"Matterhorn 31-005", "a map from characters to glyphs is there (31-004)", glyphMaps},
	{"19005-3 6.2.11.2", "fonts are of a known kind, and none is there that no page uses", fontKinds},
}

// font is a composite TrueType font as a page uses it.
type font struct {
	dict, cid, descriptor dict
	program               []byte
	gids                  []byte // two bytes for each code
	used                  map[int]bool
}

// fonts returns the fonts that pages show text in, with the codes that they show.
func (f *File) fonts() (map[ref]*font, error) {
	out := map[ref]*font{}
	err := f.walk(func(m moment) error {
		for _, s := range shown(m) {
			if out[m.font] == nil {
				var err error
				if out[m.font], err = f.font(m.font); err != nil {
					return err
				}
			}
			for _, c := range s.codes() {
				out[m.font].used[c] = true
			}
		}
		return nil
	})
	return out, err
}

// shown are the strings that an operator shows.
func shown(m moment) []text {
	var out []text
	switch m.op {
	case "Tj", "'", "\"", "TJ":
		for _, a := range m.args {
			switch a := a.(type) {
			case text:
				out = append(out, a)
			case array:
				for _, v := range a {
					if t, ok := v.(text); ok {
						out = append(out, t)
					}
				}
			}
		}
	}
	return out
}

func (f *File) font(r ref) (*font, error) {
	d := f.dictOf(r)
	below := f.arrayOf(d["DescendantFonts"])
	if d["Subtype"] != name("Type0") || len(below) != 1 {
		return nil, fmt.Errorf("font %d is not a composite font", r)
	}
	out := &font{dict: d, cid: f.dictOf(below[0]), used: map[int]bool{}}
	out.descriptor = f.dictOf(out.cid["FontDescriptor"])
	var err error
	if s := f.streamOf(out.descriptor["FontFile2"]); s != nil {
		out.program, err = s.data()
	}
	if s := f.streamOf(out.cid["CIDToGIDMap"]); s != nil && err == nil {
		out.gids, err = s.data()
	}
	return out, err
}

// eachFont visits the fonts that are used.
func (f *File) eachFont(visit func(*font) error) error {
	fonts, err := f.fonts()
	for r, x := range fonts {
		if err == nil {
			if e := visit(x); e != nil {
				err = fmt.Errorf("font %d: %w", r, e)
			}
		}
	}
	return err
}

var subsetName = regexp.MustCompile(`^[A-Z]{6}\+Liberation(Serif|Sans)(-Bold)?$`)

func embedded(f *File) error {
	return f.eachFont(func(x *font) error {
		base, _ := x.dict["BaseFont"].(name)
		if x.cid["BaseFont"] != base || x.descriptor["FontName"] != base || !subsetName.MatchString(string(base)) {
			return fmt.Errorf("its names are %v, %v and %v", base, x.cid["BaseFont"], x.descriptor["FontName"])
		}
		if x.program == nil {
			return errors.New("its program is not in the file")
		}
		return nil
	})
}

func identity(f *File) error {
	return f.eachFont(func(x *font) error {
		if x.dict["Encoding"] != name("Identity-H") || f.dictOf(x.cid["CIDSystemInfo"]) == nil {
			return fmt.Errorf("its encoding is %v", x.dict["Encoding"])
		}
		return nil
	})
}

func glyphMaps(f *File) error {
	return f.eachFont(func(x *font) error {
		if x.gids == nil && x.cid["CIDToGIDMap"] != name("Identity") {
			return errors.New("there is none")
		}
		return nil
	})
}

func fontKinds(f *File) error {
	used, err := f.fonts()
	if err != nil {
		return err
	}
	for n, v := range f.objects {
		d := f.dictOf(v)
		if d["Type"] == name("Font") && d["Subtype"] != name("CIDFontType2") && used[n] == nil {
			return fmt.Errorf("font %d is not used", n)
		}
	}
	return nil
}
