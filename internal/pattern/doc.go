// Package pattern holds regular expressions (RE2) as reading records needs them: hundreds, of which a sentence matches few. A pattern
// is compiled when it is first tried, and tried only on a text that holds one of the words without which it cannot match. Whether it
// matches there is told by an automaton that remembers what it has worked out, at a few nanoseconds a letter; package regexp says where.
// What is found is what package regexp finds; tests hold the two against each other.
package pattern
