package conform

import (
	"bytes"
	"crypto/md5" //nolint:gosec // the checksum of an embedded file is MD5 by the standard, and protects nothing
	"errors"
	"fmt"
	"regexp"
	"slices"
	"time"
)

var attachmentClauses = []Clause{
	{"Matterhorn 21-001", "an attached file has a name in both forms, and one in the names tree (19005-3 6.8)", attachmentNames},
	{"19005-3 6.8 association", "it is associated with the document, and says how", attachmentAssociation},
	{"19005-3 6.8 type", "its kind, size, day and checksum are given, and right", attachmentStream},
}

// attachments are the file specifications of the names tree, which has one level.
func (f *File) attachments() (names []string, specs []any) {
	list := f.arrayOf(f.dictOf(f.dictOf(f.catalogue()["Names"])["EmbeddedFiles"])["Names"])
	for i := 0; i+1 < len(list); i += 2 {
		names, specs = append(names, f.textOf(list[i])), append(specs, list[i+1])
	}
	return names, specs
}

func attachmentNames(f *File) error {
	names, specs := f.attachments()
	inFile := 0
	for _, v := range f.objects {
		if d := f.dictOf(v); d["EF"] != nil {
			inFile++
		}
	}
	if len(specs) == 0 || inFile != len(specs) {
		return fmt.Errorf("%d attachments are in the names tree, %d in the file", len(specs), inFile)
	}
	for i, v := range specs {
		d := f.dictOf(v)
		if f.textOf(d["F"]) != names[i] || f.textOf(d["UF"]) != names[i] || names[i] == "" {
			return fmt.Errorf("the attachment %q has other names in F or UF", names[i])
		}
	}
	return nil
}

func attachmentAssociation(f *File) error {
	_, specs := f.attachments()
	for _, v := range specs {
		how, _ := f.dictOf(v)["AFRelationship"].(name)
		if !slices.Contains([]name{"Source", "Data", "Alternative", "Supplement", "Unspecified"}, how) {
			return fmt.Errorf("the relationship is %q", how)
		}
		if !slices.Contains(f.arrayOf(f.catalogue()["AF"]), v) {
			return errors.New("an attachment is not associated with the document")
		}
	}
	return nil
}

var mimeType = regexp.MustCompile(`^[-\w+.]+/[-\w+.]+$`)

func attachmentStream(f *File) error {
	_, specs := f.attachments()
	for _, v := range specs {
		s := f.streamOf(f.dictOf(f.dictOf(v)["EF"])["F"])
		if s == nil || s.dict["Type"] != name("EmbeddedFile") {
			return errors.New("an attachment has no content")
		}
		kind, _ := s.dict["Subtype"].(name)
		data, err := s.data()
		if err != nil || !mimeType.MatchString(string(kind)) {
			return fmt.Errorf("its kind is %q (%w)", kind, err)
		}
		params := f.dictOf(s.dict["Params"])
		sum := md5.Sum(data)
		check, _ := params["CheckSum"].(text)
		if f.number(params["Size"]) != len(data) || !bytes.Equal([]byte(check), sum[:]) {
			return errors.New("its size or its checksum is not that of its content")
		}
		if _, err := time.Parse("D:20060102150405Z", f.textOf(params["ModDate"])); err != nil {
			return err
		}
	}
	return nil
}
