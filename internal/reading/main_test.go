package reading

import (
	"encoding/json"
	"io"
	"os"
	"slices"
	"testing"

	"imr/internal/sandbox"
)

// TestMain lets this program serve as the children that read. Its own reader crashes on a file of one name, as a reader with a mistake in
// it would.
func TestMain(m *testing.M) {
	kinds := Kinds()
	kinds[ownReader] = func(params json.RawMessage) (sandbox.Work, error) {
		work, err := readFiles(params)
		return func(in []*os.File, out io.Writer) error {
			var names []string
			if json.Unmarshal(params, &names) == nil && slices.Contains(names, "crash.pdf") {
				os.Exit(7)
			}
			return work(in, out)
		}, err
	}
	sandbox.Child(kinds)
	os.Exit(m.Run())
}
