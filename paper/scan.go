package paper

import (
	"bytes"
	"context"
	"image"
	_ "image/jpeg" // scans come as PNG or JPEG
	"image/png"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"time"

	"chancery"
	"chancery/text"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
)

// Pages without text of their own are read from their picture by Tesseract,
// where it is installed, as long as time allows.
const (
	scanDPI = 200
	unsure  = 60 // percent: a word below it is doubtful
)

// tesseractLanguages are the trained languages by the language of the text.
var tesseractLanguages = map[string]string{"en": "eng", "ru": "rus", "kk": "kaz", "ar": "ara", "fr": "fra", "es": "spa"}

// readScans fills the leaves that have no text. A page that is white all over
// is empty; one that could not be read stays as it is, and the notes say so.
func (b *book) readScans(ctx context.Context, worker pdfium.Pdfium, doc references.FPDF_DOCUMENT, s *sheet, o *Opened) error {
	languages, installed := "", false
	until := time.Time{}
	if end, ok := ctx.Deadline(); ok {
		until = end.Add(-time.Until(end) / 3)
	}
	for i := range b.leaves {
		f := &b.leaves[i]
		if f.broken || len(f.lines) > 0 {
			continue
		}
		if ctx.Err() != nil {
			return cancelled(ctx)
		}
		if !until.IsZero() && time.Now().After(until) {
			s.note("paper.scanTime", "from page %d on, pages without text were left unread, because reading pictures took too long; split the paper", f.number)
			return nil
		}
		picture, err := render(worker, doc, i, f)
		if err != nil {
			s.note("paper.pageBroken", "page %d is damaged and was not read", f.number)
			continue
		}
		if blankPicture(picture) {
			f.empty = true
			continue
		}
		if languages == "" {
			languages, installed = b.trained(ctx)
		}
		if !installed {
			s.note("paper.tesseract", "page %d has no text of its own, only a picture; pictures are read through Tesseract, which is not installed here (Debian: apt install tesseract-ocr)", f.number)
			continue
		}
		lines, err := recognise(ctx, picture, languages)
		if err != nil {
			s.note("paper.scanFailed", "page %d has no text of its own, only a picture, and reading that failed", f.number)
			continue
		}
		if f.lines = lines; len(lines) > 0 {
			o.Edition.Machine = true
			s.note("paper.scanned", "page %d was read by machine from its picture; check what it says against the picture", f.number)
		}
		f.scanned = true
	}
	return nil
}

func render(worker pdfium.Pdfium, doc references.FPDF_DOCUMENT, index int, f *leaf) (*image.RGBA, error) {
	longest := max(f.width, f.height, 1)
	dpi := max(10, min(scanDPI, int(4000*72/longest)))
	r, err := worker.RenderPageInDPI(&requests.RenderPageInDPI{
		DPI: dpi, Page: requests.Page{ByIndex: &requests.PageByIndex{Document: doc, Index: index}},
	})
	if err != nil {
		return nil, err
	}
	defer r.Cleanup()
	picture, ok := r.Result.RenderedImage.(*image.RGBA)
	if !ok {
		return nil, chancery.Fail("paper.picture", chancery.Unreadable, damaged())
	}
	return &image.RGBA{Pix: slices.Clone(picture.Pix), Stride: picture.Stride, Rect: picture.Rect}, nil
}

// blankPicture says that all of a picture has one colour.
func blankPicture(p *image.RGBA) bool {
	row := p.Rect.Dx() * 4
	for y := range p.Rect.Dy() {
		line := p.Pix[y*p.Stride : y*p.Stride+row]
		for x := 0; x < row; x += 4 {
			if !bytes.Equal(line[x:x+3], p.Pix[:3]) {
				return false
			}
		}
	}
	return true
}

// trained lists the languages to read in, as Tesseract wants them: that of the
// pages that have text and English, or all that are installed of ours.
func (b *book) trained(ctx context.Context) (languages string, ok bool) {
	out, err := exec.CommandContext(ctx, "tesseract", "--list-langs").Output()
	if err != nil {
		return "-", false
	}
	var words strings.Builder
	for _, f := range b.leaves {
		for _, l := range f.lines {
			words.WriteString(l.text + " ")
		}
	}
	want := []string{"eng", "rus", "kaz", "fra", "ara"}
	if found := tesseractLanguages[text.Language(words.String())]; found != "" {
		want = slices.Compact([]string{found, "eng"})
	}
	have := strings.Fields(string(out))
	want = slices.DeleteFunc(want, func(l string) bool { return !slices.Contains(have, l) })
	if len(want) == 0 {
		return "-", false
	}
	return strings.Join(want, "+"), true
}

