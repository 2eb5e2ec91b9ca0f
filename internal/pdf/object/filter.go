package object

import (
	"bytes"
	"encoding/ascii85"
	"io"
)

// unpack decrypts a stream and undoes its filters (7.4). It reports whether all was unpacked. The data of a picture's filters, which are
// not known here, are nothing.
func (f *File) unpack(v Value) (data []byte, whole bool) {
	if f.Exhausted() {
		return nil, false
	}
	data, whole = f.crypt.decryptStream(v), true
	f.unpacked += len(data)
	for i, name := range v.filters() {
		good := i < maxFilters
		if good {
			data, good = f.undo(name, v.parms(i), data)
		}
		f.unpacked += len(data)
		whole = whole && good
	}
	return data, whole
}

// filters returns the names of a stream's filters.
func (v Value) filters() []string {
	filter := v.Key("Filter")
	if filter.IsNull() {
		filter = v.Key("F") // as in pictures within a content stream; some writers use it elsewhere
	}
	if filter.Kind == Name {
		return []string{filter.Name()}
	}
	var names []string
	for i := range min(filter.Len(), maxFilters+1) {
		names = append(names, filter.Index(i).Name())
	}
	return names
}

func (v Value) firstFilter() Value {
	filter := v.Key("Filter")
	if filter.Kind == Array {
		return filter.Index(0)
	}
	return filter
}

// parms returns the parameters of the i-th filter.
func (v Value) parms(i int) Value {
	p := v.Key("DecodeParms")
	if p.IsNull() {
		p = v.Key("DP")
	}
	if p.Kind == Array {
		return p.Index(i)
	}
	return p
}

// undo undoes one filter. It reports whether the filter is known and, for Flate, whether the data came to their end.
func (f *File) undo(name string, parms Value, data []byte) (out []byte, whole bool) {
	switch name {
	case "FlateDecode", "Fl":
		out, whole = f.inflater.inflate(data)
		return unpredict(out, parms), whole
	case "LZWDecode", "LZW":
		early := parms.Key("EarlyChange")
		return unpredict(unpackLZW(data, early.IsNull() || early.Int() != 0), parms), true
	case "ASCIIHexDecode", "AHx":
		l := Lexer{data: append([]byte{'<'}, data...)}
		return l.hex().Text, true
	case "ASCII85Decode", "A85":
		return decode85(data), true
	case "RunLengthDecode", "RL":
		return unpackRuns(data), true
	case "Crypt":
		return data, true
	}
	return nil, false
}

// decode85 undoes ASCII85 (7.4.3), whose data may be framed by "<~" and "~>".
func decode85(data []byte) []byte {
	data = bytes.TrimPrefix(bytes.TrimLeft(data, " \r\n\t"), []byte("<~"))
	if end := bytes.IndexByte(data, '~'); end >= 0 {
		data = data[:end]
	}
	return readLimited(ascii85.NewDecoder(bytes.NewReader(data)))
}

func readLimited(r io.Reader) []byte {
	var out bytes.Buffer
	_, _ = io.Copy(&out, io.LimitReader(r, maxStream)) // an error ends the data early
	return out.Bytes()
}

// unpackRuns undoes run-length encoding (7.4.5).
func unpackRuns(data []byte) []byte {
	const stop = 128
	var out []byte
	for len(data) > 1 && data[0] != stop && len(out) < maxStream {
		n := int(data[0])
		if n < stop {
			n = min(n+1, len(data)-1)
			out, data = append(out, data[1:1+n]...), data[1+n:]
			continue
		}
		out, data = append(out, bytes.Repeat(data[1:2], 257-n)...), data[2:]
	}
	return out
}
