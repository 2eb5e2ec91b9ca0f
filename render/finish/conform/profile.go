package conform

import (
	"encoding/binary"
	"errors"
	"fmt"
)

var profileClauses = []Clause{
	{"19005-3 6.2.3", "one output intent with a valid ICC profile for grey", outputIntent},
	{"19005-3 6.2.4.3", "no colour but grey, whose meaning the profile gives", onlyGrey},
}

func outputIntent(f *File) error {
	intents := f.arrayOf(f.catalogue()["OutputIntents"])
	if len(intents) != 1 {
		return fmt.Errorf("there are %d output intents", len(intents))
	}
	intent := f.dictOf(intents[0])
	s := f.streamOf(intent["DestOutputProfile"])
	if intent["S"] != name("GTS_PDFA1") || intent["OutputConditionIdentifier"] == nil || s == nil || f.number(s.dict["N"]) != 1 {
		return errors.New("the output intent is not one of PDF/A with a profile of one colour")
	}
	data, err := s.data()
	if err != nil {
		return err
	}
	return profile(data)
}

// profile holds a profile against ICC.1:2001-04, clauses 6.1 (header), 6.2 (tag table) and 6.3 (what a grey display profile must have).
func profile(b []byte) error {
	const head = 128
	if len(b) < head+4 || int(binary.BigEndian.Uint32(b)) != len(b) {
		return errors.New("the profile is not as long as it says")
	}
	if string(b[36:40]) != "acsp" || string(b[12:16]) != "mntr" || string(b[16:20]) != "GRAY" || string(b[20:24]) != "XYZ " || b[8] < 2 || b[8] > 4 {
		return fmt.Errorf("the profile's header says %q, version %d", b[12:24], b[8])
	}
	if binary.BigEndian.Uint32(b[68:]) != 0xF6D6 || binary.BigEndian.Uint32(b[72:]) != 0x10000 || binary.BigEndian.Uint32(b[76:]) != 0xD32D {
		return errors.New("the profile's illuminant is not D50")
	}
	missing := map[string]bool{"desc": true, "cprt": true, "wtpt": true, "kTRC": true}
	count := int(binary.BigEndian.Uint32(b[head:]))
	for i := range count {
		entry := head + 4 + 12*i
		if entry+12 > len(b) {
			return errors.New("the profile's table of tags is cut short")
		}
		at, size := int(binary.BigEndian.Uint32(b[entry+4:])), int(binary.BigEndian.Uint32(b[entry+8:]))
		if at%4 != 0 || at < head+4+12*count || at+size > len(b) {
			return fmt.Errorf("the tag %q leads outside of the profile", b[entry:entry+4])
		}
		delete(missing, string(b[entry:entry+4]))
	}
	if len(missing) > 0 {
		return fmt.Errorf("the profile lacks %v", missing)
	}
	return nil
}

func onlyGrey(f *File) error {
	err := f.walk(func(m moment) error {
		switch m.op {
		case "rg", "RG", "k", "K", "cs", "CS", "sc", "SC", "scn", "SCN", "sh", "BI":
			return fmt.Errorf("page %d sets a colour by %s", m.page, m.op)
		}
		return nil
	})
	f.each(func(d dict) {
		if d["Subtype"] == name("Image") && d["ColorSpace"] != name("DeviceGray") {
			err = errors.Join(err, fmt.Errorf("a picture's colours are %v", d["ColorSpace"]))
		}
		if len(f.dictOf(d["ColorSpace"])) > 0 {
			err = errors.Join(err, errors.New("a page names a colour space"))
		}
	})
	return err
}
