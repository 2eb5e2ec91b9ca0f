package report_test

import (
	"fmt"
	"os"
	"time"

	"imr/internal/ledger"
	"imr/internal/report"
)

func Example() {
	now := time.Date(2026, 1, 10, 12, 0, 0, 0, time.UTC)
	list := []ledger.Task{{Folder: "case-1", ID: "case-1", State: ledger.Pending, Due: now.AddDate(0, 0, 30)}}
	rows := report.Rows(list, func(string) bool { return false }, now)
	if err := report.Status(os.Stdout, rows); err != nil {
		fmt.Println(err)
	}
	// Output:
	// 1 cases: 1 waiting
	// 0 overdue, 0 due within 3 days
	//
	// case    where it stands  due           seconds  not read  see
	// case-1  waiting          2026-02-09
}
