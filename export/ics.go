package export

import (
	"io"
	"time"

	ics "github.com/arran4/golang-ical"

	"chancery"
)

// CalendarEntry is one day in a calendar.
type CalendarEntry struct {
	ID          string // of the entry, the same in every feed and on every fetch
	Day         chancery.Date
	Summary     string
	Description string
	Address     string // of its page; "" for none
	Categories  []string
}

// ICS writes entries as an iCalendar feed (RFC 5545), lines ended with CRLF.
// Each entry lasts the whole day; one whose date is a month or a year stands on
// the last day it can mean, and a month is said in its summary by the caller.
// stamp is when the feed was made.
func ICS(w io.Writer, name string, entries []CalendarEntry, stamp time.Time) error {
	c := ics.NewCalendarFor("Chancery")
	c.SetMethod(ics.MethodPublish)
	c.SetXWRCalName(name)
	c.SetName(name)
	for _, e := range entries {
		if e.Day.IsZero() {
			continue
		}
		day := e.Day.Highest().Time()
		one := c.AddEvent(e.ID)
		one.SetDtStampTime(stamp)
		one.SetAllDayStartAt(day)
		one.SetAllDayEndAt(day.AddDate(0, 0, 1))
		one.SetSummary(e.Summary)
		if e.Description != "" {
			one.SetDescription(e.Description)
		}
		if e.Address != "" {
			one.SetURL(e.Address)
		}
		for _, k := range e.Categories {
			one.AddCategory(k)
		}
		one.SetTimeTransparency(ics.TransparencyTransparent)
	}
	return chancery.Wrap("export.ICS", chancery.Unavailable, c.SerializeTo(w, ics.WithNewLineWindows))
}
