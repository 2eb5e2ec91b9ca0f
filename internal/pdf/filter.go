package pdf

import (
	"bytes"
	"compress/zlib"
	"encoding/ascii85"
	"errors"
	"io"
)

// maxStream bounds what one stream may unpack to. Text of a page stays below a megabyte or two; it is a defence against
// a few bytes that unpack to gigabytes.
const maxStream = 64 << 20

var errFilter = errors.New("a stream's compression is not supported")

// decodeStream undoes a stream's filters (7.4). Pictures' filters are not known here.
func decodeStream(dict token, raw []byte) ([]byte, error) {
	filters, parms := listOf(dict.key("Filter")), listOf(dict.key("DecodeParms"))
	if len(filters) > 4 {
		return nil, errFilter
	}
	for i, f := range filters {
		var parm token
		if i < len(parms) {
			parm = parms[i]
		}
		var err error
		if raw, err = decodeFilter(f.text, parm, raw); err != nil {
			return nil, err
		}
	}
	return raw, nil
}

// listOf reads an entry that holds one value or an array of them.
func listOf(t token) []token {
	switch t.kind {
	case endToken:
		return nil
	case arrayToken:
		return t.items
	}
	return []token{t}
}

func decodeFilter(name string, parms token, data []byte) ([]byte, error) {
	switch name {
	case "FlateDecode", "Fl":
		return unpredict(inflate(data), parms)
	case "LZWDecode", "LZW":
		early, given := parms.key("EarlyChange").integer()
		return unpredict(unpackLZW(data, !given || early != 0), parms)
	case "ASCIIHexDecode", "AHx":
		l := lexer{data: append([]byte{'<'}, data...)}
		return []byte(l.hex().text), nil
	case "ASCII85Decode", "A85":
		return decode85(data), nil
	case "RunLengthDecode", "RL":
		return unpackRuns(data), nil
	}
	return nil, errFilter
}

// inflate unpacks zlib data and keeps what was unpacked before an error: cut-off streams are common and mostly harmless.
func inflate(data []byte) []byte {
	r, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil
	}
	return readLimited(r)
}

func readLimited(r io.Reader) []byte {
	var out bytes.Buffer
	_, _ = io.Copy(&out, io.LimitReader(r, maxStream)) // an error ends the data early
	return out.Bytes()
}

func decode85(data []byte) []byte {
	if end := bytes.Index(data, []byte("~")); end >= 0 {
		data = data[:end]
	}
	return readLimited(ascii85.NewDecoder(bytes.NewReader(data)))
}

// unpackRuns undoes run-length encoding (7.4.5).
func unpackRuns(data []byte) []byte {
	var out []byte
	for len(data) > 1 && data[0] != 128 && len(out) < maxStream {
		n := int(data[0])
		if n < 128 {
			n = min(n+1, len(data)-1)
			out, data = append(out, data[1:1+n]...), data[1+n:]
			continue
		}
		out, data = append(out, bytes.Repeat(data[1:2], 257-n)...), data[2:]
	}
	return out
}

// unpredict undoes a PNG predictor (7.4.4.4) of one colour of eight bits, the only kind used for text and structure.
func unpredict(data []byte, parms token) ([]byte, error) {
	predictor, _ := parms.key("Predictor").integer()
	if predictor < 2 {
		return data, nil
	}
	columns, ok := parms.key("Columns").integer()
	if !ok {
		columns = 1
	}
	if predictor < 10 || columns < 1 || columns > 1<<16 {
		return nil, errFilter
	}
	var out []byte
	above := make([]byte, columns)
	for len(data) > columns {
		row := append([]byte(nil), data[1:columns+1]...)
		if !unpredictRow(data[0], row, above) {
			return nil, errFilter
		}
		out = append(out, row...)
		above, data = row, data[columns+1:]
	}
	return out, nil
}

// unpredictRow undoes the PNG filters None, Sub and Up; the others make no sense for structure.
func unpredictRow(filter byte, row, above []byte) bool {
	switch filter {
	case 0:
	case 1:
		for i := 1; i < len(row); i++ {
			row[i] += row[i-1]
		}
	case 2:
		for i := range row {
			row[i] += above[i]
		}
	default:
		return false
	}
	return true
}
