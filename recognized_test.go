package imr_test

import (
	"context"
	"os"
	"testing"

	"imr"
	"imr/classify"
	"imr/decide"
	"imr/extract"
	"imr/internal/casefile"
	"imr/internal/law"
	"imr/internal/ocr"
	"imr/internal/reading"
)

// The golden files of this case are made without text recognition: the report is named as not read, and the item is referred. With it the
// report says what its words say on paper.
func TestAScannedReportDecidesWhereItIsRecognized(t *testing.T) {
	if _, err := ocr.Available(t.Context()); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal(err)
		}
		t.Skip(err)
	}
	in, err := casefile.Load("testdata/cases/scan-of-a-report/record")
	if err != nil {
		t.Fatal(err)
	}
	book, err := law.Load()
	if err != nil {
		t.Fatal(err)
	}
	recognizing := func(ctx context.Context, files []extract.Source) []imr.RecordFile {
		return reading.New(ctx, reading.Options{Recognizers: 2}).Read(ctx, readable(files))
	}
	record := extract.Read(t.Context(), "scan-of-a-report", sources(in.Files), recognizing)
	d := decide.Decide(classify.Case(record, extract.Mentions(record), classify.Known(in.Known)), book, imr.LetterConfig{ItemStyle: "whole"})
	if len(d.Items) != 1 || d.Items[0].Outcome != imr.Overturned || d.Items[0].PriorVisits == nil || *d.Items[0].PriorVisits != 6 {
		t.Errorf("the items are %+v", d.Items)
	}
	report := d.Inputs[3]
	if report.PagesOCR != 1 || len(report.Unread) > 0 || len(report.Readers) != 1 || report.Readers[0].Reader != imr.Tesseract {
		t.Errorf("the report is read as %+v", report)
	}
	for _, f := range d.Facts {
		if f.Name == "prior_visits" && (len(f.Evidence) == 0 || f.Evidence[0].How != "ocr") {
			t.Errorf("prior visits rest on %+v", f.Evidence)
		}
	}
}
