package paper

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"time"

	"chancery"
)

// Old binary Word and Excel files and RTF go through LibreOffice, which
// writes them as DOCX or XLSX; those are then read as usual.
var (
	doc = format{"application/msword", "doc", 1, through("doc", "docx", readDOCX)}
	xls = format{"application/vnd.ms-excel", "xls", 1, through("xls", "xlsx", readWorkbook)}
	rtf = format{"application/rtf", "rtf", 1, through("rtf", "docx", readDOCX)}
)

type reader = func(context.Context, []byte, Limits, *Opened) (*sheet, error)

func through(from, to string, then reader) reader {
	return func(ctx context.Context, content []byte, limits Limits, o *Opened) (*sheet, error) {
		converted, err := convert(ctx, content, from, to)
		if err != nil {
			return nil, err
		}
		return then(ctx, converted, limits, o)
	}
}

// oneOffice lets one LibreOffice run at a time: each takes 200 MB.
var oneOffice = make(chan struct{}, 1)

// convert runs LibreOffice in a directory of its own, with a profile of its
// own, and kills it with all its children when time runs out.
func convert(ctx context.Context, content []byte, from, to string) ([]byte, error) {
	program, err := exec.LookPath("soffice")
	if err != nil {
		return nil, chancery.Fail("paper.Open", chancery.Unavailable, chancery.Say("paper.office",
			"a %s file is read through LibreOffice, which is not installed here; install it (Debian: apt install libreoffice-writer libreoffice-calc) or save the file as %s", from, to))
	}
	select {
	case oneOffice <- struct{}{}:
		defer func() { <-oneOffice }()
	case <-ctx.Done():
		return nil, cancelled(ctx)
	}
	dir, err := os.MkdirTemp("", "chancery-office-")
	if err != nil {
		return nil, chancery.Wrap("paper.Open", chancery.Unavailable, err)
	}
	defer os.RemoveAll(dir)
	in := filepath.Join(dir, "paper."+from)
	if err := os.WriteFile(in, content, 0o600); err != nil {
		return nil, chancery.Wrap("paper.Open", chancery.Unavailable, err)
	}
	cmd := exec.CommandContext(ctx, program,
		"-env:UserInstallation=file://"+filepath.ToSlash(filepath.Join(dir, "profile")),
		"--headless", "--nologo", "--norestore", "--nodefault", "--convert-to", to, "--outdir", filepath.Join(dir, "out"), in)
	cmd.Env = []string{"HOME=" + dir, "PATH=" + os.Getenv("PATH"), "TMPDIR=" + dir, "LANG=C.UTF-8"}
	cmd.WaitDelay = 2 * time.Second
	grouped(cmd)
	runErr := cmd.Run()
	if ctx.Err() != nil {
		return nil, cancelled(ctx)
	}
	out, err := os.ReadFile(filepath.Join(dir, "out", "paper."+to))
	if errors.Is(err, os.ErrNotExist) || runErr != nil {
		return nil, &chancery.Error{Op: "paper.Open", Kind: chancery.Unreadable, What: damaged(), Err: runErr}
	}
	return out, chancery.Wrap("paper.Open", chancery.Unavailable, err)
}
