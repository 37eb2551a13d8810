package paper

import (
	"bytes"
	"context"
	"errors"
	"image/png"
	"io"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"runtime/debug"
	"sync"
	"time"

	"chancery"

	"github.com/klippa-app/go-pdfium"
	pdfiumerrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/responses"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// PDFium runs as WebAssembly: in a sandbox without files, with bounded memory,
// compiled once into the user's cache directory. A runtime starts with the
// first PDF and is closed when none has been open for a while, so that its
// memory returns.
//
// There are two runtimes. In the watched one a call can be stopped when time
// runs out, at 2 µs a call; the swift one is four times as fast over the many
// small calls that fetch characters, but nothing stops it. Each page is loaded
// in the watched one first, and only what has loaded there in time is handed
// to the swift one, which then does the same again.
const (
	pdfiumIdle    = 30 * time.Second
	pdfiumWorkers = 2
	pdfiumPages   = 320 << 20 >> 16 // WebAssembly pages of 64 KiB a worker may hold
)

// engine is one runtime of the process.
type engine struct {
	watched bool
	mu      sync.Mutex
	pool    pdfium.Pool
	cache   wazero.CompilationCache
	users   int
	idle    *time.Timer
	memory  arena
}

var (
	watched = engine{watched: true}
	swift   engine
)

// borrow gives a worker, starting the runtime where need be. A watched worker
// is killed when ctx ends; release must be called in any case.
func (e *engine) borrow(ctx context.Context) (worker pdfium.Pdfium, release func(), err error) {
	pool, err := e.start()
	if err != nil {
		return nil, nil, &chancery.Error{Op: "paper.Open", Kind: chancery.Internal, What: chancery.Say("paper.pdfium", "the PDF reader did not start; look at the log of the program"), Err: err}
	}
	worker, err = pool.GetInstanceWithContext(ctx)
	if err != nil {
		e.finish()
		if ctx.Err() != nil {
			return nil, nil, cancelled(ctx)
		}
		return nil, nil, chancery.Wrap("paper.Open", chancery.Internal, err)
	}
	stop := func() bool { return true }
	if e.watched {
		stop = context.AfterFunc(ctx, func() { worker.Kill() })
	}
	return worker, func() {
		if stop() {
			worker.Close()
		}
		e.finish()
	}, nil
}

func (e *engine) start() (pdfium.Pool, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.idle != nil {
		e.idle.Stop()
	}
	if e.pool == nil {
		config := wazero.NewRuntimeConfig().
			WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
			WithMemoryLimitPages(pdfiumPages).
			WithCloseOnContextDone(e.watched)
		if e.cache = compiled(); e.cache != nil {
			config = config.WithCompilationCache(e.cache)
		}
		pool, err := webassembly.Init(webassembly.Config{
			Context:  e.memory.within(experimental.WithCompilationWorkers(context.Background(), pdfiumWorkers)),
			MaxTotal: pdfiumWorkers, MaxIdle: 0,
			FSConfig: wazero.NewFSConfig(), RuntimeConfig: config,
			Stdout: io.Discard, Stderr: io.Discard,
		})
		if err != nil {
			return nil, err
		}
		e.pool = pool
	}
	e.users++
	return e.pool, nil
}

// compiled opens the cache of compiled code, nil where no directory can be had.
func compiled() wazero.CompilationCache {
	dir, err := os.UserCacheDir()
	if err != nil {
		return nil
	}
	cache, err := wazero.NewCompilationCacheWithDir(filepath.Join(dir, "chancery", "pdfium"))
	if err != nil {
		return nil
	}
	return cache
}

// finish gives a worker up; the last one out sets the timer that closes the runtime.
func (e *engine) finish() {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.users--
	if e.users == 0 {
		e.memory.unmap()
		e.idle = time.AfterFunc(pdfiumIdle, e.close)
	}
}

func (e *engine) close() {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.users > 0 || e.pool == nil {
		return
	}
	e.pool.Close()
	if e.cache != nil {
		e.cache.Close(context.Background())
	}
	e.pool, e.cache = nil, nil
	debug.FreeOSMemory()
}

// openPDF loads a PDF and says in words why where it cannot.
func openPDF(worker pdfium.Pdfium, content []byte) (references.FPDF_DOCUMENT, int, error) {
	doc, err := worker.OpenDocument(&requests.OpenDocument{File: &content})
	switch {
	case errors.Is(err, pdfiumerrors.ErrPassword) || errors.Is(err, pdfiumerrors.ErrSecurity):
		return "", 0, encrypted()
	case err != nil:
		return "", 0, &chancery.Error{Op: "paper.Open", Kind: chancery.Unreadable, What: damaged(), Err: err}
	}
	n, err := worker.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: doc.Document})
	if err != nil {
		return "", 0, chancery.Wrap("paper.Open", chancery.Unreadable, err)
	}
	if n.PageCount == 0 {
		return "", 0, unreadable("paper.noPages", "the PDF has no page that can be opened; ask the sender for it again")
	}
	return doc.Document, n.PageCount, nil
}

