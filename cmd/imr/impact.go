package main

import (
	"fmt"
	"strings"

	"imr"
	"imr/decide"
	"imr/internal/law"
)

type impactCommand struct {
	Out     string `arg:"" help:"A folder of results."`
	Against string `required:"" placeholder:"PACK" help:"A pack of rules, as imr rules --format=toml writes it, or any part of one: a single limit will do."`
	JSON    bool   `name:"json" help:"Print JSON lines instead of text."`
}

// impactLine is an item whose outcome would be another.
type impactLine struct {
	Folder string        `json:"folder"`
	Item   int           `json:"item"`
	Text   string        `json:"text"`
	Was    decide.Ruling `json:"was"`
	Now    decide.Ruling `json:"now"`
	Pack   string        `json:"pack"` // fingerprint of the pack
}

// Run answers every stored decision again by another pack of rules, and lists the items whose outcome would change. It changes nothing.
func (c impactCommand) Run(s *session) error {
	pack, changed, err := readPack(c.Against)
	if err != nil {
		return err
	}
	if !c.JSON {
		if err := c.tellPack(s, pack, changed); err != nil {
			return err
		}
	}
	items, others := 0, 0
	err = eachStored(c.Out, func(dir string, d imr.Decision) error {
		now, err := decide.Under(d, pack)
		if err != nil {
			return fmt.Errorf("%s: %w", dir, err)
		}
		for i, it := range d.Items {
			items++
			if it.Outcome == now[i].Outcome {
				continue
			}
			others++
			if err := c.tell(s, impactLine{dir, it.N, it.Text, decide.Ruling{Outcome: it.Outcome, Rules: it.Rules}, now[i], pack.SHA256()}); err != nil {
				return err
			}
		}
		return nil
	})
	if err == nil && !c.JSON {
		fmt.Fprintf(s.stdout, "%d of %d items would have another outcome\n", others, items)
	}
	return err
}

// tellPack says which pack it is and in what it differs from the program's.
func (c impactCommand) tellPack(s *session, pack decide.Pack, changed bool) error {
	book, err := law.Load()
	if err != nil {
		return err
	}
	own := decide.OwnPack(book)
	note := ""
	if changed {
		note = ", changed since it was written"
	}
	fmt.Fprintf(s.stdout, "pack %s%s; this program decides by %s\n", pack.SHA256()[:12], note, own.SHA256()[:12])
	for _, d := range decide.Differences(own, pack) {
		fmt.Fprintf(s.stdout, "  %s\n", d)
	}
	return nil
}

func (c impactCommand) tell(s *session, l impactLine) error {
	if c.JSON {
		return printJSON(s.stdout, l)
	}
	fmt.Fprintf(s.stdout, "%s  item %d  %s  %s by %s would be %s by %s\n", l.Folder, l.Item, l.Text, strings.ToUpper(string(l.Was.Outcome)), strings.Join(l.Was.Rules, ", "),
		strings.ToUpper(string(l.Now.Outcome)), strings.Join(l.Now.Rules, ", "))
	return nil
}
