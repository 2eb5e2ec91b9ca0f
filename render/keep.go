package render

import (
	"slices"
	"strings"

	"imr"
)

// isRationale reports whether a block is what an item's line must not be parted from.
func isRationale(b imr.Block) bool {
	return b.Lead != nil && slices.Contains([]string{formRationale.name, formReferral.name}, b.Lead.Source().Form)
}

// introduces reports whether a paragraph ends in a colon and so belongs to what follows it.
func introduces(b imr.Block) bool {
	all := b.Sentences
	if len(all) == 0 {
		return b.Lead != nil
	}
	return strings.HasSuffix(all[len(all)-1].Text(), ":")
}

func keepAll(rows []row) {
	for i := range rows {
		rows[i].keep = true
	}
}
