package pipeline_test

import (
	"context"
	"fmt"
	"time"

	"imr/internal/pipeline"
)

func Example() {
	double := func(_ context.Context, n int) int { return 2 * n }
	failed := func(int, error) int { return -1 }
	err := pipeline.Run(context.Background(), 2, time.Minute, []int{1, 2, 3}, double, failed, func(i, n int) { fmt.Println(i, n) })
	fmt.Println(err)
	// Output:
	// 0 2
	// 1 4
	// 2 6
	// <nil>
}
