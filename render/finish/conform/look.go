package conform

// get follows references.
func (f *File) get(v any) any {
	for {
		r, ok := v.(ref)
		if !ok {
			return v
		}
		v = f.objects[r]
	}
}

// dictOf is a dictionary, a stream's too, or nil.
func (f *File) dictOf(v any) dict {
	switch v := f.get(v).(type) {
	case dict:
		return v
	case *stream:
		return v.dict
	}
	return nil
}

func (f *File) arrayOf(v any) array {
	a, _ := f.get(v).(array)
	return a
}

func (f *File) streamOf(v any) *stream {
	s, _ := f.get(v).(*stream)
	return s
}

// textOf is a text string's words.
func (f *File) textOf(v any) string {
	t, _ := f.get(v).(text)
	return t.String()
}

func (f *File) number(v any) int {
	n, _ := f.get(v).(float64)
	return int(n)
}

func (f *File) catalogue() dict { return f.dictOf(f.trailer["Root"]) }

// page is a leaf of the page tree.
type page struct {
	ref  ref
	dict dict
}

func (f *File) pages() []page { return f.pagesBelow(f.catalogue()["Pages"]) }

func (f *File) pagesBelow(v any) []page {
	d := f.dictOf(v)
	if d["Type"] == name("Page") {
		r, _ := v.(ref)
		return []page{{r, d}}
	}
	var out []page
	for _, kid := range f.arrayOf(d["Kids"]) {
		out = append(out, f.pagesBelow(kid)...)
	}
	return out
}

// each visits every dictionary of the file.
func (f *File) each(visit func(dict)) {
	visitIn(f.trailer, visit)
	for _, v := range f.objects {
		visitIn(v, visit)
	}
}

func visitIn(v any, visit func(dict)) {
	switch v := v.(type) {
	case *stream:
		visitIn(v.dict, visit)
	case dict:
		visit(v)
		for _, inner := range v {
			visitIn(inner, visit)
		}
	case array:
		for _, inner := range v {
			visitIn(inner, visit)
		}
	}
}
