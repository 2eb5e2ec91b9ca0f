package conform

import (
	"errors"
	"fmt"
	"regexp"
)

var catalogueClauses = []Clause{
	{"14289-1 6.2", "the file says that it is tagged, and has a structure tree", marked},
	{"Matterhorn 01-007", "its tags are not said to be suspect", suspects},
	{"Matterhorn 07-001", "a window shows the document's title (07-002)", displayTitle},
	{"Matterhorn 11-001", "the language of the text is known (11-006)", language},
	{"Matterhorn 28-008", "the order of tabs on every page is that of the structure (28-009)", tabs},
	{"32000-1 7.7.3", "every page has a size, resources of its own and content", wholePages},
}

func marked(f *File) error {
	if f.dictOf(f.catalogue()["MarkInfo"])["Marked"] != true || f.dictOf(f.catalogue()["StructTreeRoot"]) == nil {
		return errors.New("MarkInfo or StructTreeRoot is missing")
	}
	return nil
}

func suspects(f *File) error {
	if f.dictOf(f.catalogue()["MarkInfo"])["Suspects"] == true {
		return errors.New("Suspects is true")
	}
	return nil
}

func displayTitle(f *File) error {
	if f.dictOf(f.catalogue()["ViewerPreferences"])["DisplayDocTitle"] != true {
		return errors.New("DisplayDocTitle is not true")
	}
	return nil
}

var languageTag = regexp.MustCompile(`^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$`)

func language(f *File) error {
	if lang := f.textOf(f.catalogue()["Lang"]); !languageTag.MatchString(lang) {
		return fmt.Errorf("the language is %q", lang)
	}
	return nil
}

func tabs(f *File) error {
	for i, p := range f.pages() {
		if p.dict["Tabs"] != name("S") {
			return fmt.Errorf("page %d: Tabs is %v", i+1, p.dict["Tabs"])
		}
	}
	return nil
}

func wholePages(f *File) error {
	if len(f.pages()) == 0 {
		return errors.New("there is no page")
	}
	for i, p := range f.pages() {
		box := f.arrayOf(p.dict["MediaBox"])
		if parent := f.dictOf(p.dict["Parent"]); box == nil {
			box = f.arrayOf(parent["MediaBox"])
		}
		if len(box) != 4 || f.dictOf(p.dict["Resources"]) == nil || f.streamOf(p.dict["Contents"]) == nil {
			return fmt.Errorf("page %d is not whole", i+1)
		}
	}
	return nil
}
