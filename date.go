package imr

import (
	"encoding/json"
	"fmt"
	"time"
)

// Date is a calendar day written YYYY-MM-DD, or "" when the day is not known. Days compare as strings.
type Date string

const isoDay = "2006-01-02"

// NewDate returns the day of a calendar date, or an error where there is no such day (30 February).
func NewDate(year, month, day int) (Date, error) {
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if t.Year() != year || int(t.Month()) != month || t.Day() != day {
		return "", fmt.Errorf("there is no day %04d-%02d-%02d", year, month, day)
	}
	return Date(t.Format(isoDay)), nil
}

// Known reports whether the day is known.
func (d Date) Known() bool { return d != "" }

// AddDays returns the day n days later; an unknown day stays unknown.
func (d Date) AddDays(n int) Date {
	t, err := time.Parse(isoDay, string(d))
	if err != nil {
		return ""
	}
	return Date(t.AddDate(0, 0, n).Format(isoDay))
}

// DaysUntil returns the number of days from d to other, negative when other is earlier. Both must be known.
func (d Date) DaysUntil(other Date) int {
	a, errA := time.Parse(isoDay, string(d))
	b, errB := time.Parse(isoDay, string(other))
	if errA != nil || errB != nil {
		return 0
	}
	return int(b.Sub(a).Hours() / 24)
}

// US returns the day as it stands in a determination letter's table, MM/DD/YYYY, or "" when it is not known.
func (d Date) US() string {
	t, err := time.Parse(isoDay, string(d))
	if err != nil {
		return ""
	}
	return t.Format("01/02/2006")
}

// MarshalJSON writes an unknown day as null.
func (d Date) MarshalJSON() ([]byte, error) {
	if d == "" {
		return []byte("null"), nil
	}
	return json.Marshal(string(d))
}

// UnmarshalJSON reads a day or null; anything that is not a day is an error.
func (d *Date) UnmarshalJSON(b []byte) error {
	var s *string
	if err := json.Unmarshal(b, &s); err != nil {
		return err
	}
	if s == nil {
		*d = ""
		return nil
	}
	if _, err := time.Parse(isoDay, *s); err != nil {
		return fmt.Errorf("%q is not a day written YYYY-MM-DD", *s)
	}
	*d = Date(*s)
	return nil
}
