package pdf

import (
	"bytes"

	"imr"
	"imr/internal/pdf/font"
	"imr/internal/pdf/object"
)

// maxOperands bounds what one operator may be given (annex C asks for far less).
const maxOperands = 512

// maxSaved bounds nested q operators. Deeper ones are only counted.
const maxSaved = 256

// interpreter runs one content stream (7.8.2, annex A).
type interpreter struct {
	c         *collector
	resources object.Value
	fonts     map[string]*font.Font
	g         graphics
	saved     []graphics
	unsaved   int    // q operators beyond those saved
	text      matrix // text matrix
	line      matrix // text line matrix
	path      path
	marked    []bool // open marked content: whether each belongs to a hidden layer
	hidden    int    // of them, those that do
}

func (in *interpreter) run(data []byte) {
	l := object.NewLexer(data)
	var operands []object.Token
	for !in.c.exhausted() {
		t := l.Next()
		if t.Kind == object.End {
			return
		}
		if t.Kind != object.Keyword {
			in.c.steps += 1 + len(t.Items)
			if len(operands) < maxOperands {
				operands = append(operands, t)
			}
			continue
		}
		in.c.steps += operatorSteps
		if string(t.Text) == "BI" {
			in.inlineImage(l)
		} else {
			in.do(string(t.Text), operands)
		}
		operands = operands[:0]
		l.Forget()
	}
}

// do runs one operator. Operators that are not known, or lack operands, do nothing.
func (in *interpreter) do(op string, o []object.Token) {
	if needed, ok := operandCount[op]; ok && len(o) < needed {
		return
	}
	if in.doText(op, o) || in.doPath(op, o) || in.doColor(op, o) {
		return
	}
	switch op {
	case "q":
		in.save()
	case "Q":
		in.restore()
	case "cm":
		in.g.ctm = matrixFrom(o).then(in.g.ctm)
	case "gs":
		in.setState(in.resources.Key("ExtGState").Key(string(o[0].Text)))
	case "Do":
		in.drawObject(string(o[0].Text))
	case "BMC":
		in.mark(false)
	case "BDC":
		in.mark(string(o[0].Text) == "OC" && in.c.layers.hides(in.resources.Key("Properties"), string(o[1].Text)))
	case "EMC":
		in.unmark()
	}
}

func (in *interpreter) save() {
	if len(in.saved) == maxSaved {
		in.unsaved++
		return
	}
	in.saved = append(in.saved, in.g)
}

func (in *interpreter) restore() {
	switch n := len(in.saved); {
	case in.unsaved > 0:
		in.unsaved--
	case n > 0:
		in.g, in.saved = in.saved[n-1], in.saved[:n-1]
	}
}

// mark begins marked content, which may belong to a hidden layer.
func (in *interpreter) mark(hidden bool) {
	in.marked = append(in.marked, hidden)
	if hidden {
		in.hidden++
	}
}

func (in *interpreter) unmark() {
	n := len(in.marked)
	if n == 0 {
		return
	}
	if in.marked[n-1] {
		in.hidden--
	}
	in.marked = in.marked[:n-1]
}

// operandCount are the operands an operator cannot do without.
var operandCount = map[string]int{"cm": 6, "gs": 1, "Do": 1, "BDC": 2, "Tf": 2, "Tm": 6, "Td": 2, "TD": 2, "Tc": 1, "Tw": 1, "Tz": 1,
	"TL": 1, "Ts": 1, "Tr": 1, "Tj": 1, "TJ": 1, "'": 1, "\"": 3, "re": 4, "m": 2, "l": 2, "c": 6, "v": 4, "y": 4, "g": 1, "rg": 3, "k": 4, "cs": 1}

func matrixFrom(o []object.Token) matrix {
	var m matrix
	for i := range m {
		m[i] = o[i].Number
	}
	return m
}

// setState applies an extended graphics state dictionary (8.4.5).
func (in *interpreter) setState(d object.Value) {
	if v := d.Key("ca"); !v.IsNull() {
		in.g.alpha = v.Float()
	}
	if v := d.Key("BM"); !v.IsNull() {
		name := v.Name()
		if v.Kind == object.Array {
			name = v.Index(0).Name()
		}
		in.g.blended = name != "Normal" && name != "Compatible"
	}
	if v := d.Key("SMask"); v.Kind == object.Dict {
		in.g.blended = true
	}
	if v := d.Key("Font"); v.Len() == 2 {
		in.g.font, in.g.size = in.c.doc.font(v.Index(0)), v.Index(1).Float()
	}
}

func (in *interpreter) drawObject(name string) {
	x := in.resources.Key("XObject").Key(name)
	if in.inHiddenLayer() || in.c.layers.hides(x, "OC") {
		return
	}
	switch x.Key("Subtype").Name() {
	case "Form":
		in.c.drawForm(x, in.resources, in.g)
	case "Image":
		pixels := x.Key("Width").Float() * x.Key("Height").Float()
		mask := x.Key("ImageMask").Bool() || !x.Key("SMask").IsNull() || !x.Key("Mask").IsNull()
		if pixels <= tinyImage { // a picture of a few pixels is a plain area in some producers' files
			in.c.paintShape(in.g.ctm.box(imr.Box{0, 0, 1, 1}), &in.g, paint{}, false, !mask && in.g.ctm.upright())
			return
		}
		in.c.paintImage(&in.g, mask)
	}
}

// tinyImage is a number of pixels too small to show anything.
const tinyImage = 64

func (in *interpreter) inHiddenLayer() bool { return in.hidden > 0 }

// inlineImage skips an image's data in the content stream (8.9.7): from ID to an EI between white space.
func (in *interpreter) inlineImage(l *object.Lexer) {
	mask := false
	for {
		t := l.Next()
		if t.Kind == object.End {
			return
		}
		if t.Kind == object.Keyword && string(t.Text) == "ID" {
			break
		}
		if t.Kind == object.Name && (string(t.Text) == "IM" || string(t.Text) == "ImageMask") {
			mask = string(l.Next().Text) == "true"
		}
	}
	in.c.paintImage(&in.g, mask)
	skipImage(l)
}

func skipImage(l *object.Lexer) {
	for {
		rest := l.Rest()
		i := bytes.Index(rest, []byte("EI"))
		if i < 0 {
			l.Skip(len(rest))
			return
		}
		l.Skip(i + 2)
		if i > 0 && object.IsSpace(rest[i-1]) && endsImage(rest[i+2:]) {
			return
		}
	}
}

// endsImage tells an EI operator from the same letters in an image's data: readable text follows it.
func endsImage(rest []byte) bool {
	if len(rest) > 0 && !object.IsSpace(rest[0]) {
		return false
	}
	for _, c := range rest[:min(len(rest), 12)] {
		if c >= 0x7F || c < ' ' && !object.IsSpace(c) || c == 0 {
			return false
		}
	}
	return true
}
