//go:build race

package main

// raced tells that the race detector is on, with which everything takes ten times as long.
const raced = true
