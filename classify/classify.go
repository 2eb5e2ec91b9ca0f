package classify

import (
	"slices"

	"imr"
)

// classifier holds what is known of a case while its facts are read, one after the other.
type classifier struct {
	reader      reader
	admin       Known
	papers      []paper
	letter      *paper // the UR determination of the request, or nil
	request     request
	requestDate imr.Date
	titles      map[string]imr.Evidence // first line of each page, by file and page
}

// Known is what the review organization knows from its own system (case.toml) and no record can prove.
type Known struct {
	imr.Admin
	DateOfInjury imr.Date
	URDenialDate imr.Date
}

// Case takes what the papers of a record say and returns what we take it to mean. It never fails: what cannot be told is unknown.
func Case(r imr.Record, mentions []imr.Mention, known Known) imr.Case {
	c := &classifier{reader: newReader(r), admin: known, papers: papersOf(r, mentions), titles: titlesOf(r)}
	out := imr.Case{ID: r.ID, Admin: known.Admin, Inputs: inputsOf(r)}
	if at := exclude(c.papers); len(at) > 0 {
		out.Flags = append(out.Flags, imr.Flag{Code: "other-patient", Text: "Pages that name another patient were left out.", Evidence: at})
	}
	c.chooseRequest()
	items, flags := c.items()
	out.Items = items
	out.Facts = c.gateFacts(items)
	out.Flags = append(out.Flags, c.checkAgainstKnown(&out.Facts, known)...)
	out.Admin = c.completeAdmin(known.Admin)
	out.Flags = append(append(out.Flags, flags...), c.flags(r)...)
	out.Summary = c.summary()
	out.Reviewed = c.reviewed()
	out.Private = privateOf(mentions)
	return out
}

// chooseRequest finds the UR letter in dispute (the last that decides something) and the request it answers.
func (c *classifier) chooseRequest() {
	if ls := letters(c.papers); len(ls) > 0 {
		c.letter = ls[len(ls)-1]
		for _, l := range ls[:len(ls)-1] { // an approval that follows is told as such, and is not the decision in dispute
			if onlyApproves(*c.letter) && !onlyApproves(*l) {
				c.letter = l
			}
		}
	}
	c.request = findRequest(c.papers, c.letter)
	if c.request.paper != nil {
		c.requestDate = c.request.paper.date
	}
	if f := c.rfaDate(); f.Status == imr.Known {
		c.requestDate = f.Value
	}
}

func onlyApproves(p paper) bool {
	for _, m := range p.of("ur") {
		if m.Sense != imr.URApproved {
			return false
		}
	}
	return true
}

// checkAgainstKnown adds what case.toml says of the dates as one more reading, and a flag where the record says otherwise.
func (c *classifier) checkAgainstKnown(f *imr.CaseFacts, known Known) []imr.Flag {
	var out []imr.Flag
	ruled := f.GoverningDate.Status == f.URDate.Status && f.GoverningDate.Value == f.URDate.Value
	for _, d := range []struct {
		fact *imr.Fact[imr.Date]
		day  imr.Date
		key  string
	}{{&f.DateOfInjury, known.DateOfInjury, "date_of_injury"}, {&f.URDate, known.URDenialDate, "ur_denial_date"}} {
		*d.fact = c.withKnown(*d.fact, d.day, d.key)
		if d.day != "" && d.fact.Status == imr.Contradictory {
			out = append(out, imr.Flag{Code: "date-differs", Text: "The " + d.key + " in case.toml is not the day that the record gives.", Evidence: d.fact.Places()})
		}
	}
	if ruled {
		f.GoverningDate = f.URDate
	}
	return out
}

func (c *classifier) withKnown(f imr.Fact[imr.Date], d imr.Date, key string) imr.Fact[imr.Date] {
	if d == "" {
		return f
	}
	at := imr.Evidence{File: "case.toml", How: "case.toml", Quote: key + " = " + string(d)}
	return settle(c.reader, append(f.Readings, reading(d, at)))
}

func inputsOf(r imr.Record) []imr.Input {
	var out []imr.Input
	for _, f := range r.Files {
		in := imr.Input{File: f.Name, SHA256: f.SHA256, Pages: len(f.Pages), Unread: f.Unread}
		unread := map[int]bool{}
		for _, u := range f.Unread {
			unread[u.Page] = true
		}
		for _, p := range f.Pages {
			in.Readers = withReader(in.Readers, p)
			switch {
			case p.How == "ocr":
				in.PagesOCR++
			case len(p.Lines) > 0:
				in.PagesText++
			case !unread[p.Number]:
				in.PagesBlank++
			}
		}
		out = append(out, in)
	}
	return out
}

// withReader adds a page to those of its reader, where that was not the ordinary one.
func withReader(list []imr.PageReader, p imr.Page) []imr.PageReader {
	if p.Reader == "" {
		return list
	}
	i := slices.IndexFunc(list, func(r imr.PageReader) bool { return r.Reader == p.Reader })
	if i < 0 {
		i, list = len(list), append(list, imr.PageReader{Reader: p.Reader})
	}
	list[i].Pages = append(list[i].Pages, p.Number)
	return list
}

func titlesOf(r imr.Record) map[string]imr.Evidence {
	out := map[string]imr.Evidence{}
	for _, f := range r.Files {
		for _, p := range f.Pages {
			for _, l := range p.Lines {
				if furniture.MatchString(l.Text()) {
					continue
				}
				box := l.Box()
				out[pageKey(f.Name, p.Number)] = imr.Evidence{File: f.Name, SHA256: f.SHA256, Page: p.Number, Line: l.Number, Box: &box, Quote: l.Text(), How: howOf(p)}
				break
			}
		}
	}
	return out
}

func pageKey(file string, page int) string { return file + "\x00" + string(rune(page)) }

// titlePlace is the first line of a paper, which shows what it is.
func (c *classifier) titlePlace(p paper) imr.Evidence {
	if e, ok := c.titles[pageKey(p.file, p.first)]; ok {
		return e
	}
	return pageOf(p)
}
