// Package pattern holds regular expressions (RE2) as reading records needs them: hundreds, of which a sentence matches few. A pattern
// is compiled when it is first tried, and tried only on a text that holds one of the words without which it cannot match. What it finds
// is what package regexp finds; a test holds the two against each other.
package pattern
