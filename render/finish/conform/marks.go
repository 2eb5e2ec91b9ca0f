package conform

import (
	"errors"
	"fmt"
	"strings"
)

func artifactInTagged(f *File) error {
	return f.walk(func(m moment) error {
		if begins(m) && m.begun().tag == "Artifact" && m.tagged() {
			return errors.New("an artifact begins inside of tagged content")
		}
		return nil
	})
}

func taggedInArtifact(f *File) error {
	return f.walk(func(m moment) error {
		if begins(m) && m.begun().id >= 0 && m.artifact() {
			return errors.New("tagged content begins inside of an artifact")
		}
		return nil
	})
}

func begins(m moment) bool { return m.op == "BMC" || m.op == "BDC" }

// painters are the operators that leave something on the page.
const painters = " Tj TJ ' \" S s f f* B B* b b* Do "

func allMarked(f *File) error {
	return f.walk(func(m moment) error {
		if strings.Contains(painters, " "+string(m.op)+" ") && !m.tagged() && !m.artifact() {
			return fmt.Errorf("%v %s is neither", m.args, m.op)
		}
		return nil
	})
}

func balanced(f *File) error {
	return f.walk(func(m moment) error {
		switch {
		case m.op == atEnd && (len(m.open) > 0 || m.inText || m.saved != 0):
			return errors.New("something is still open at the end")
		case m.op == "EMC" && len(m.open) == 0, m.op == "Q" && m.saved == 0:
			return fmt.Errorf("%s closes what was not opened", m.op)
		case m.op == "EMC" && m.open[len(m.open)-1].inText != m.inText:
			return errors.New("marked content is opened and closed on two sides of a text object's edge")
		}
		return nil
	})
}

func uniqueMarks(f *File) error {
	seen := map[markRef]bool{}
	return f.walk(func(m moment) error {
		if !begins(m) || m.begun().id < 0 {
			return nil
		}
		at := markRef{m.page, m.begun().id}
		if m.tagged() || seen[at] {
			return fmt.Errorf("mark %d is nested, or not the only one of its number", at.id)
		}
		seen[at] = true
		return nil
	})
}
