package scan

import (
	"fmt"

	"codeberg.org/go-fonts/liberation/liberationmonobold"
	"codeberg.org/go-fonts/liberation/liberationmonoregular"
	"codeberg.org/go-fonts/liberation/liberationsansbold"
	"codeberg.org/go-fonts/liberation/liberationsansregular"
	"codeberg.org/go-fonts/liberation/liberationserifbold"
	"codeberg.org/go-fonts/liberation/liberationserifregular"
	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
)

// fontData returns the font that stands in for one that every PDF reader has, or nil.
func fontData(name string) []byte {
	switch name {
	case "Times-Roman":
		return liberationserifregular.TTF
	case "Times-Bold":
		return liberationserifbold.TTF
	case "Helvetica":
		return liberationsansregular.TTF
	case "Helvetica-Bold":
		return liberationsansbold.TTF
	case "Courier":
		return liberationmonoregular.TTF
	case "Courier-Bold":
		return liberationmonobold.TTF
	}
	return nil
}

// typeCases holds the faces that were made, since a record uses few of them many times.
type typeCases map[typeCase]font.Face

type typeCase struct {
	name string
	size float64 // pixels an em
}

func (c typeCases) face(name string, size float64) (font.Face, error) {
	key := typeCase{name, size}
	if face, ok := c[key]; ok {
		return face, nil
	}
	data := fontData(name)
	if data == nil {
		return nil, fmt.Errorf("there is no font for %q; a record is set in Times, Helvetica or Courier", name)
	}
	parsed, err := opentype.Parse(data)
	if err != nil {
		return nil, fmt.Errorf("the font for %q is damaged: %w", name, err)
	}
	face, err := opentype.NewFace(parsed, &opentype.FaceOptions{Size: size, DPI: pointsPerInch, Hinting: font.HintingNone})
	if err != nil {
		return nil, fmt.Errorf("the font for %q cannot be set at %g pixels: %w", name, size, err)
	}
	c[key] = face
	return face, nil
}
