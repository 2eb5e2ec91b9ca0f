package render

import "imr/render/finish"

// The frame of a place to sign, in points: its width, and from the row's baseline, which is the frame's lower edge, up to its upper one.
const (
	signWidth = 240.0
	signFrame = signHeight - 4
)

// field frames a place to sign and says where it is.
func (s sheet) field(r placed) {
	s.tags.furniture(func() {
		s.pdf.SetDrawColor(150, 150, 150)
		s.pdf.SetLineWidth(0.5)
		s.pdf.Rect(margin, r.y-signFrame, signWidth, signFrame, "D")
	})
	r.field.Field.Page = s.tags.page
	r.field.Box = &finish.Box{margin, pageHeight - r.y, margin + signWidth, pageHeight - r.y + signFrame}
}
