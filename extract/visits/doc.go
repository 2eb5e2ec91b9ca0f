// Package visits is the grammar of visit counts: it reads how many treatments a stretch of a record speaks of, and how often.
//
// A text is cut into tokens, the tokens into atoms, and neighbouring atoms are joined into one phrase with one meaning. The atoms:
//
//	total       12 visits · six (6) sessions · x 12 · #12 · qty 12 · trial of 6 · 6 more visits · up to 12 visits · 97810 x 12
//	frequency   2 times a week · 2-3x/wk · twice weekly · tiw · biw · qow · every other week · 4x/month
//	duration    for 6 weeks · x 4-6 wks · over two months
//	schedule    2x6 · 2 x 6 wks · 2/wk x 6 · 6 wks at 2/wk
//	done of     4/6 treatments · visit 4 of 6 · 4 of 6 sessions
//	remaining   remaining 12 of 18 visits
//	units       97811 x 12, which adds time to a visit and never a visit
//
// Never read as visits: dates, doses, needle sizes, pain scores, ranges of motion, strengths, repetitions, visits of another
// therapy, and the guideline's own numbers.
//
// The number of visits of a schedule is floor(low) … ceil(high); a month is 4 to 4.35 weeks; so many a month for so many months is
// exact. Low and high come from the words, never from a guess.
package visits
