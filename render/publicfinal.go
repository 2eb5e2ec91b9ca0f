package render

import "imr"

// adoption keeps what a reviewer decided and why, as words of a record, and not which reviewer it was.
func (p publisher) adoption(a *imr.Adoption) *imr.Adoption {
	if a == nil {
		return nil
	}
	out := *a
	out.Reviewer.ID = ""
	out.Reviewer.Statement = p.veil.words(a.Reviewer.Statement)
	out.Corrections = each(a.Corrections, func(c imr.Correction) imr.Correction {
		c.File, c.Reason = p.file(c.File), p.veil.words(c.Reason)
		return c
	})
	out.Overrides = each(a.Overrides, func(o imr.Override) imr.Override {
		o.Guideline, o.Reasons = p.veil.words(o.Guideline), p.veil.words(o.Reasons)
		return o
	})
	out.Splits = each(a.Splits, func(s imr.Split) imr.Split {
		s.Guideline, s.Reasons = p.veil.words(s.Guideline), p.veil.words(s.Reasons)
		return s
	})
	return &out
}
