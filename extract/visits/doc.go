// Package visits is the grammar of visit counts: it reads how many treatments a stretch of a record speaks of, and how often.
//
// The grammar is data: phrasings.txt holds the wordings, words.txt the forms of their words, guideline.txt how guidelines speak of
// their own numbers. docs/visits.md is made from them. To teach the program a wording, add a line to phrasings.txt with an example,
// run the tests with -update, and read what docs/visits.md says now.
//
// A text is cut into tokens, the longest wordings are found among them, and neighbours are joined into one phrase with one meaning:
//
//	twelve (12) acupuncture visits, 2x/wk for 6 wks
//	└──────── total ─────────────┘  └often┘ └length┘     12 visits, and 2 × 6 agrees
//
// Never read as visits: dates, doses, needle sizes, points, pain scores, ranges of motion, strengths, repetitions, visits of another
// therapy, and a guideline's own numbers.
//
// The number of visits of a schedule is floor(low) … ceil(high); a month is 4 to 4.35 weeks; so many a month for so many months is
// exact. Low and high come from the words, never from a guess.
package visits
