package chancery

import (
	"bufio"
	"context"
	"net/http"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"
)

var (
	commands = regexp.MustCompile("(?s)```\n(.*?)\n```")
	address  = regexp.MustCompile(`http://127\.0\.0\.1:\d+/?`)
)

// The README's commands work in a fresh clone: `make run` builds and shows its
// first page. `make test` is what runs this test, so of it only the target is
// looked for.
func TestReadmeInAFreshClone(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED: building a fresh clone takes a minute")
	}
	if _, err := os.Stat(".git"); err != nil {
		t.Skip("SKIPPED: not a git checkout, so there is nothing to clone")
	}
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	var said []string
	for _, m := range commands.FindAllStringSubmatch(string(readme), -1) {
		said = append(said, m[1])
	}
	if strings.Join(said, ";") != "make run;make test" {
		t.Fatalf("the README's commands are %q", said)
	}
	clone := t.TempDir()
	if out, err := exec.Command("git", "clone", "--quiet", ".", clone).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	if out, err := exec.Command("make", "-C", clone, "--dry-run", "test").CombinedOutput(); err != nil {
		t.Fatalf("make test: %v\n%s", err, out)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, "make", "-C", clone, "run")
	cmd.Env = append(os.Environ(), "CHANCERY_ADDRESS=127.0.0.1:0", "CHANCERY_OPEN=false", "CHANCERY_DATA="+t.TempDir())
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGTERM) }
	pipe, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	cmd.Stderr = cmd.Stdout
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	var printed strings.Builder
	lines := bufio.NewScanner(pipe)
	for lines.Scan() {
		printed.WriteString(lines.Text() + "\n")
		if at := address.FindString(lines.Text()); at != "" {
			answer, err := http.Get(at)
			if err != nil {
				t.Errorf("the first page: %v", err)
			} else if answer.Body.Close(); answer.StatusCode != http.StatusOK {
				t.Errorf("the first page answers %s", answer.Status)
			}
			cancel()
			_ = cmd.Wait()
			return
		}
	}
	t.Fatalf("make run printed no address:\n%s", printed.String())
}