// recognise reads the words of a picture into printed lines, in points.
func recognise(ctx context.Context, picture image.Image, languages string) ([]line, error) {
	var in bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestSpeed}
	if err := encoder.Encode(&in, picture); err != nil {
		return nil, err
	}
	cmd := exec.CommandContext(ctx, "tesseract", "stdin", "stdout", "-l", languages, "--dpi", strconv.Itoa(scanDPI), "tsv")
	cmd.Env = append(os.Environ(), "OMP_THREAD_LIMIT=1")
	cmd.Stdin = &in
	cmd.WaitDelay = 2 * time.Second
	grouped(cmd)
	out, err := cmd.Output()
	if err != nil {
		return nil, err
	}
	return scannedLines(string(out), 72.0/scanDPI), nil
}

// scannedLines takes the words from Tesseract's table: level, page, block,
// paragraph, line, word, left, top, width, height, confidence, text. Words of
// one line keep the order given, which is that of reading.
func scannedLines(table string, scale float32) []line {
	var out []line
	last := ""
	for _, row := range strings.Split(table, "\n") {
		cells := strings.Split(strings.TrimRight(row, "\r"), "\t")
		if len(cells) != 12 || cells[0] != "5" {
			continue
		}
		word := strings.TrimSpace(tidy(cells[11]))
		if word == "" {
			continue
		}
		var n [4]float32
		for i := range n {
			v, _ := strconv.Atoi(cells[6+i])
			n[i] = float32(v) * scale
		}
		w := line{x0: n[0], y0: n[1], x1: n[0] + n[2], y1: n[1] + n[3]}
		if key := strings.Join(cells[1:5], "."); key != last || len(out) == 0 {
			last = key
			out = append(out, line{x0: w.x0, y0: w.y0, x1: w.x1, y1: w.y1, first: w.x1 - w.x0})
		}
		l := &out[len(out)-1]
		if l.text != "" {
			l.text += " "
		}
		if confidence, err := strconv.ParseFloat(cells[10], 32); err != nil || confidence < unsure {
			l.doubts = append(l.doubts, [2]int{len(l.text), len(l.text) + len(word)})
		}
		l.text += word
		l.x0, l.y0, l.x1, l.y1 = min(l.x0, w.x0), min(l.y0, w.y0), max(l.x1, w.x1), max(l.y1, w.y1)
	}
	for i := range out {
		l := &out[i]
		l.base, l.rtl = l.y1, text.Language(l.text) == "ar"
	}
	sameSize(out)
	return out
}

// sameSize gives all lines of a scanned page the middle height as their size:
// heights of ink say too little of the size of type to tell headings by.
func sameSize(lines []line) {
	if len(lines) == 0 {
		return
	}
	var heights []float32
	for _, l := range lines {
		heights = append(heights, l.y1-l.y0)
	}
	slices.Sort(heights)
	for i := range lines {
		lines[i].size = max(1, heights[len(heights)/2])
	}
}

// pictureFormat is a photograph or scan handed in as a picture file.
func pictureFormat(media string) format { return format{media, "picture", 1, readPicture} }

// picturePixels bounds the pictures that are decoded: 60 million take 240 MB.
const picturePixels = 60_000_000

func readPicture(ctx context.Context, content []byte, limits Limits, o *Opened) (*sheet, error) {
	size, _, err := image.DecodeConfig(bytes.NewReader(content))
	if err != nil {
		return nil, &chancery.Error{Op: "paper.Open", Kind: chancery.Unreadable, What: damaged(), Err: err}
	}
	if size.Width*size.Height > picturePixels {
		return nil, invalid("paper.picture", "the picture has %d million points and at most %d are read; make it smaller", size.Width*size.Height/1_000_000, picturePixels/1_000_000)
	}
	b := &book{}
	languages, installed := b.trained(ctx)
	if !installed {
		return nil, chancery.Fail("paper.Open", chancery.Unavailable, chancery.Say("paper.pictureTesseract", "the file is a picture, which is read through Tesseract, which is not installed here; install it (Debian: apt install tesseract-ocr) or hand in the paper itself"))
	}
	picture, _, err := image.Decode(bytes.NewReader(content))
	if err != nil {
		return nil, &chancery.Error{Op: "paper.Open", Kind: chancery.Unreadable, What: damaged(), Err: err}
	}
	lines, err := recognise(ctx, picture, languages)
	if err != nil || len(lines) == 0 {
		return nil, unreadable("paper.pictureNoText", "no text was found in the picture; hand in the paper itself as PDF, DOCX, ODT, HTML or text")
	}
	const scale = 72.0 / scanDPI
	b.leaves = []leaf{{number: 1, width: float32(size.Width) * scale, height: float32(size.Height) * scale, lines: lines, scanned: true}}
	s := newSheet(limits)
	o.Edition.Machine = true
	s.note("paper.scanned", "page %d was read by machine from its picture; check what it says against the picture", 1)
	b.write(s)
	return s, nil
}
