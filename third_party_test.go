package chancery

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var listed = regexp.MustCompile("(?m)^\\| `([^`]+)` \\| .* \\| `([0-9a-f]{64})` \\|$")

// Vendored files are dependencies: each is listed with its digest, and nothing
// else lies beside them.
func TestVendoredFilesAreListed(t *testing.T) {
	b, err := os.ReadFile("THIRD_PARTY.md")
	if err != nil {
		t.Fatal(err)
	}
	digests := map[string]string{}
	for _, m := range listed.FindAllStringSubmatch(string(b), -1) {
		digests[m[1]] = m[2]
	}
	for path, want := range digests {
		content, err := os.ReadFile(path)
		if err != nil {
			t.Errorf("%s is listed and not there: %v", path, err)
			continue
		}
		if sum := sha256.Sum256(content); hex.EncodeToString(sum[:]) != want {
			t.Errorf("%s is not the file that is listed", path)
		}
	}
	found, err := filepath.Glob("web/assets/vendor/*")
	if err != nil || len(found) == 0 {
		t.Fatalf("no vendored files found: %v", err)
	}
	for _, path := range found {
		if digests[filepath.ToSlash(path)] == "" {
			t.Errorf("%s is vendored and not listed in THIRD_PARTY.md", path)
		}
	}
}

var direct = regexp.MustCompile(`(?m)^\t(\S+) (v\S+)$`)

// Every module that the program requires directly is listed with its licence.
func TestModulesAreListed(t *testing.T) {
	mod, err := os.ReadFile("go.mod")
	if err != nil {
		t.Fatal(err)
	}
	list, err := os.ReadFile("THIRD_PARTY.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range direct.FindAllStringSubmatch(string(mod), -1) {
		if !strings.Contains(string(list), "| `"+m[1]+"` | "+m[2]+" |") {
			t.Errorf("%s %s is required and not listed in THIRD_PARTY.md", m[1], m[2])
		}
	}
}
