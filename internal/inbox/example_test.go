package inbox_test

import (
	"fmt"
	"os"
	"path/filepath"
	"time"

	"imr/internal/inbox"
)

func Example() {
	dir, err := os.MkdirTemp("", "inbox")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer func() { _ = os.RemoveAll(dir) }()
	if err := os.WriteFile(filepath.Join(dir, "case-1.pdf"), []byte("%PDF-1.7"), 0o600); err != nil {
		fmt.Println(err)
		return
	}
	inAnHour := func() time.Time { return time.Now().Add(time.Hour) }
	sight, err := inbox.New(dir, 10*time.Second, inAnHour).Scan()
	fmt.Println(sight.Complete[0].Name, len(sight.Waiting), err)
	// Output: case-1.pdf 0 <nil>
}
