//go:build linux || darwin

package pdfium

import (
	"context"
	"syscall"

	"github.com/tetratelabs/wazero/experimental"
)

// memory is that of the library's one instance. It lies outside of Go's heap: there it would be copied whenever it grows, and
// be held until the collector runs. Only as much counts against a limit on the process as the instance has asked for; and where that
// limit is met the library is told so and gives up on the file, while Go would end the process.
type memory struct {
	reserved []byte
	refused  bool // more than there is was asked for
}

// limitPages is what the runtime lets an instance have, in pages of 64 KiB: all, so that it asks here, where a refusal is noted.
const limitPages = 1 << 16

// within makes instances that are started with the context use the memory.
func (m *memory) within(ctx context.Context) context.Context {
	return experimental.WithMemoryAllocator(ctx, m)
}

// Allocate reserves addresses for as much as an instance may ever have.
func (m *memory) Allocate(_, _ uint64) experimental.LinearMemory {
	m.refused = false
	reserved, err := syscall.Mmap(-1, 0, maxMemory, syscall.PROT_NONE, syscall.MAP_PRIVATE|syscall.MAP_ANON)
	if err == nil {
		m.reserved = reserved
	}
	return m
}

// Reallocate gives the instance that many bytes, at the same addresses as before, or nil where there are no more.
func (m *memory) Reallocate(size uint64) []byte {
	if size > uint64(len(m.reserved)) || syscall.Mprotect(m.reserved[:size], syscall.PROT_READ|syscall.PROT_WRITE) != nil {
		m.refused = true
		return nil
	}
	return m.reserved[:size:size]
}

// Free does nothing: it is called while the library may still look at the memory, as when the context stops it. See release.
func (m *memory) Free() {}

// release gives the memory back, once its instance is gone.
func (m *memory) release() {
	if m.reserved != nil {
		_ = syscall.Munmap(m.reserved) // it fails only for addresses that were not reserved
		m.reserved = nil
	}
}
