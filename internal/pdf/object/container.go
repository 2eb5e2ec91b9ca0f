package object

// container is an unpacked object stream (7.5.7).
type container struct {
	data    []byte
	offsets map[int]int // of the objects in it, by number
}

// contained reads an object of an object stream.
func (f *File) contained(number, in int) *indirect {
	c := f.container(in)
	offset, ok := c.offsets[number]
	if !ok {
		return null
	}
	l := &f.lexer
	l.data, l.pos, l.depth = c.data, offset, 0
	o := &indirect{number: number, value: l.Next()}
	l.joinReference(&o.value)
	return o
}

// container unpacks an object stream. One that cannot be read holds nothing.
func (f *File) container(number int) *container {
	if c, ok := f.containers[number]; ok {
		return c
	}
	c := &container{}
	f.containers[number] = c
	if e := f.table.entries[number]; e.container == 0 {
		if o := f.object(number); o.isStream && f.unpacked < maxContained {
			c.open(f.stream(o))
		}
	}
	return c
}

func (c *container) open(v Value) {
	count, first := v.Key("N"), v.Key("First")
	n, ok1 := count.integer()
	start, ok2 := first.integer()
	if !ok1 || !ok2 || start < 0 {
		return
	}
	c.data = v.Data()
	c.offsets = make(map[int]int, min(max(n, 0), len(c.data)/4))
	head := Lexer{data: c.data}
	for range min(n, len(c.data)) {
		numbers := [2]Token{head.Next(), head.Next()}
		number, ok1 := numbers[0].integer()
		offset, ok2 := numbers[1].integer()
		if !ok1 || !ok2 || number < 0 || offset < 0 || start+offset >= len(c.data) {
			break
		}
		c.offsets[number] = start + offset
	}
}
