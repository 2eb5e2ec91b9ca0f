package object

const (
	lzwClear = 256
	lzwEnd   = 257
	lzwTop   = 4096 // codes have at most 12 bits
)

// unpackLZW undoes LZW compression (7.4.4.2). With early change, the common form, codes grow one entry too soon, which is
// why compress/lzw does not read it.
func unpackLZW(data []byte, early bool) []byte {
	var out []byte
	var table [lzwTop][]byte
	for i := range lzwClear {
		table[i] = []byte{byte(i)}
	}
	shift := 0
	if early {
		shift = 1
	}
	next, width := lzwEnd+1, 9
	var last []byte
	var bits, count int
	for len(out) < maxStream {
		for count < width && len(data) > 0 {
			bits, count, data = bits<<8|int(data[0]), count+8, data[1:]
		}
		if count < width {
			break
		}
		code := bits >> (count - width) & (1<<width - 1)
		count -= width
		bits &= 1<<count - 1
		if code == lzwEnd {
			break
		}
		if code == lzwClear {
			next, width, last = lzwEnd+1, 9, nil
			continue
		}
		word := lzwWord(table[:next], code, last)
		if word == nil {
			break
		}
		out = append(out, word...)
		if last != nil && next < lzwTop {
			table[next] = append(last[:len(last):len(last)], word[0])
			next++
		}
		if next+shift >= 1<<width && width < 12 {
			width++
		}
		last = word
	}
	return out
}

// lzwWord returns the bytes a code stands for, or nil where the data are damaged.
func lzwWord(table [][]byte, code int, last []byte) []byte {
	switch {
	case code < len(table) && code != lzwClear && code != lzwEnd:
		return table[code]
	case code == len(table) && last != nil:
		return append(last[:len(last):len(last)], last[0])
	}
	return nil
}
