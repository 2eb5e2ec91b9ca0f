package finish

import "encoding/binary"

// greyProfile is a small ICC profile (ICC.1:2001-04, version 2.4) for grey with the gamma of sRGB displays: all colours of a letter are
// grey, and PDF/A asks for a profile that says what they mean (ISO 19005-3, 6.2.3).
func greyProfile() []byte {
	type tag struct {
		name string
		data []byte
	}
	tags := []tag{
		{"desc", textDescription("Grey, gamma 2.2")},
		{"cprt", append([]byte("text\x00\x00\x00\x00"), "No copyright\x00"...)},
		{"wtpt", append([]byte("XYZ \x00\x00\x00\x00"), whitePoint...)},
		{"kTRC", []byte("curv\x00\x00\x00\x00\x00\x00\x00\x01\x02\x33")}, // one entry: gamma 2.2 as u8Fixed8
	}
	const header, entry = 128, 12
	at := header + 4 + entry*len(tags)
	table := binary.BigEndian.AppendUint32(nil, uint32(len(tags)))
	var data []byte
	for _, t := range tags {
		table = append(table, t.name...)
		table = binary.BigEndian.AppendUint32(table, uint32(at+len(data)))
		table = binary.BigEndian.AppendUint32(table, uint32(len(t.data)))
		data = append(data, t.data...)
		for len(data)%4 != 0 {
			data = append(data, 0)
		}
	}
	return append(append(profileHeader(at+len(data)), table...), data...)
}

// whitePoint is D50, the white of the profile connection space, as three s15Fixed16 numbers.
var whitePoint = []byte{0x00, 0x00, 0xF6, 0xD6, 0x00, 0x01, 0x00, 0x00, 0x00, 0x00, 0xD3, 0x2D}

func profileHeader(size int) []byte {
	h := make([]byte, 128)
	binary.BigEndian.PutUint32(h[0:], uint32(size))
	binary.BigEndian.PutUint32(h[8:], 0x02400000)
	copy(h[12:], "mntrGRAYXYZ ")
	for i, v := range []uint16{2000, 1, 1, 0, 0, 0} {
		binary.BigEndian.PutUint16(h[24+2*i:], v)
	}
	copy(h[36:], "acsp")
	copy(h[68:], whitePoint)
	return h
}

// textDescription is a textDescriptionType without its Unicode and Macintosh parts, which stay empty.
func textDescription(s string) []byte {
	out := []byte("desc\x00\x00\x00\x00")
	out = binary.BigEndian.AppendUint32(out, uint32(len(s)+1))
	out = append(append(out, s...), 0)
	return append(out, make([]byte, 4+4+2+1+67)...)
}
