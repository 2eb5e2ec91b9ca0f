package finish

import (
	"bytes"
	"compress/zlib"
	"crypto/md5" //nolint:gosec // the checksum of an embedded file is MD5 by the standard, and protects nothing
	"crypto/sha256"
	"fmt"
	"strings"
	"time"

	"imr/internal/pdf/rewrite"
)

// Attachment is a file that travels inside the PDF.
type Attachment struct {
	Name        string
	Type        string // its MIME type: "application/json"
	Description string
	Data        []byte
}

// Spec is what File adds.
type Spec struct {
	Properties Properties
	Language   string // of the text: "en-US"
	Root       *Element
	Fonts      []Font
	Source     Attachment // what the document was made from (relationship Source)
}

// File makes a PDF/A-3b and PDF/UA-1 file of what gofpdf wrote. The same input gives the same bytes. An error means that the input is
// not as gofpdf writes it.
func File(pdf []byte, s Spec) ([]byte, error) {
	o, err := rewrite.Read(pdf)
	if err != nil {
		return nil, err
	}
	pages := o.Pages()
	if o.Root == 0 || o.Info == 0 || len(pages) == 0 {
		return nil, rewrite.ErrNotReadable
	}
	renameFonts(o, s.Fonts)
	o.Body[o.Info] = s.Properties.info()
	tree, fields := putTree(o, s.Root, pages)
	metadata := o.AddStream("/Type /Metadata /Subtype /XML", s.Properties.xmp())
	profile := o.AddStream("/N 1", greyProfile())
	file := attach(o, s.Source, s.Properties.Date)
	o.Body[o.Root] = fmt.Appendf(nil, `<</Type /Catalog /Pages 1 0 R /Lang %s /MarkInfo <</Marked true>> /StructTreeRoot %d 0 R /Metadata %d 0 R
/ViewerPreferences <</DisplayDocTitle true>> /OutputIntents [<</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (Grey) /Info (Grey, gamma 2.2) /DestOutputProfile %d 0 R>>]
/AF [%d 0 R] /Names <</EmbeddedFiles <</Names [%s %d 0 R]>>>>%s>>`, textString(s.Language), tree, metadata, profile, file, textString(s.Source.Name), file, form(fields))
	sum := sha256.Sum256(bytes.Join(o.Body, []byte("\n")))
	return o.Write(sum[:16], ""), nil
}

// attach adds an embedded file and its specification (ISO 32000-1, 7.11; ISO 19005-3, 6.8), and returns the latter's number.
func attach(o *rewrite.Objects, a Attachment, date time.Time) int {
	var packed bytes.Buffer
	w := zlib.NewWriter(&packed)
	_, _ = w.Write(a.Data) // a buffer does not fail
	_ = w.Close()
	entries := fmt.Sprintf("/Type /EmbeddedFile /Subtype /%s /Filter /FlateDecode /Params <</Size %d /ModDate (D:%s) /CheckSum <%x>>>",
		nameOf(a.Type), len(a.Data), date.UTC().Format("20060102150405Z"), md5.Sum(a.Data))
	stream := o.AddStream(entries, packed.Bytes())
	return o.Add("<</Type /Filespec /F %s /UF %s /Desc %s /AFRelationship /Source /EF <</F %d 0 R /UF %d 0 R>>>>",
		textString(a.Name), textString(a.Name), textString(a.Description), stream, stream)
}

// nameOf writes a name object's characters; a slash is escaped (7.3.5).
func nameOf(s string) string { return strings.ReplaceAll(s, "/", "#2F") }
