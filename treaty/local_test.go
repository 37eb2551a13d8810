package treaty

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"chancery"
)

// TestLocalTables loads the status tables of a directory that the developer
// names; none is needed for the suite.
func TestLocalTables(t *testing.T) {
	dir := os.Getenv("CHANCERY_STATUS_TABLES")
	if dir == "" {
		t.Skip("CHANCERY_STATUS_TABLES names no directory")
	}
	files, _ := filepath.Glob(filepath.Join(dir, "*.csv"))
	rows, acts, problems := 0, 0, 0
	for _, file := range files {
		f, err := os.Open(file)
		if err != nil {
			t.Fatal(err)
		}
		table, err := ReadStatus(f, StatusOptions{On: chancery.NewDate(2026, 1, 1)})
		f.Close()
		if err != nil {
			t.Errorf("%s: %v", file, err)
			continue
		}
		rows += len(table.Rows)
		acts += len(table.Acts())
		for _, p := range table.Problems {
			problems++
			t.Logf("%s: %s", strings.TrimPrefix(file, dir), p.Text)
		}
	}
	t.Logf("%d files, %d rows, %d acts, %d problems", len(files), rows, acts, problems)
}
