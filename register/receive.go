package register

import (
	"context"
	"io"
	"strings"

	"chancery"
	"chancery/ledger"
)

// Incoming is a paper handed in, with what the person who hands it in says of
// it. What is left empty is taken from the paper itself.
type Incoming struct {
	Name      string // file name, shown only
	Content   []byte
	Large     io.ReadSeeker // the bytes, where they are too many to hold; Content is then empty
	Kind      chancery.DocumentKind
	Title     string
	Symbol    string
	Publisher string
	Author    string
	Address   string
	Published chancery.Date
	Number    string // incoming number of the registry
	Language  string
	Marking   string

	parent chancery.DocumentID
	part   string
}

// maxDepth bounds letters within letters.
const maxDepth = 4

// Receive keeps a paper, reads it and proposes what it says. The same bytes
// twice are the same document, which the answer says. Where the paper cannot be
// read its bytes are kept all the same and the answer says what the trouble
// was; that is not an error. Attachments of a letter are received after it.
func (r *Register) Receive(ctx context.Context, person string, in Incoming) (Received, error) {
	got, err := r.receive(ctx, person, in, 0)
	return got, chancery.Wrap("register.Receive", chancery.Internal, err)
}

func (r *Register) receive(ctx context.Context, person string, in Incoming, depth int) (Received, error) {
	if in.Large != nil {
		return r.large(ctx, person, in, depth)
	}
	opened, trouble := r.tools.Open(ctx, in.Name, in.Content)
	if trouble != nil && chancery.KindOf(trouble) == chancery.Cancelled && ctx.Err() != nil {
		return Received{}, trouble
	}
	if opened.Document.ID == "" {
		opened.Document.ID, opened.Document.Size = chancery.NewDocumentID(in.Content), int64(len(in.Content))
	}
	return r.keep(ctx, person, in, opened, trouble, depth)
}

// large keeps a paper that came as a file: unread where it is above what is
// read, else as any other.
func (r *Register) large(ctx context.Context, person string, in Incoming, depth int) (Received, error) {
	size, err := in.Large.Seek(0, io.SeekEnd)
	if err == nil {
		_, err = in.Large.Seek(0, io.SeekStart)
	}
	if err != nil {
		return Received{}, err
	}
	if trouble := r.fits(size); trouble != nil {
		return r.keep(ctx, person, in, Opened{}, trouble, depth)
	}
	if in.Content, err = io.ReadAll(in.Large); err != nil {
		return Received{}, err
	}
	in.Large = nil
	return r.receive(ctx, person, in, depth)
}

func (r *Register) fits(size int64) error {
	if r.tools.Fits == nil {
		return nil
	}
	return r.tools.Fits(size)
}

// Paste keeps pasted or typed text as notes, reads it and proposes what it says.
func (r *Register) Paste(ctx context.Context, person string, in Incoming, text string) (Received, error) {
	const op = "register.Paste"
	if strings.TrimSpace(text) == "" {
		return Received{}, chancery.Fail(op, chancery.Invalid, chancery.Say("paste.empty", "there is no text; paste or type the notes first"))
	}
	opened := r.tools.Notes(text)
	in.Content, in.Kind = []byte(opened.Edition.Text), chancery.Notes
	got, err := r.keep(ctx, person, in, opened, nil, 0)
	return got, chancery.Wrap(op, chancery.Internal, err)
}

