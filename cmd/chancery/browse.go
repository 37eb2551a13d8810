package main

import (
	"os"
	"os/exec"
	"runtime"
)

// browse shows an address of ours in the browser of whoever started the
// program. Where that does not work, the address that was printed is enough.
func browse(address string) {
	var opener *exec.Cmd
	switch {
	case runtime.GOOS == "windows":
		opener = exec.Command("rundll32", "url.dll,FileProtocolHandler", address)
	case runtime.GOOS == "darwin":
		opener = exec.Command("open", address)
	case os.Getenv("DISPLAY") != "" || os.Getenv("WAYLAND_DISPLAY") != "":
		opener = exec.Command("xdg-open", address)
	default:
		return
	}
	if opener.Start() == nil {
		go func() { _ = opener.Wait() }()
	}
}
