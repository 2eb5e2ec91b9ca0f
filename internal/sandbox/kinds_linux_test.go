package sandbox_test

import (
	"encoding/json"
	"errors"
	"io"
	"os"

	"imr/internal/sandbox"
)

// kinds are the children of these tests, here and in the other files.
func kinds() map[string]sandbox.Kind {
	all := map[string]sandbox.Kind{
		"echo": func(params json.RawMessage) (sandbox.Work, error) {
			return func(in []*os.File, out io.Writer) error { return echo(params, in, out) }, nil
		},
		"warm": warm,
		"says": func(params json.RawMessage) (sandbox.Work, error) {
			var what string
			err := json.Unmarshal(params, &what)
			return func([]*os.File, io.Writer) error { return errors.New(what) }, err
		},
		"attempt":   plain(attempt),
		"count":     countBytes,
		"overwrite": overwrite,
		"nothing":   plain(func(io.Writer) error { return nil }),
	}
	for name, work := range badWorks() {
		all[name] = plain(work)
	}
	all["start"], all["sleeper"], all["privileges"], all["descriptors"] = starter, sleeper, privileges, descriptors
	return all
}

func plain(work func(out io.Writer) error) sandbox.Kind {
	return func(json.RawMessage) (sandbox.Work, error) {
		return func(_ []*os.File, out io.Writer) error { return work(out) }, nil
	}
}

func echo(params json.RawMessage, in []*os.File, out io.Writer) error {
	all := []any{params}
	for _, f := range in {
		text, err := io.ReadAll(f)
		if err != nil {
			return err
		}
		all = append(all, string(text))
	}
	return json.NewEncoder(out).Encode(all)
}

func warm(params json.RawMessage) (sandbox.Work, error) {
	var path string
	if err := json.Unmarshal(params, &path); err != nil {
		return nil, err
	}
	text, err := os.ReadFile(path)
	return func(_ []*os.File, out io.Writer) error { return json.NewEncoder(out).Encode(string(text)) }, err
}
