// Package decide answers a case by the acupuncture guideline: a table of rules beside the words of the law.
//
// A fact that is not known is filled in with every value it may have; an outcome is given only where each completion has the same,
// else the item is referred with the question that would settle it. There is no clock here: the governing date is a fact.
package decide
