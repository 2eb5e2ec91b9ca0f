package extract

// attach gives a decision that names no request to the one it speaks of: that of its passage, that of its number, all of them, the
// only one that waits, or, where several wait, the one of its place in the order.
func (r *review) attach(v verdict) {
	waiting := r.waiting(v)
	switch {
	case v.clause.All && len(waiting)+r.decided() > 0:
		r.pair()
		for _, i := range waiting {
			r.decide(i, v)
		}
	case r.current >= 0 && r.ofNow(r.current, v):
		r.decide(r.current, v)
	case v.passage.number != "" && r.numbered(v.passage.number) >= 0:
		r.decide(r.numbered(v.passage.number), v)
	case len(waiting) == 1:
		r.decide(waiting[0], v)
	case len(waiting) > 1:
		r.wait(v)
	case r.goesOn(v):
		r.decide(len(r.asked)-1, v)
	case v.zone != "reason" && v.zone != "aside":
		r.add("", v)
	}
}

// waiting are the requests without a decision. One that is only spoken of waits for the next passage and no longer.
func (r *review) waiting(v verdict) []int {
	var firm, loose []int
	for i := range r.asked {
		a := &r.asked[i]
		switch {
		case a.said.Decides() && a.rank > 0:
		case !a.loose:
			firm = append(firm, i)
		case i == len(r.asked)-1 && a.passage >= v.index-1:
			loose = append(loose, i)
		}
	}
	if len(firm) == 0 {
		return loose
	}
	return firm
}

func (r *review) decided() int {
	n := 0
	for i := range r.asked {
		if r.asked[i].rank > 0 {
			n++
		}
	}
	return n
}

// numbered is the last request of a number in the letter's list, or -1.
func (r *review) numbered(number string) int {
	for i := len(r.asked) - 1; i >= 0; i-- {
		if r.asked[i].number == number {
			return i
		}
	}
	return -1
}

// goesOn reports whether a decision right after another only tells its numbers: "Certified: 6 visits".
func (r *review) goesOn(v verdict) bool {
	last := len(r.asked) - 1
	return last >= 0 && r.ofNow(last, v) && r.asked[last].passage >= v.index-2 && v.zone != "reason" && (v.clause.Counts() || v.clause.Rest())
}

// ofNow reports whether a decision may be on a request: not where what was decided on that is told of another day.
func (r *review) ofNow(i int, v verdict) bool { return r.asked[i].told == "" || v.clause.Told }

// pair gives the decisions in the queue to the requests that wait: each to the one of its place, or the only one to all.
func (r *review) pair() {
	queue := r.queue
	r.queue = nil
	if len(queue) == 0 {
		return
	}
	waiting := r.waiting(queue[0][0])
	for k, i := range waiting {
		if len(queue) != len(waiting) && len(queue) > 1 {
			break
		}
		for _, v := range queue[min(k, len(queue)-1)] {
			r.decide(i, v)
		}
	}
	r.current = -1
}

// wait puts a decision into the queue, with what its passage said before.
func (r *review) wait(v verdict) {
	if n := len(r.queue); n > 0 && r.queue[n-1][0].index == v.index {
		r.queue[n-1] = append(r.queue[n-1], v)
		return
	}
	r.queue = append(r.queue, []verdict{v})
}
