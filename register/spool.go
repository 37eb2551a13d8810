package register

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"

	"chancery"
)

// Spool takes bytes as they come: into memory where there are at most so many,
// else into a file of its own. done lets go of that file.
func Spool(from io.Reader, most int64) (content []byte, large io.ReadSeeker, done func() error, err error) {
	done = func() error { return nil }
	content, err = io.ReadAll(io.LimitReader(from, most+1))
	if err != nil || int64(len(content)) <= most {
		return content, nil, done, err
	}
	file, err := os.CreateTemp("", "chancery-*")
	if err != nil {
		return nil, nil, done, noRoom(err)
	}
	done = func() error { return errors.Join(file.Close(), os.Remove(file.Name())) }
	_, err = io.Copy(file, io.MultiReader(bytes.NewReader(content), from))
	var disk *fs.PathError
	if errors.As(err, &disk) {
		err = noRoom(err)
	}
	return nil, file, done, err
}

func noRoom(err error) error {
	return &chancery.Error{Op: "register.Spool", Kind: chancery.Unavailable, Err: err,
		What: chancery.Say("receive.room", "the paper could not be set down in the folder for temporary files; free some space there and hand it in again")}
}
