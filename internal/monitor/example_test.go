package monitor_test

import (
	"fmt"

	"imr/internal/monitor"
)

func Example() {
	_, err := monitor.Open("0.0.0.0:9464", func() error { return nil }, func() float64 { return 0 })
	fmt.Println(err)
	// Output: listen = "0.0.0.0:9464" is no port of this machine itself; write it as "127.0.0.1:9464"
}
