package register

import (
	"context"
	"testing"

	"chancery"
	"chancery/authority"
)

// What a person confirmed in one paper is known to the reading of the next,
// and known no longer once the verdict is undone.
func TestConfirmedNamesJoinTheAuthorityFiles(t *testing.T) {
	w := newWorld(t)
	var seen *authority.Files
	read := w.tools.Read
	w.tools.Read = func(ctx context.Context, doc chancery.Document, ed *chancery.Edition, files *authority.Files) (chancery.Reading, error) {
		seen = files
		return read(ctx, doc, ed, files)
	}
	const name = "Board of Lighthouses"
	known := func(paper string) []*authority.Entry {
		w.receive(paper, paper)
		return seen.Lookup(name)
	}
	got := w.receive("first.txt", "The [Organization o name|"+name+"] met the [Organization s name|Lanternists].")
	if found := known("second"); len(found) != 0 {
		t.Errorf("a name nobody confirmed is known: %v", found[0].ID)
	}
	card := cardOf(t, w.desk(got.Document.ID), name)
	v, err := w.JudgeCard(w.ctx, w.person, chancery.Confirmed, got.Document.ID, card.Entity, nil, "")
	if err != nil {
		t.Fatal(err)
	}
	if found := known("third"); len(found) != 1 || found[0].ID != card.Entity {
		t.Errorf("the confirmed name gives %v", found)
	}
	if _, err := w.JudgeCard(w.ctx, w.person, chancery.Confirmed, got.Document.ID, cardOf(t, w.desk(got.Document.ID), "Lanternists").Entity, nil, ""); err != nil {
		t.Fatal(err)
	}
	if _, err := w.Undo(w.ctx, w.person, v.ID, ""); err != nil {
		t.Fatal(err)
	}
	if found := known("fourth"); len(found) != 0 {
		t.Errorf("an undone name is known: %v", found[0].ID)
	}
	if found := seen.Lookup("Lanternists"); len(found) != 0 {
		t.Errorf("one word is too little to know a body by: %v", found[0].ID)
	}
}
