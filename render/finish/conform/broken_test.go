package conform

import (
	"bytes"
	"testing"
)

// damages break one clause each.
var damages = map[string]func(*File){
	"19005-3 6.1.2":     func(f *File) { f.raw = bytes.Replace(f.raw, []byte("%\xe2"), []byte("%a"), 1) },
	"19005-3 6.1.3":     func(f *File) { delete(f.trailer, "ID") },
	"19005-3 6.1.6":     func(f *File) { f.badHex = true },
	"19005-3 6.1.7":     func(f *File) { f.pageStream(0).dict["Filter"] = name("LZWDecode") },
	"19005-3 6.1.13":    func(f *File) { f.catalogue()["X"] = text(make([]byte, 40000)) },
	"Matterhorn 26-001": func(f *File) { f.trailer["Encrypt"] = dict{} },
	"19005-3 6.5":       func(f *File) { f.catalogue()["OpenAction"] = dict{"S": name("JavaScript")} },
	"Matterhorn 25-001": func(f *File) { f.form()["XFA"] = array{} },
	"19005-3 6.3.1":     func(f *File) { f.field()["Subtype"] = name("Stamp") },
	"19005-3 6.3.2":     func(f *File) { f.field()["F"] = 6.0 },
	"19005-3 6.3.3":     func(f *File) { delete(f.field(), "AP") },
	"19005-3 6.4.1":     func(f *File) { f.form()["NeedAppearances"] = true },
	"32000-1 12.7.4.5":  func(f *File) { f.field()["V"] = dict{} },
	"Matterhorn 28-005": func(f *File) { delete(f.field(), "TU") },
	"Matterhorn 28-010": func(f *File) { f.first("Form").dict["S"] = name("P") },
	"19005-3 6.2.5":     func(f *File) { f.resources()["ExtGState"] = dict{"G": dict{"TR": name("Identity")}} },
	"19005-3 6.2.10":    func(f *File) { f.pages()[0].dict["Group"] = dict{"CS": name("DeviceRGB")} },
	"19005-3 6.2.9":     func(f *File) { f.resources()["XObject"] = dict{"X": dict{"Subtype": name("Form")}} },
	"19005-3 6.9":       func(f *File) { f.catalogue()["OCProperties"] = dict{} },
	"19005-3 6.10":      func(f *File) { f.catalogue()["Requirements"] = array{} },
	"14289-1 6.2":       func(f *File) { delete(f.catalogue(), "MarkInfo") },
	"Matterhorn 01-007": func(f *File) { f.dictOf(f.catalogue()["MarkInfo"])["Suspects"] = true },
	"Matterhorn 07-001": func(f *File) { delete(f.catalogue(), "ViewerPreferences") },
	"Matterhorn 11-001": func(f *File) { f.catalogue()["Lang"] = text("American English") },
	"Matterhorn 28-008": func(f *File) { f.pages()[1].dict["Tabs"] = name("R") },
	"32000-1 7.7.3":     func(f *File) { delete(f.pages()[1].dict, "Resources") },
	"Matterhorn 06-001": func(f *File) { f.xmp("<rdf:RDF", "<rdf:RDFF") },
	"Matterhorn 06-002": func(f *File) { f.xmp("<pdfuaid:part>1", "<pdfuaid:part>2") },
	"Matterhorn 06-003": func(f *File) { f.xmp("dc:title", "dc:source") },
	"19005-3 6.6.4":     func(f *File) { f.xmp("<pdfaid:part>3", "<pdfaid:part>2") },
	"19005-3 6.6.2.3":   func(f *File) { f.xmp("valueType>Integer", "valueType>Whole") },
	"19005-3 6.6.3":     func(f *File) { f.dictOf(f.trailer["Info"])["Title"] = text("Another") },
	"19005-3 6.2.3": func(f *File) {
		f.profileStream().raw = bytes.Replace(f.profileStream().raw, []byte("kTRC"), []byte("rTRC"), 1)
	},
	"19005-3 6.2.4.3":         func(f *File) { f.content(" 0.000 g", " 1 0 0 rg") },
	"Matterhorn 21-001":       func(f *File) { delete(f.attachment(), "UF") },
	"19005-3 6.8 association": func(f *File) { delete(f.attachment(), "AFRelationship") },
	"19005-3 6.8 type":        func(f *File) { f.streamOf(f.dictOf(f.attachment()["EF"])["F"]).dict["Params"] = dict{} },
	"19005-3 6.2.2":           func(f *File) { f.content("\nEMC", "\nEMC XX") },
	"Matterhorn 01-003":       func(f *File) { f.content("BDC\n", "BDC\n/Artifact BMC EMC\n") },
	"Matterhorn 01-004":       func(f *File) { f.content("/Artifact BMC\n", "/Artifact BMC\n/P <</MCID 900>> BDC EMC\n") },
	"Matterhorn 01-005":       func(f *File) { f.content("\nEMC", "\nEMC 0 0 m 9 9 l S") },
	"32000-1 14.6":            func(f *File) { f.content("\nEMC", "\n") },
	"32000-1 14.7.4":          func(f *File) { f.content("MCID 1>>", "MCID 0>>") },
	"Matterhorn 02-001":       func(f *File) { f.first("P").dict["S"] = name("Paragraph") },
	"14289-1 7.1 parents":     func(f *File) { f.first("TR").dict["P"] = f.first("P").ref },
	"32000-1 14.7.4.4":        func(f *File) { f.content("MCID 5>>", "MCID 905>>") },
	"Matterhorn 14-002":       func(f *File) { f.first("H1").dict["S"] = name("H2") },
	"Matterhorn 14-003":       func(f *File) { f.first("H2").dict["S"] = name("H3") },
	"Matterhorn 13-004":       func(f *File) { f.first("P").dict["S"] = name("Figure") },
	"Matterhorn 09-004":       func(f *File) { f.first("TD").dict["S"] = name("P") },
	"Matterhorn 09-005":       func(f *File) { f.first("LBody").dict["S"] = name("P") },
	"14289-1 7.2 regular":     func(f *File) { row := f.first("TR").dict; row["K"] = row["K"].(array)[1:] },
	"Matterhorn 15-003":       func(f *File) { delete(f.first("TH").dict, "A") },
	"14289-1 7.5":             func(f *File) { f.first("TH").dict["S"] = name("TD") },
	"Matterhorn 31-009":       func(f *File) { delete(f.dictOf(f.anyFont("Type0", "DescendantFonts")["FontDescriptor"]), "FontFile2") },
	"Matterhorn 31-006":       func(f *File) { f.anyFont("Type0", "")["Encoding"] = name("UniJIS-UTF16-H") },
	"Matterhorn 31-005":       func(f *File) { delete(f.anyFont("Type0", "DescendantFonts"), "CIDToGIDMap") },
	"19005-3 6.2.11.2":        func(f *File) { f.objects[9999] = dict{"Type": name("Font"), "Subtype": name("TrueType")} },
	"Matterhorn 31-011":       func(f *File) { f.program("loca", make([]byte, 4000)) },
	"Matterhorn 31-016":       func(f *File) { f.program("hmtx", make([]byte, 40)) },
	"Matterhorn 31-027":       func(f *File) { delete(f.anyFont("Type0", ""), "ToUnicode") },
	"Matterhorn 31-028":       func(f *File) { f.unicodeMap("> <0065>", "> <FEFF>") },
	"Matterhorn 31-030":       func(f *File) { f.glyphMap(make([]byte, 2<<16)) },
}

// The sound file breaks no clause, and each clause has a damage that breaks it.
func TestEveryClauseCanBreak(t *testing.T) {
	pdf := toSign(t)
	for _, c := range Clauses() {
		t.Run(c.ID, func(t *testing.T) {
			if err := c.Check(read(t, pdf)); err != nil {
				t.Errorf("the sound file breaks it: %v", err)
			}
			f := read(t, bytes.Clone(pdf))
			if damages[c.ID] == nil {
				t.Fatal("no damage is known that breaks it")
			}
			damages[c.ID](f)
			if c.Check(f) == nil {
				t.Error("the damage does not break it")
			}
		})
	}
	if len(damages) != len(Clauses()) {
		t.Errorf("%d damages for %d clauses", len(damages), len(Clauses()))
	}
}
