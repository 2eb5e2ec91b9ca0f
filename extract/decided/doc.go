// Package decided is the grammar of utilization review's decisions: it reads what a stretch of a letter says was certified, refused
// or left open, and how many visits.
//
// A text is cut into clauses. A clause has words of decision, each with its polarity ("not certified", "is not denied"), and numbers,
// each with a sign: certified, refused, or asked for.
//
//	acupuncture 2x6 is modified to 5 visits; the other 7 visits are not certified
//	            └asked┘    └part┘  └certified┘        └refused┘     └─── no ───┘
//
// Clauses that speak of one request make a statement, and its outcome is what they say together. Words are data: words.txt. What
// was decided before, what may be decided, and what was decided on a person decide nothing here. Where the words contradict one
// another the outcome is empty: no decision is guessed.
package decided