// glyph is one character of a page in points from its top left corner.
type glyph struct {
	r              rune
	x0, y0, x1, y1 float32 // the ink
	size           float32 // of the font, as rendered
	bold           bool
	angle          float32 // in radians
	over           string  // vowel signs of a right-to-left letter
	vague          bool    // its place is only that of the sign over it
}

// glyphs gives the characters of a page in the order of its content stream.
// Fonts are asked for by run, not by character: a run is a rectangle of one
// text object, and the runs come in the order of the characters.
func glyphs(worker pdfium.Pdfium, page references.FPDF_PAGE, f frame) ([]glyph, error) {
	t, err := worker.GetPageTextStructured(&requests.GetPageTextStructured{
		Page: requests.Page{ByReference: &page}, Mode: requests.GetPageTextStructuredModeBoth, CollectFontInformation: true,
	})
	if err != nil {
		return nil, err
	}
	out := make([]glyph, 0, len(t.Chars))
	run := 0
	for _, c := range t.Chars {
		run = runOf(t.Rects, run, c.PointPosition)
		for _, r := range c.Text {
			g := f.place(c)
			g.r = r
			if run < len(t.Rects) && t.Rects[run].FontInformation != nil {
				font := t.Rects[run].FontInformation
				g.size, g.bold = float32(font.RenderedSize), bold(font)
			}
			out = append(out, g)
		}
	}
	return out, nil
}

// bold goes by the name of the font and its flag; the weight that PDFium
// estimates from stem widths calls many plain fonts bold.
func bold(f *responses.FontInformation) bool {
	const forceBold = 1 << 18
	return f.Flags&forceBold != 0 || boldName.MatchString(f.Name)
}

var boldName = regexp.MustCompile(`(?i)bold|black|heavy|demi`)

// frame is the visible part of a page in the PDF's own coordinates, which
// begin at the bottom, and by how many quarters it is turned clockwise.
type frame struct {
	left, bottom, right, top float64
	quarters                 int
}

func frameOf(worker pdfium.Pdfium, page requests.Page) (frame, error) {
	box, err := worker.FPDF_GetPageBoundingBox(&requests.FPDF_GetPageBoundingBox{Page: page})
	if err != nil {
		return frame{}, err
	}
	turn, err := worker.FPDFPage_GetRotation(&requests.FPDFPage_GetRotation{Page: page})
	if err != nil {
		return frame{}, err
	}
	r := box.Rect
	return frame{float64(r.Left), float64(r.Bottom), float64(r.Right), float64(r.Top), int(turn.PageRotation) & 3}, nil
}

// size gives the width and height of the page as shown.
func (f frame) size() (width, height float32) {
	width, height = float32(f.right-f.left), float32(f.top-f.bottom)
	if f.quarters%2 == 1 {
		width, height = height, width
	}
	return width, height
}

