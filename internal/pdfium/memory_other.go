//go:build !linux && !darwin

package pdfium

import "context"

// memory is left to the runtime, and lies on Go's heap.
type memory struct {
	refused bool // never known
}

// limitPages is what the runtime lets an instance have, in pages of 64 KiB.
const limitPages = maxMemory >> 16

func (*memory) within(ctx context.Context) context.Context { return ctx }

func (*memory) release() {}