// keep puts an opened paper into the ledger: bytes, text, proposals, parts.
func (r *Register) keep(ctx context.Context, person string, in Incoming, opened Opened, trouble error, depth int) (Received, error) {
	doc := r.describe(in, opened)
	doc, existed, err := r.store.Receive(ctx, person, ledger.Receipt{Document: doc, Content: in.Content, From: in.Large})
	if err != nil {
		return Received{}, err
	}
	out := Received{Document: doc, Caption: titleOf(doc), Existed: existed}
	if existed && in.Name != doc.Name {
		out.Name = in.Name
	}
	if trouble != nil {
		m := chancery.MessageOf(trouble)
		out.Trouble = &m
		return out, r.store.Note(ctx, person, doc.ID, m)
	}
	if !existed {
		if err := r.read(ctx, person, doc, opened.Edition, &out); err != nil {
			return out, err
		}
	}
	if depth >= maxDepth {
		return out, nil
	}
	for _, part := range opened.Parts {
		got, err := r.receive(ctx, person, Incoming{
			Name: part.Name, Content: part.Content, Kind: chancery.Attachment, Published: doc.Published, Marking: doc.Marking, parent: doc.ID, part: part.Name,
		}, depth+1)
		if err != nil {
			return out, err
		}
		out.Parts = append(out.Parts, got)
	}
	return out, nil
}

// read adds a text of a paper and proposes what a reading of it says.
func (r *Register) read(ctx context.Context, person string, doc chancery.Document, ed chancery.Edition, out *Received) error {
	ed.Document = doc.ID
	kept, err := r.store.AddEdition(ctx, person, ed)
	if err != nil {
		return err
	}
	out.Notes = kept.Notes
	files, overlay, err := r.files(ctx)
	if err != nil {
		return err
	}
	reading, err := r.tools.Read(ctx, doc, &kept, files)
	if err != nil {
		m := chancery.MessageOf(err)
		out.Trouble = &m
		return r.store.Note(ctx, person, doc.ID, m)
	}
	reading.Authority = int64(overlay)
	for i := range reading.Statements {
		reading.Statements[i].Marking = doc.Marking
	}
	out.Proposed, err = r.store.Propose(ctx, person, reading)
	return err
}

// Reread opens and reads a paper again, with the readers of today. Statements
// judged before are anchored in the new text by the store, or listed as lost.
func (r *Register) Reread(ctx context.Context, person string, id chancery.DocumentID) (Received, error) {
	const op = "register.Reread"
	doc, err := r.store.Document(ctx, id)
	if err != nil {
		return Received{}, chancery.Wrap(op, chancery.Internal, err)
	}
	out := Received{Document: doc, Caption: titleOf(doc), Existed: true}
	var opened Opened
	trouble := r.fits(doc.Size)
	if trouble == nil {
		content, err := r.store.Content(ctx, id)
		if err != nil {
			return Received{}, chancery.Wrap(op, chancery.Internal, err)
		}
		opened, trouble = r.tools.Open(ctx, doc.Name, content)
	}
	if trouble != nil {
		m := chancery.MessageOf(trouble)
		out.Trouble = &m
		return out, chancery.Wrap(op, chancery.Internal, r.store.Note(ctx, person, id, m))
	}
	return out, chancery.Wrap(op, chancery.Internal, r.read(ctx, person, doc, opened.Edition, &out))
}

// describe joins what the person said of a paper with what it says itself.
func (r *Register) describe(in Incoming, opened Opened) chancery.Document {
	d := opened.Document
	set := func(to *string, from string) {
		if from != "" {
			*to = from
		}
	}
	set(&d.Name, in.Name)
	set(&d.Title, in.Title)
	set(&d.Symbol, in.Symbol)
	set(&d.Publisher, in.Publisher)
	set(&d.Author, in.Author)
	set(&d.Address, in.Address)
	set(&d.Incoming, in.Number)
	set(&d.Language, in.Language)
	set(&d.Marking, in.Marking)
	set((*string)(&d.Kind), string(in.Kind))
	set((*string)(&d.Parent), string(in.parent))
	set(&d.Part, in.part)
	if !in.Published.IsZero() {
		d.Published = in.Published
	}
	if d.Language == "" {
		d.Language = opened.Edition.Language
	}
	if d.Kind == "" {
		d.Kind = chancery.Paper
	}
	d.Received = chancery.DateOf(r.tools.Now())
	return d
}
