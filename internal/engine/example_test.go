package engine_test

import (
	"fmt"
	"time"

	"imr"
	"imr/internal/engine"
)

func Example() {
	regular := imr.Admin{Received: "2016-12-01"}
	expedited := imr.Admin{Received: "2016-12-01", Priority: "expedited"}
	fmt.Println(engine.Due(regular, time.Time{}).Format(time.DateOnly), engine.Due(expedited, time.Time{}).Format(time.DateOnly))
	// Output: 2016-12-31 2016-12-04
}
