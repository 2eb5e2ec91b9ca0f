package object

// unpredict undoes a predictor (7.4.4.4): TIFF's for samples of eight bits, and PNG's.
func unpredict(data []byte, parms Value) []byte {
	const tiff, png, widest = 2, 10, 1 << 20
	predictor := parms.Key("Predictor").Int()
	if predictor < tiff {
		return data
	}
	columns, colors, bits := parms.Key("Columns").or(1), parms.Key("Colors").or(1), parms.Key("BitsPerComponent").or(8)
	if columns < 1 || columns > widest || colors < 1 || colors > 32 || bits < 1 || bits > 16 {
		return nil
	}
	pixel, row := max(1, colors*bits/8), (columns*colors*bits+7)/8
	if predictor >= png {
		return unpredictPNG(data, pixel, row)
	}
	if bits != 8 {
		return nil
	}
	return unpredictTIFF(data, pixel, row)
}

// or returns a whole number, or another where there is none.
func (v Value) or(other int) int {
	if n, ok := v.integer(); ok {
		return n
	}
	return other
}

func unpredictTIFF(data []byte, pixel, row int) []byte {
	out := append([]byte(nil), data...)
	for start := 0; start < len(out); start += row {
		line := out[start:min(start+row, len(out))]
		for i := pixel; i < len(line); i++ {
			line[i] += line[i-pixel]
		}
	}
	return out
}

// unpredictPNG undoes the filters of rows, each led by its filter's number. A last row that is cut off counts as far as it goes.
func unpredictPNG(data []byte, pixel, row int) []byte {
	out := make([]byte, 0, len(data))
	above := make([]byte, row)
	for len(data) > 1 {
		n := min(row, len(data)-1)
		start := len(out)
		out = append(out, data[1:1+n]...)
		line := out[start:]
		unfilterRow(data[0], line, above[:n], pixel)
		data = data[1+n:]
		if n == row {
			above = line
		}
	}
	return out
}

// unfilterRow undoes one of the PNG filters None, Sub, Up, Average and Paeth.
func unfilterRow(filter byte, line, above []byte, pixel int) {
	for i := range line {
		var left, corner byte
		if i >= pixel {
			left, corner = line[i-pixel], above[i-pixel]
		}
		switch filter {
		case 1:
			line[i] += left
		case 2:
			line[i] += above[i]
		case 3:
			line[i] += byte((int(left) + int(above[i])) / 2)
		case 4:
			line[i] += paeth(int(left), int(above[i]), int(corner))
		}
	}
}

func paeth(left, up, corner int) byte {
	p := left + up - corner
	dl, du, dc := abs(p-left), abs(p-up), abs(p-corner)
	switch {
	case dl <= du && dl <= dc:
		return byte(left)
	case du <= dc:
		return byte(up)
	}
	return byte(corner)
}

func abs(n int) int { return max(n, -n) }
