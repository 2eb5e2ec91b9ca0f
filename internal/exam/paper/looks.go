package paper

import (
	"fmt"
	"slices"
	"strings"

	"imr/internal/exam/styles"
)

// inColumns are the papers that some offices print in two columns.
var inColumns = []string{"report", "consult", "acu_report"}

// look is the style's, in one of its layouts, now and then with the line that a fax machine adds.
func (k *composer) look(kind string, s styles.Style) Look {
	l := lookOf(s)
	if all := strings.Fields(s.Look["layout"]); len(all) > 0 {
		l.Layout = all[k.IntN(len(all))]
	}
	if l.Layout == "columns" && !slices.Contains(inColumns, kind) {
		l.Layout = "plain"
	}
	if k.fax {
		l.Header = fmt.Sprintf("%s 09:%02d AM  FROM: %s  TO: IMR  PAGE %d", k.c.Application.AddDate(0, 0, 8).Format("01/02/2006"), 10+k.IntN(49), k.slots["insurer"], len(k.out.Papers)+1)
	}
	return l
}