// place puts a character where the page as shown has it.
func (f frame) place(c *responses.GetPageTextStructuredChar) glyph {
	p := c.PointPosition
	var x0, y0, x1, y1 float64
	switch f.quarters {
	case 0:
		x0, y0, x1, y1 = p.Left-f.left, f.top-p.Top, p.Right-f.left, f.top-p.Bottom
	case 1:
		x0, y0, x1, y1 = p.Bottom-f.bottom, p.Left-f.left, p.Top-f.bottom, p.Right-f.left
	case 2:
		x0, y0, x1, y1 = f.right-p.Right, p.Bottom-f.bottom, f.right-p.Left, p.Top-f.bottom
	default:
		x0, y0, x1, y1 = f.top-p.Top, f.right-p.Right, f.top-p.Bottom, f.right-p.Left
	}
	angle := math.Mod(c.Angle+float64(f.quarters)*math.Pi/2+0.05, 2*math.Pi) - 0.05
	return glyph{x0: float32(x0), y0: float32(y0), x1: float32(x1), y1: float32(y1), angle: float32(angle)}
}

// runOf gives the run that holds a character, looking onward from the run of
// the one before, which stands for characters without ink.
func runOf(runs []*responses.GetPageTextStructuredRect, from int, c responses.CharPosition) int {
	if c.Right-c.Left < 0.01 || c.Top-c.Bottom < 0.01 {
		return from
	}
	const slack = 0.05
	for i := from; i < len(runs) && i < from+8; i++ {
		r := runs[i].PointPosition
		if c.Left >= r.Left-slack && c.Right <= r.Right+slack && c.Top <= r.Top+slack && c.Bottom >= r.Bottom-slack {
			return i
		}
	}
	return from
}

// PageImage draws a page of a PDF, counted from 1, as PNG. Errors are of the
// kinds of [Open]; a page that is not there is of kind NotFound. The picture
// is kept under 5,000 pixels a side.
func PageImage(ctx context.Context, content []byte, page int, dpi int) (image []byte, err error) {
	ctx, cancel := context.WithTimeout(ctx, Defaults.Time)
	defer cancel()
	err = guarded(func() error {
		image, err = pageImage(ctx, content, page, dpi)
		return err
	})
	if err != nil && ctx.Err() != nil {
		return nil, cancelled(ctx)
	}
	return image, err
}

func pageImage(ctx context.Context, content []byte, page, dpi int) ([]byte, error) {
	worker, release, err := watched.borrow(ctx)
	if err != nil {
		return nil, err
	}
	defer release()
	doc, pages, err := openPDF(worker, content)
	if err != nil {
		return nil, err
	}
	if page < 1 || page > pages {
		return nil, chancery.Fail("paper.PageImage", chancery.NotFound, chancery.Say("paper.noPage", "the paper has %d pages and none with the number %d", pages, page))
	}
	size, err := worker.FPDF_GetPageSizeByIndex(&requests.FPDF_GetPageSizeByIndex{Document: doc, Index: page - 1})
	if err != nil {
		return nil, chancery.Wrap("paper.PageImage", chancery.Unreadable, err)
	}
	longest := math.Max(math.Max(size.Width, size.Height), 1)
	dpi = max(10, min(dpi, 400, int(5000*72/longest)))
	r, err := worker.RenderPageInDPI(&requests.RenderPageInDPI{
		DPI: dpi, Page: requests.Page{ByIndex: &requests.PageByIndex{Document: doc, Index: page - 1}},
	})
	if err != nil {
		return nil, &chancery.Error{Op: "paper.PageImage", Kind: chancery.Unreadable, What: damaged(), Err: err}
	}
	defer r.Cleanup()
	var out bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestSpeed}
	if err := encoder.Encode(&out, r.Result.RenderedImage); err != nil {
		return nil, chancery.Wrap("paper.PageImage", chancery.Internal, err)
	}
	return out.Bytes(), nil
}
