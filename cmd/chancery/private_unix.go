//go:build unix

package main

import "syscall"

// private keeps what the program writes from the other users of the machine:
// a register, its copies and its exports are for whoever made them.
func private() { syscall.Umask(0o077) }
