package pdf

import "bytes"

// scanStructure rebuilds the cross-reference data of a damaged file from the objects that stand in it. Where a number
// occurs more than once the last object wins, as in a file that was changed by appending.
func scanStructure(data []byte) (*structure, error) {
	s := newStructure()
	catalog := ""
	for pos := 0; ; {
		start, ok := nextObject(data, pos)
		if !ok {
			break
		}
		object, err := readObject(data, start)
		if err != nil || object.number > maxObject || object.gen > 65535 {
			pos = start + 1
			continue
		}
		pos = max(object.end, start+1)
		s.objects[object.number] = entry{offset: start, gen: object.gen}
		switch object.value.key("Type").text {
		case "ObjStm":
			s.addContained(object)
		case "XRef":
			s.replaceTrailer(data, object.value)
		case "Catalog":
			catalog = refText(object.number, object.gen)
		}
	}
	s.scanTrailers(data)
	if s.trailer["Root"] == "" {
		s.trailer["Root"] = catalog
	}
	if s.trailer["Root"] == "" {
		return nil, errXref
	}
	return s, nil
}

// nextObject finds the next "12 0 obj" and returns where it starts.
func nextObject(data []byte, pos int) (int, bool) {
	for pos < len(data) {
		i := bytes.Index(data[pos:], []byte("obj"))
		if i < 0 {
			return 0, false
		}
		at := pos + i
		pos = at + 3
		if start, ok := backOverNumber(data, at); ok {
			if start, ok = backOverNumber(data, start); ok {
				return start, true
			}
		}
	}
	return 0, false
}

// backOverNumber steps back over white space and digits.
func backOverNumber(data []byte, at int) (int, bool) {
	i := at
	for i > 0 && isSpace(data[i-1]) {
		i--
	}
	end := i
	for i > 0 && data[i-1] >= '0' && data[i-1] <= '9' && end-i < 8 {
		i--
	}
	return i, i < end
}

func (s *structure) addContained(object rawObject) {
	data, err := decodeStream(object.value, object.stream)
	if err != nil {
		return
	}
	for number := range containedObjects(object.value, data) {
		if number <= maxObject {
			s.objects[number] = entry{container: object.number}
		}
	}
}

func (s *structure) scanTrailers(data []byte) {
	for pos := 0; ; {
		i := bytes.Index(data[pos:], []byte("trailer"))
		if i < 0 {
			return
		}
		pos += i + len("trailer")
		l := lexer{data: data, pos: pos}
		if dict := l.next(); dict.kind == dictToken {
			s.replaceTrailer(data, dict)
		}
	}
}

func (s *structure) replaceTrailer(data []byte, dict token) {
	if dict.key("Root").kind != refToken {
		return
	}
	s.trailer = map[string]string{}
	s.keep(data, dict)
}
