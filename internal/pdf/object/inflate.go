package object

import (
	"bytes"
	"compress/flate"
	"io"
)

// inflater undoes Flate compression. It is kept because its tables are large.
type inflater struct {
	source bytes.Reader
	reader io.ReadCloser
}

// inflate unpacks zlib data, or what was unpacked before an error. It reports whether the data came to their end; the checksum behind it
// is not looked at.
func (z *inflater) inflate(data []byte) (out []byte, whole bool) {
	const header, usual = 2, 5 // bytes; how far text is mostly compressed
	if len(data) < header {
		return nil, len(data) == 0
	}
	if data[0]&0x0F == 8 && (int(data[0])<<8|int(data[1]))%31 == 0 {
		data = data[header:]
	}
	z.source.Reset(data)
	if z.reader == nil {
		z.reader = flate.NewReader(&z.source)
	} else if err := z.reader.(flate.Resetter).Reset(&z.source, nil); err != nil {
		return nil, false
	}
	return readAll(z.reader, min(usual*len(data)+512, maxStream))
}

// readAll reads up to maxStream bytes, of which so many are expected. It reports whether it came to the end.
func readAll(r io.Reader, expected int) (out []byte, whole bool) {
	out = make([]byte, 0, expected)
	for len(out) < maxStream {
		if len(out) == cap(out) {
			out = append(out, 0)[:len(out)]
		}
		n, err := r.Read(out[len(out):min(cap(out), maxStream)])
		out = out[:len(out)+n]
		if err != nil {
			return out, err == io.EOF
		}
	}
	return out, false
}
