package pdf

import (
	"bytes"

	"github.com/ledongthuc/pdf"

	"imr"
)

// maxOperands bounds what one operator may be given (annex C asks for far less).
const maxOperands = 512

// maxSaved bounds nested q operators.
const maxSaved = 256

// interpreter runs one content stream (7.8.2, annex A).
type interpreter struct {
	c         *collector
	resources pdf.Value
	fonts     map[string]*font
	g         graphics
	saved     []graphics
	text      matrix // text matrix
	line      matrix // text line matrix
	path      path
	marked    []bool // open marked content: whether each belongs to a hidden layer
}

func (in *interpreter) run(data []byte) {
	l := &lexer{data: data}
	var operands []token
	for !in.c.exhausted() {
		t := l.next()
		if t.kind == endToken {
			return
		}
		if t.kind != keywordToken {
			if len(operands) < maxOperands {
				operands = append(operands, t)
			}
			continue
		}
		in.c.operators++
		if t.text == "BI" {
			in.inlineImage(l)
		} else {
			in.do(t.text, operands)
		}
		operands = operands[:0]
	}
}

// do runs one operator. Operators that are not known, or lack operands, do nothing.
func (in *interpreter) do(op string, o []token) {
	if needed, ok := operandCount[op]; ok && len(o) < needed {
		return
	}
	if in.doText(op, o) || in.doPath(op, o) || in.doColor(op, o) {
		return
	}
	switch op {
	case "q":
		if len(in.saved) < maxSaved {
			in.saved = append(in.saved, in.g)
		}
	case "Q":
		if n := len(in.saved); n > 0 {
			in.g, in.saved = in.saved[n-1], in.saved[:n-1]
		}
	case "cm":
		in.g.ctm = matrixFrom(o).then(in.g.ctm)
	case "gs":
		in.setState(key(key(in.resources, "ExtGState"), o[0].text))
	case "Do":
		in.drawObject(o[0].text)
	case "BMC":
		in.marked = append(in.marked, false)
	case "BDC":
		in.marked = append(in.marked, o[0].text == "OC" && in.c.layers.hides(in.resources, o[1].text))
	case "EMC":
		if n := len(in.marked); n > 0 {
			in.marked = in.marked[:n-1]
		}
	}
}

// operandCount are the operands an operator cannot do without.
var operandCount = map[string]int{"cm": 6, "gs": 1, "Do": 1, "BDC": 2, "Tf": 2, "Tm": 6, "Td": 2, "TD": 2, "Tc": 1, "Tw": 1, "Tz": 1,
	"TL": 1, "Ts": 1, "Tr": 1, "Tj": 1, "TJ": 1, "'": 1, "\"": 3, "re": 4, "m": 2, "l": 2, "c": 6, "v": 4, "y": 4, "g": 1, "rg": 3, "k": 4, "cs": 1}

func matrixFrom(o []token) matrix {
	var m matrix
	for i := range m {
		m[i] = o[i].number
	}
	return m
}

// setState applies an extended graphics state dictionary (8.4.5).
func (in *interpreter) setState(d pdf.Value) {
	if v := key(d, "ca"); !v.IsNull() {
		in.g.alpha = v.Float64()
	}
	if v := key(d, "BM"); !v.IsNull() {
		name := v.Name()
		if v.Kind() == pdf.Array {
			name = index(v, 0).Name()
		}
		in.g.blended = name != "Normal" && name != "Compatible"
	}
	if v := key(d, "SMask"); v.Kind() == pdf.Dict {
		in.g.blended = true
	}
	if v := key(d, "Font"); v.Len() == 2 {
		in.g.font, in.g.size = in.c.doc.font(index(v, 0)), number(v, 1)
	}
}

func (in *interpreter) drawObject(name string) {
	object := key(key(in.resources, "XObject"), name)
	if in.inHiddenLayer() || in.c.layers.hidesObject(object) {
		return
	}
	switch key(object, "Subtype").Name() {
	case "Form":
		in.c.drawForm(object, in.resources, in.g)
	case "Image":
		pixels := key(object, "Width").Float64() * key(object, "Height").Float64()
		mask := key(object, "ImageMask").Bool() || !key(object, "SMask").IsNull() || !key(object, "Mask").IsNull()
		if pixels <= tinyImage { // a picture of a few pixels is a plain area in some producers' files
			in.c.paintShape(in.g.ctm.box(imr.Box{0, 0, 1, 1}), &in.g, paint{}, false, !mask && in.g.ctm.upright())
			return
		}
		in.c.paintImage(&in.g, mask)
	}
}

// tinyImage is a number of pixels too small to show anything.
const tinyImage = 64

func (in *interpreter) inHiddenLayer() bool {
	for _, hidden := range in.marked {
		if hidden {
			return true
		}
	}
	return false
}

// inlineImage skips an image's data in the content stream (8.9.7): from ID to an EI between white space.
func (in *interpreter) inlineImage(l *lexer) {
	mask := false
	for {
		t := l.next()
		if t.kind == endToken {
			return
		}
		if t.kind == keywordToken && t.text == "ID" {
			break
		}
		if t.kind == nameToken && (t.text == "IM" || t.text == "ImageMask") {
			mask = l.next().text == "true"
		}
	}
	in.c.paintImage(&in.g, mask)
	for {
		i := bytes.Index(l.data[l.pos:], []byte("EI"))
		if i < 0 {
			l.pos = len(l.data)
			return
		}
		at := l.pos + i
		l.pos = at + 2
		if isSpace(l.data[at-1]) && endsImage(l.data[l.pos:]) {
			return
		}
	}
}

// endsImage tells an EI operator from the same letters in an image's data: readable text follows it.
func endsImage(rest []byte) bool {
	if len(rest) > 0 && !isSpace(rest[0]) {
		return false
	}
	for _, c := range rest[:min(len(rest), 12)] {
		if c >= 0x7F || c < ' ' && !isSpace(c) || c == 0 {
			return false
		}
	}
	return true
}
