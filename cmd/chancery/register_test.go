package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"chancery"
)

// newData gives the flag for a new data directory.
func newData(t *testing.T) string { return "--data=" + filepath.Join(t.TempDir(), "register") }

func mustCall(t *testing.T, in string, args ...string) string {
	t.Helper()
	code, out, errs := call(t, in, args...)
	if code != done {
		t.Fatalf("chancery %s: code %d\n%s%s", strings.Join(args, " "), code, out, errs)
	}
	return out
}

func TestARegisterFromTheCommandLine(t *testing.T) {
	data, papers := newData(t), filepath.Join("..", "..", "demo", "papers")
	out := mustCall(t, "", "import", data, "--person", "A. Officer", filepath.Join(papers, "press-en.txt"), filepath.Join(papers, "action-plan.docx"))
	if strings.Count(out, "received,") != 2 {
		t.Errorf("import says\n%s", out)
	}
	if out = mustCall(t, "", "import", data, "--person", "A. Officer", filepath.Join(papers, "press-en.txt")); !strings.Contains(out, "was received before") {
		t.Errorf("importing again says\n%s", out)
	}
	out = mustCall(t, "", "import", data, "--person", "A. Officer", "--accept", "depositary", "--reason", "status table", filepath.Join(papers, "cedaw-status.csv"))
	if !strings.Contains(out, "received,") {
		t.Errorf("accepting whole says\n%s", out)
	}
	if out = mustCall(t, "", "user", data); strings.Count(out, "\n") != 1 || !strings.Contains(out, "A. Officer") {
		t.Errorf("persons are\n%s", out)
	}
	if out = mustCall(t, "", "search", data, "domestic", "violence"); !strings.Contains(out, "Action Plan") {
		t.Errorf("search says\n%s", out)
	}
	if out = mustCall(t, "", "export", data, "--format", "csv", "--schema", "Act"); !strings.Contains(out, "Kazakhstan") || strings.Count(out, "\r\n") < 50 {
		t.Errorf("acts are\n%.400s", out)
	}
	if out = mustCall(t, "", "check", data); !strings.HasSuffix(out, "clean\n") {
		t.Errorf("check says\n%s", out)
	}
	if out = mustCall(t, "", "export", data); strings.Contains(out, "demo/papers") || strings.Contains(out, `demo\\papers`) {
		t.Error("the export names folders of this machine")
	}
}

// A paper above the limit is kept, from a file and from standard input, and
// the sentence names the limit and its flag.
func TestImportKeepsWhatItDoesNotRead(t *testing.T) {
	data, large := newData(t), strings.Repeat("0123456789abcdef", 3<<15)
	path := filepath.Join(t.TempDir(), "large.txt")
	if err := os.WriteFile(path, []byte(large), 0o600); err != nil {
		t.Fatal(err)
	}
	for in, arg := range map[string]string{"": path, large + "x": "-"} {
		code, _, errs := call(t, in, "import", data, "--person", "A. Officer", "--max-mb", "1", arg)
		if code != failed || !strings.Contains(errs, "kept, but not read: the file has 2 MB, and above 1 MB (--max-mb)") {
			t.Errorf("import %s: code %d\n%s", arg, code, errs)
		}
	}
	out := mustCall(t, "", "export", data)
	for _, content := range []string{large, large + "x"} {
		if !strings.Contains(out, string(chancery.NewDocumentID([]byte(content)))) {
			t.Errorf("a paper of %d bytes was not kept", len(content))
		}
	}
	if out = mustCall(t, "", "check", data); !strings.HasSuffix(out, "clean\n") {
		t.Errorf("check says\n%s", out)
	}
}

func TestExportBackupRestore(t *testing.T) {
	data := newData(t)
	mustCall(t, "The Ambassador of Kazakhstan met the Minister of Egypt in Cairo on 27 May 2024.", "import", data, "--person", "A. Officer", "-")
	before := mustCall(t, "", "export", data)
	types := map[string]int{}
	for line := range strings.Lines(before) {
		var o struct{ Type string }
		if err := json.Unmarshal([]byte(line), &o); err != nil {
			t.Fatalf("%v in %q", err, line)
		}
		types[o.Type]++
	}
	if types["register"] != 1 || types["document"] != 1 || types["text"] != 1 || types["person"] != 1 || types["entry"] < 3 {
		t.Errorf("the export has %v", types)
	}
	file := filepath.Join(t.TempDir(), "copy")
	mustCall(t, "", "backup", data, file)
	if code, _, errs := call(t, "", "backup", data, file); code != failed || !strings.Contains(errs, "is there already") {
		t.Errorf("a copy over a copy: code %d, %s", code, errs)
	}
	other, third := newData(t), newData(t)
	mustCall(t, "", "restore", other, file)
	if mustCall(t, "", "export", other) != before {
		t.Error("what was restored differs")
	}
	mustCall(t, "", "move", other, strings.TrimPrefix(third, "--data="))
	if mustCall(t, "", "export", third) != before {
		t.Error("what was moved differs")
	}
	if code, _, errs := call(t, "", "restore", other, file); code != failed || !strings.Contains(errs, "not empty") {
		t.Errorf("restoring over a register: code %d, %s", code, errs)
	}
}

