//go:build !unix

package main

// private has nothing to do here: a new file has the permissions of its folder.
func private() {}
