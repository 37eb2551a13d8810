//go:build !unix

package paper

import "os/exec"

// grouped does nothing where there are no process groups: the program alone is killed.
func grouped(*exec.Cmd) {}
