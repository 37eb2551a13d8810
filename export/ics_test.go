package export

import (
	"bytes"
	"strings"
	"testing"
	"time"

	ics "github.com/arran4/golang-ical"

	"chancery"
)

func TestICS(t *testing.T) {
	var b bytes.Buffer
	entries := []CalendarEntry{
		{ID: "state:KAZ-CEDAW-initial-1@chancery", Day: chancery.NewDate(1999, 9, 25), Summary: "CEDAW: initial report", Description: "by law: within 1 year; CEDAW art. 18(1), " + strings.Repeat("и так далее ", 20), Address: "http://127.0.0.1:8470/reporting?mechanism=CEDAW", Categories: []string{"CEDAW"}},
		{ID: "month@chancery", Day: chancery.Date{Year: 2023, Month: 11}, Summary: "a, b; c\\d\nand a new line"},
		{ID: "none@chancery", Summary: "has no day"},
	}
	if err := ICS(&b, "Reports: Kazakhstan", entries, time.Date(2024, 5, 27, 9, 0, 0, 0, time.UTC)); err != nil {
		t.Fatal(err)
	}
	text := b.String()
	for i, line := range strings.Split(strings.TrimSuffix(text, "\r\n"), "\r\n") {
		if strings.ContainsAny(line, "\r\n") {
			t.Errorf("line %d is not ended by CRLF alone: %q", i+1, line)
		}
		if len(line) > 75 {
			t.Errorf("line %d has %d octets, more than 75", i+1, len(line))
		}
	}
	c, err := ics.ParseCalendar(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	if n := len(c.Events()); n != 2 {
		t.Fatalf("%d entries come back, want 2", n)
	}
	first, second := c.Events()[0], c.Events()[1]
	if d, err := first.GetAllDayStartAt(); err != nil || d.Format("2006-01-02") != "1999-09-25" {
		t.Errorf("the day comes back as %v, %v", d, err)
	}
	if d, err := second.GetAllDayStartAt(); err != nil || d.Format("2006-01-02") != "2023-11-30" {
		t.Errorf("a month stands on its last day: %v, %v", d, err)
	}
	if got := ics.FromText(second.GetProperty(ics.ComponentPropertySummary).Value); got != "a, b; c\\d\nand a new line" {
		t.Errorf("a summary with signs comes back as %q", got)
	}
	if got := first.GetProperty(ics.ComponentPropertyDescription).Value; !strings.Contains(got, "и так далее") {
		t.Errorf("a folded line comes back as %q", got)
	}
}
