package report

import (
	"encoding/csv"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"imr"
	"imr/internal/ledger"
)

var now = time.Date(2026, 1, 10, 12, 0, 0, 0, time.UTC)

// task is one that ended a minute before now and is due in so many days.
func task(folder string, state ledger.State, status string, due int) ledger.Task {
	return ledger.Task{Folder: folder, ID: folder, State: state, Status: status, Due: now.AddDate(0, 0, due), Began: now.Add(-2 * time.Minute), Ended: now.Add(-time.Minute)}
}

func sample() []Row {
	begun := task("begun", ledger.Pending, "", 9)
	begun.Tries = 1
	slow := task("slow", ledger.Done, imr.Referred, 2)
	slow.Began = now.Add(-time.Hour)
	slow.Detail = ledger.Detail{Outcomes: map[string]int{"refer": 2}, Referred: []string{"silent-history", "silent-history"}, Pages: 7, Unread: 2}
	dead := task("dead", ledger.Dead, imr.Unreadable, 9)
	dead.Reason, dead.Urgent = "=took <too> long\x1b[31m", true
	list := []ledger.Task{begun, slow, dead, task("new", ledger.Pending, "", 9), task("late", ledger.Done, imr.Proposed, -1), task("final", ledger.Done, imr.Proposed, -1),
		task("not-ours", ledger.Done, imr.Ineligible, -1), task("blank", ledger.Done, imr.Unreadable, 9), task("away", ledger.Gone, "", -1)}
	return Rows(list, func(folder string) bool { return folder == "final" }, now)
}

// TestTheClerksPageShowsARealTable holds the table of docs/inbox.md against what Status prints.
func TestTheClerksPageShowsARealTable(t *testing.T) {
	at := time.Date(2026, 11, 25, 9, 0, 0, 0, time.UTC)
	made := func(folder, status, due string, took time.Duration) ledger.Task {
		day, err := time.Parse(time.DateOnly, due)
		if err != nil {
			t.Fatal(err)
		}
		return ledger.Task{Folder: folder, ID: folder, State: ledger.Done, Status: status, Due: day, Began: at, Ended: at.Add(took)}
	}
	list := []ledger.Task{made("roe-17", imr.Proposed, "2026-11-24", 400*time.Millisecond), made("doe-03", imr.Proposed, "2026-11-27", 400*time.Millisecond),
		made("doe-04", imr.Proposed, "2026-12-20", 200*time.Millisecond), made("scan-9", imr.Unreadable, "2026-12-25", 20*time.Millisecond)}
	list[0].Urgent = true
	list[1].Detail = ledger.Detail{Pages: 14, Unread: 1}
	var b strings.Builder
	if err := Status(&b, Rows(list, func(string) bool { return false }, at)); err != nil {
		t.Fatal(err)
	}
	page, err := os.ReadFile("../../docs/inbox.md")
	if err != nil {
		t.Fatal(err)
	}
	shown := strings.ReplaceAll("\n"+strings.TrimRight(b.String(), "\n"), "\n", "\n    ")
	if !strings.Contains(string(page), strings.ReplaceAll(shown, "\n    \n", "\n\n")) {
		t.Errorf("docs/inbox.md shows another table than\n%s", b.String())
	}
}

func TestWhereCasesStand(t *testing.T) {
	got := ""
	for _, r := range sample() {
		got += fmt.Sprintf("%s: %s %s\n", r.Folder, r.Stands, r.mark())
	}
	want := "late: for a reviewer OVERDUE\nslow: question to settle soon\nbegun: in work \nblank: unreadable \ndead: failed expedited\nnew: waiting \naway: taken away \nfinal: adopted \nnot-ours: ineligible \n"
	if got != want {
		t.Errorf("got\n%s", got)
	}
}

func TestTheReportCounts(t *testing.T) {
	s := Summarize(sample(), now.Add(-90*time.Second), now)
	if s.Cases != 9 || s.Done != 9 || s.Unread != 2 || s.Outcomes["refer"] != 2 || s.Referred["silent-history"] != 2 || len(s.Overdue) != 1 || len(s.Soon) != 1 || len(s.Review) != 2 || len(s.Failed) != 2 {
		t.Errorf("%+v", s)
	}
	if len(s.Slowest) != 5 || s.Slowest[0].Folder != "slow" {
		t.Errorf("slowest %+v", s.Slowest)
	}
	if s := Summarize(sample(), now, now); s.Done != 0 || len(s.Slowest) != 0 {
		t.Errorf("of a run that did nothing: %+v", s)
	}
}

func TestEachFormTellsTheSame(t *testing.T) {
	s := Summarize(sample(), now.Add(-90*time.Second), now)
	var text, page, failed, table, status strings.Builder
	for _, err := range []error{s.Text(&text), s.HTML(&page), FailedPage(&failed, s.Failed), CSV(&table, sample()), Status(&status, sample())} {
		if err != nil {
			t.Fatal(err)
		}
	}
	for form, want := range map[string][2]string{
		"text":   {text.String(), "Referred by: 2 silent-history\n"},
		"page":   {page.String(), "<caption>Overdue: 1</caption>"},
		"failed": {failed.String(), "=took &lt;too&gt; long"},
		"status": {status.String(), "9 cases: 1 adopted, 1 failed, 1 for a reviewer, 1 in work, 1 ineligible, 1 question to settle, 1 taken away, 1 unreadable, 1 waiting\n1 overdue, 1 due within 3 days\n"},
		"unread": {status.String(), "2 of 7 pages"},
	} {
		if !strings.Contains(want[0], want[1]) {
			t.Errorf("%s lacks %q:\n%s", form, want[1], want[0])
		}
	}
	if strings.Contains(status.String(), "\x1b") {
		t.Error("a reason steers the terminal")
	}
	rows, err := csv.NewReader(strings.NewReader(table.String())).ReadAll()
	if err != nil || len(rows) != 10 || rows[5][11] != "'=took <too> long\x1b[31m" {
		t.Errorf("%q, %v", rows, err)
	}
}
