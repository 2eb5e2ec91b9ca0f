// Package monitor tells a machine's supervisor how a watch does: its health, and numbers for Prometheus. It speaks on a port of this
// machine only, and names no case.
package monitor
