package sandbox

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
)

var (
	errOutput = errors.New("the output is longer than its limit")
	errLine   = errors.New("a line is longer than its limit")
	errTorn   = errors.New("the output ends in the middle of a line")
)

// read gives the lines to each until the output ends, at most as much as the limits say.
func (c *running) read(each func(line []byte) error) error {
	limited := &io.LimitedReader{R: c.out, N: c.spec.Limits.Output + 1}
	torn := false
	lines := bufio.NewScanner(limited)
	lines.Buffer(nil, c.spec.Limits.Line+1)
	lines.Split(func(data []byte, atEOF bool) (int, []byte, error) {
		n, line := wholeLine(data)
		torn = atEOF && n == 0 && len(data) > 0
		return n, line, nil
	})
	for lines.Scan() {
		if err := c.take(lines.Bytes(), each); err != nil {
			return err
		}
	}
	switch {
	case limited.N == 0:
		return errOutput
	case errors.Is(lines.Err(), bufio.ErrTooLong):
		return errLine
	case torn:
		return errTorn
	default:
		return lines.Err()
	}
}

// wholeLine is the first line of data and its length with the newline, 0 where the newline is not there yet.
func wholeLine(data []byte) (int, []byte) {
	i := bytes.IndexByte(data, '\n')
	if i < 0 {
		return 0, nil
	}
	return i + 1, data[:i]
}

// take hands a line on, or keeps the child's report of an error.
func (c *running) take(line []byte, each func(line []byte) error) error {
	switch {
	case len(line) == 0:
		return nil
	case line[0] != reportMark:
		return each(line)
	}
	var said string
	if err := json.Unmarshal(line[1:], &said); err != nil || said == "" {
		said = "an error that it does not name"
	}
	c.said = sentence(said)
	return nil
}

// stderrKept is how much of what a child writes to its standard error is kept, in bytes. The rest is read and dropped.
const stderrKept = 8 << 10

// head keeps the start of what is written to it.
type head struct{ kept []byte }

func (h *head) Write(p []byte) (int, error) {
	room := stderrKept - len(h.kept)
	h.kept = append(h.kept, p[:min(room, len(p))]...)
	return len(p), nil
}
