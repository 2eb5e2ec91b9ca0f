package classify

import "imr"

// courseOf settles whether the request is for a first course or for more of one.
func (c *classifier) courseOf(l line, h history, t told, v verdict) imr.Fact[string] {
	trial, additional := l.marks()
	var found []imr.Reading[string]
	for _, r := range h.visits.Readings {
		found = append(found, reading(courseFor(r.Value), r.Evidence))
	}
	for _, cl := range t.claims {
		switch {
		case cl.count < 0:
			found = append(found, reading(imr.Continuation, cl.at))
		case cl.count == 0 && len(h.visits.Readings) == 0 && !t.someAfter(cl.date):
			found = append(found, reading(imr.InitialCourse, cl.at))
		}
	}
	switch {
	case len(found) > 0 && additional && !trial:
		found = append(found, reading(imr.Continuation, l.place))
	case len(found) > 0 && trial && !additional && h.visits.Status == imr.Known && h.visits.Value > 0:
		found = append(found, reading(imr.InitialCourse, l.place))
	case len(found) == 0 && len(t.aside)+len(t.unclear) > 0:
		return unplacedFact[string](append(t.aside, t.unclear...)...)
	case len(found) == 0 && trial && !additional && len(c.reader.unread) == 0:
		return imr.KnownFact(imr.InitialCourse, l.place)
	case len(found) == 0 && additional:
		return unplacedFact[string](l.place)
	case len(found) == 0 && v.trial && len(c.reader.unread) == 0:
		return imr.KnownFact(imr.InitialCourse, v.place)
	}
	f := settle(c.reader, found)
	if f.Status == imr.Known && f.Value == imr.InitialCourse && len(t.aside) > 0 {
		return unplacedFact[string](t.aside...)
	}
	return f
}

func courseFor(visits int) string {
	if visits > 0 {
		return imr.Continuation
	}
	return imr.InitialCourse
}
