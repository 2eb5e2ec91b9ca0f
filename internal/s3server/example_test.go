package s3server_test

import (
	"fmt"
	"testing"

	"imr/internal/s3server"
)

func Example() {
	_ = func(t *testing.T) { // as a test would
		s := s3server.Start(t)
		fmt.Println(s.Bucket(t)) // an address for the store
	}
	fmt.Println("a bucket that is gone with the test")
	// Output: a bucket that is gone with the test
}
