package font

import (
	"bytes"

	"imr/internal/pdf/object"
)

// readType1 reads the encoding in the clear part of a Type 1 font program: "dup 65 /A put" for each code.
func readType1(data []byte, names *Names) map[int]string {
	texts := map[int]string{}
	start := bytes.Index(data, []byte("/Encoding"))
	if start < 0 {
		return texts
	}
	clear, _, _ := bytes.Cut(data[start:], []byte("eexec"))
	l := object.NewLexer(clear)
	for code := -1; ; {
		switch t := l.Next(); {
		case t.Kind == object.End, t.Kind == object.Keyword && string(t.Text) == "def" && len(texts) > 0:
			return texts
		case t.Kind == object.Keyword && string(t.Text) == "StandardEncoding":
			return standardTexts(names)
		case t.Kind == object.Number:
			code = int(t.Number)
		case t.Kind == object.Name && code >= 0 && code < 256:
			texts[code] = names.text(string(t.Text), code)
			code = -1
		}
	}
}

func standardTexts(names *Names) map[int]string {
	texts := map[int]string{}
	for code, text := range names.encoding("StandardEncoding") {
		texts[code] = text
	}
	return texts
}