func TestRecordAndEntitiesFromTheCommandLine(t *testing.T) {
	data := newData(t)
	mustCall(t, "", "import", data, "--person", "A. Officer", "--accept", "press", filepath.Join("..", "..", "demo", "papers", "press-en.txt"))
	out := mustCall(t, "", "brief", data, "--record", "Cairo")
	for _, want := range []string{"27 May 2024", "Kairat Lama Sharif [", "Ambassador [", "informed: ", "[1] Kazakhstan and the Women Development Organization talk over joint work: “", "A. Officer"} {
		if !strings.Contains(out, want) {
			t.Errorf("the record lacks %q:\n%s", want, out)
		}
	}
	if out = mustCall(t, "", "brief", data, "--record", "--language", "ar", "Cairo"); !strings.Contains(out, "كازاخستان") || strings.Contains(out, "meeting") {
		t.Errorf("the record in Arabic:\n%s", out)
	}
	if code, _, errs := call(t, "", "brief", data, "Atlantis"); code != failed || !strings.Contains(errs, "no event has these words") {
		t.Errorf("an unknown event: code %d, %s", code, errs)
	}
	schemas := map[string]int{}
	for line := range strings.Lines(mustCall(t, "", "export", data, "--format", "ftm")) {
		var e struct {
			ID, Schema string
			Properties map[string][]string
		}
		if err := json.Unmarshal([]byte(line), &e); err != nil || e.ID == "" || len(e.Properties) == 0 {
			t.Fatalf("%v in %q", err, line)
		}
		schemas[e.Schema]++
	}
	if schemas["Person"] == 0 || schemas["Occupancy"] == 0 || schemas["Position"] != schemas["Occupancy"] || schemas["Event"] == 0 {
		t.Errorf("entities are %v", schemas)
	}
}

func TestWithdrawFromTheCommandLine(t *testing.T) {
	data := newData(t)
	mustCall(t, "A paper about unicorns in Cairo.", "import", data, "-")
	id := regexp.MustCompile(`\(([0-9a-f]{12})\)`).FindStringSubmatch(mustCall(t, "", "search", data, "unicorns"))
	if id == nil {
		t.Fatal("search does not print the paper's digest")
	}
	if code, _, errs := call(t, "", "withdraw", data, id[1]); code != usage || !strings.Contains(errs, "--reason") {
		t.Errorf("without a reason: code %d, %s", code, errs)
	}
	mustCall(t, "", "withdraw", data, "--reason", "filed by mistake", id[1])
	if out := mustCall(t, "", "search", data, "unicorns"); out != "" {
		t.Errorf("search still finds\n%s", out)
	}
	if out := mustCall(t, "", "export", data); strings.Contains(out, "unicorns") {
		t.Error("the export still holds its words")
	}
	if out := mustCall(t, "", "check", data); !strings.HasSuffix(out, "clean\n") {
		t.Errorf("check says\n%s", out)
	}
}

func TestTroubleInWords(t *testing.T) {
	missing := newData(t)
	for _, c := range []struct {
		args []string
		code int
		says string
	}{
		{[]string{"search", missing, "x"}, failed, "there is no register in"},
		{[]string{"move", missing, "elsewhere"}, failed, "there is no register in"},
		{[]string{"serve", missing, "--address", "0.0.0.0:0"}, failed, "no accounts"},
		{[]string{"serve", missing, "--address", "nonsense"}, usage, "host and port"},
		{[]string{"export", missing, "--format", "xlsx"}, usage, "--schema"},
		{[]string{"import", missing, "--published", "2024-13", "x"}, usage, "is not a date"},
		{[]string{"withdraw", missing, "--reason", "x", "abc"}, failed, "there is no register in"},
	} {
		code, out, errs := call(t, "", c.args...)
		if code != c.code || !strings.Contains(errs, c.says) {
			t.Errorf("chancery %s: code %d, want %d and %q in:\n%s%s", strings.Join(c.args, " "), code, c.code, c.says, out, errs)
		}
	}
	if _, err := os.Stat(strings.TrimPrefix(missing, "--data=")); err == nil {
		t.Error("a command that only looks made a register")
	}
}

func TestEveryCommandShowsAnExample(t *testing.T) {
	for _, name := range []string{"serve", "read", "import", "search", "suggest", "treaty in-force", "election count", "brief", "export", "backup", "restore", "move", "withdraw", "check", "user add"} {
		out := mustCall(t, "", append(strings.Fields(name), "--help")...)
		if !strings.Contains(out, "Example") || !strings.Contains(out, "chancery "+name) {
			t.Errorf("the help of %s:\n%s", name, out)
		}
	}
}
