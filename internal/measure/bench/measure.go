package main

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
	"runtime"
	"slices"
	"syscall"
	"time"

	"imr/internal/pipeline"
)

// usage is what reading a file took.
type usage struct {
	clock, cpu time.Duration
	memory     int64 // kilobytes
	err        error
}

// measure reads a file with every reader in turn, rounds times, and prints a line for each reader.
func measure(f file, readers []reader, rounds int) error {
	one, all := make([][]usage, len(readers)), make([][]usage, len(readers))
	for range rounds {
		for i, r := range readers {
			u := readAll(r, f, []string{"taskset", "-c", "0"})
			if u.err != nil {
				return fmt.Errorf("%s with %s: %w", f.name, r.name, u.err)
			}
			one[i] = append(one[i], u)
		}
		for i, r := range readers {
			u, err := sideBySide(r, f)
			if err != nil {
				return fmt.Errorf("%s with %s: %w", f.name, r.name, err)
			}
			all[i] = append(all[i], u)
		}
	}
	for i, r := range readers {
		fmt.Printf("%-26s %6d  %-24s %9.0f %12.0f %9.0f %12.0f %6.0f\n", f.name, f.pages, r.name, f.speed(one[i], 1, clock), f.speed(one[i], 1, cpu),
			f.speed(all[i], runtime.NumCPU(), clock), f.speed(all[i], runtime.NumCPU(), cpu), memory(one[i]))
	}
	return nil
}

// readAll reads the file's paths one after the other.
func readAll(r reader, f file, prefix []string) usage {
	var sum usage
	for _, path := range f.paths {
		u := readOne(append(slices.Clone(prefix), r.command(path)...))
		sum.clock, sum.cpu, sum.memory = sum.clock+u.clock, sum.cpu+u.cpu, max(sum.memory, u.memory)
		sum.err = errors.Join(sum.err, u.err)
	}
	return sum
}

func readOne(command []string) usage {
	cmd := exec.Command(command[0], command[1:]...)
	start := time.Now()
	err := cmd.Run()
	u := usage{clock: time.Since(start)}
	if err != nil {
		u.err = fmt.Errorf("%s: %w", command, err)
		return u
	}
	u.cpu = cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
	if r, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage); ok {
		u.memory = r.Maxrss
	}
	return u
}

// sideBySide reads the file as many times at once as there are processors.
func sideBySide(r reader, f file) (usage, error) {
	var sum usage
	start := time.Now()
	work := func(context.Context, int) usage { return readAll(r, f, nil) }
	failed := func(_ int, err error) usage { return usage{err: err} }
	err := pipeline.Run(context.Background(), runtime.NumCPU(), time.Hour, make([]int, runtime.NumCPU()), work, failed, func(_ int, u usage) {
		sum.cpu += u.cpu
		sum.err = errors.Join(sum.err, u.err)
	})
	sum.clock = time.Since(start)
	return sum, errors.Join(err, sum.err)
}

func clock(u usage) time.Duration { return u.clock }

func cpu(u usage) time.Duration { return u.cpu }

// speed returns pages a second by the median of what is given.
func (f file) speed(all []usage, copies int, of func(usage) time.Duration) float64 {
	var times []time.Duration
	for _, u := range all {
		times = append(times, of(u))
	}
	slices.Sort(times)
	return float64(f.pages*copies) / max(times[len(times)/2].Seconds(), 1e-6)
}

// memory returns the largest peak in megabytes.
func memory(all []usage) float64 {
	var most int64
	for _, u := range all {
		most = max(most, u.memory)
	}
	return float64(most) / 1024
}
