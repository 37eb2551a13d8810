//go:build unix

package paper

import (
	"os/exec"
	"syscall"
)

// grouped puts a program and its children into a process group and makes the
// end of its context kill all of them.
func grouped(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
}
