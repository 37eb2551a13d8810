-- The first register. The log (ledger, document, chunk, edition, piece, note,
-- entity, property, rule, statement, reading, anchor, verdict, target,
-- withdrawn) is append-only: triggers refuse the rest. What follows from the
-- log is kept beside it as projections, so that pages need not fold it.
-- +goose Up

-- One row for each thing that happened. entities and statements are the
-- highest numbers in use after it, so the past is a prefix of both tables.
CREATE TABLE ledger (
	number INTEGER PRIMARY KEY,
	at TEXT NOT NULL,
	person TEXT NOT NULL,
	kind TEXT NOT NULL,
	subject TEXT NOT NULL,
	count INTEGER NOT NULL,
	judgement TEXT NOT NULL,
	note TEXT NOT NULL,
	entities INTEGER NOT NULL,
	statements INTEGER NOT NULL
);
CREATE INDEX ledger_subject ON ledger (subject, number) WHERE subject <> '';

CREATE TABLE document (
	number INTEGER PRIMARY KEY,
	id TEXT NOT NULL UNIQUE,
	name TEXT NOT NULL,
	kind TEXT NOT NULL,
	media TEXT NOT NULL,
	size INTEGER NOT NULL,
	symbol TEXT NOT NULL,
	title TEXT NOT NULL,
	publisher TEXT NOT NULL,
	author TEXT NOT NULL,
	address TEXT NOT NULL,
	published TEXT NOT NULL,
	received TEXT NOT NULL,
	incoming TEXT NOT NULL,
	language TEXT NOT NULL,
	marking TEXT NOT NULL,
	parent TEXT NOT NULL,
	part TEXT NOT NULL,
	year TEXT NOT NULL,
	person TEXT NOT NULL,
	entry INTEGER NOT NULL
);
CREATE INDEX document_parent ON document (parent, number) WHERE parent <> '';

-- The bytes, in pieces of at most 1 MiB.
CREATE TABLE chunk (
	document INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	bytes BLOB NOT NULL,
	PRIMARY KEY (document, seq)
);

CREATE TABLE edition (
	document INTEGER NOT NULL,
	number INTEGER NOT NULL,
	extractor TEXT NOT NULL,
	version INTEGER NOT NULL,
	digest BLOB NOT NULL,
	size INTEGER NOT NULL,
	layout BLOB NOT NULL,
	language TEXT NOT NULL,
	encoding TEXT NOT NULL,
	machine INTEGER NOT NULL,
	notes TEXT NOT NULL,
	entry INTEGER NOT NULL,
	PRIMARY KEY (document, number)
);

-- The text of an edition, in pieces of about 32 KiB that begin at "start".
CREATE TABLE piece (
	document INTEGER NOT NULL,
	edition INTEGER NOT NULL,
	start INTEGER NOT NULL,
	text TEXT NOT NULL,
	PRIMARY KEY (document, edition, start)
);

CREATE TABLE note (
	document INTEGER NOT NULL,
	entry INTEGER NOT NULL,
	message TEXT NOT NULL,
	PRIMARY KEY (document, entry)
);

-- Short numbers for long names.
CREATE TABLE entity (
	number INTEGER PRIMARY KEY,
	id TEXT NOT NULL UNIQUE,
	entry INTEGER NOT NULL
);
CREATE TABLE property (
	number INTEGER PRIMARY KEY,
	schema TEXT NOT NULL,
	name TEXT NOT NULL,
	UNIQUE (schema, name)
);
CREATE TABLE rule (
	number INTEGER PRIMARY KEY,
	name TEXT NOT NULL,
	version INTEGER NOT NULL,
	UNIQUE (name, version)
);

-- key is the first eight bytes of id; quote is null where it is the value.
CREATE TABLE statement (
	number INTEGER PRIMARY KEY,
	key INTEGER NOT NULL,
	id BLOB NOT NULL,
	document INTEGER NOT NULL,
	edition INTEGER NOT NULL,
	start INTEGER NOT NULL,
	stop INTEGER NOT NULL,
	subject INTEGER NOT NULL,
	property INTEGER NOT NULL,
	value TEXT NOT NULL,
	ref INTEGER,
	original TEXT NOT NULL,
	language TEXT NOT NULL,
	quote TEXT,
	rule INTEGER NOT NULL,
	marking TEXT NOT NULL,
	entry INTEGER NOT NULL
);
CREATE INDEX statement_key ON statement (key);

-- statements is a serialised roaring bitmap of statement numbers.
CREATE TABLE reading (
	number INTEGER PRIMARY KEY,
	document INTEGER NOT NULL,
	edition INTEGER NOT NULL,
	rules INTEGER NOT NULL,
	authority INTEGER NOT NULL,
	statements BLOB NOT NULL,
	entry INTEGER NOT NULL
);
CREATE INDEX reading_document ON reading (document, number);

-- Where a judged statement stands in a later edition; start is -1 where it was lost.
CREATE TABLE anchor (
	statement INTEGER NOT NULL,
	edition INTEGER NOT NULL,
	document INTEGER NOT NULL,
	start INTEGER NOT NULL,
	stop INTEGER NOT NULL,
	entry INTEGER NOT NULL,
	PRIMARY KEY (statement, edition)
);
CREATE INDEX anchor_document ON anchor (document, edition);

CREATE TABLE verdict (
	number INTEGER PRIMARY KEY,
	id TEXT NOT NULL UNIQUE,
	at TEXT NOT NULL,
	person TEXT NOT NULL,
	judgement TEXT NOT NULL,
	reason TEXT NOT NULL,
	grade TEXT NOT NULL,
	installation TEXT NOT NULL,
	entry INTEGER NOT NULL
);
CREATE INDEX verdict_entry ON verdict (entry);

-- reading is the one in force for cards and imports; of two entities that are
-- the same, entity has the lesser ID.
CREATE TABLE target (
	verdict INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	kind TEXT NOT NULL,
	statement INTEGER,
	entity INTEGER,
	other INTEGER,
	document INTEGER,
	reading INTEGER,
	PRIMARY KEY (verdict, seq)
);
CREATE INDEX target_statement ON target (statement) WHERE statement IS NOT NULL;
CREATE INDEX target_entity ON target (entity) WHERE entity IS NOT NULL;
CREATE INDEX target_other ON target (other) WHERE other IS NOT NULL;
CREATE INDEX target_document ON target (document) WHERE document IS NOT NULL;

CREATE TABLE withdrawn (
	document INTEGER PRIMARY KEY,
	person TEXT NOT NULL,
	at TEXT NOT NULL,
	reason TEXT NOT NULL,
	entry INTEGER NOT NULL
);

-- Projections.

-- Every statement's standing: after entry "since" and before entry "until" it
-- was judged so. judgement: 0 not, 1 confirmed, 2 rejected, 3 unsure.
-- lo and hi are days as yyyymmdd.
CREATE TABLE fact (
	subject INTEGER NOT NULL,
	statement INTEGER NOT NULL,
	since INTEGER NOT NULL,
	until INTEGER NOT NULL,
	judgement INTEGER NOT NULL,
	verdict INTEGER,
	flags INTEGER NOT NULL,
	property INTEGER NOT NULL,
	ref INTEGER,
	lo INTEGER,
	hi INTEGER,
	PRIMARY KEY (subject, statement, since)
) WITHOUT ROWID;
CREATE INDEX fact_ref ON fact (ref, property, statement) WHERE ref IS NOT NULL;
CREATE INDEX fact_date ON fact (property, lo) WHERE lo IS NOT NULL;

CREATE TABLE canon (
	entity INTEGER NOT NULL,
	since INTEGER NOT NULL,
	until INTEGER NOT NULL,
	canonical INTEGER NOT NULL,
	PRIMARY KEY (entity, since)
);
CREATE INDEX canon_canonical ON canon (canonical);
CREATE INDEX canon_since ON canon (since);
CREATE INDEX canon_until ON canon (until);

CREATE TABLE edge (
	a INTEGER NOT NULL,
	b INTEGER NOT NULL,
	judgement INTEGER NOT NULL,
	verdict INTEGER NOT NULL,
	PRIMARY KEY (a, b)
);
CREATE INDEX edge_b ON edge (b);

CREATE TABLE item (
	entity INTEGER PRIMARY KEY,
	schema TEXT NOT NULL,
	caption TEXT NOT NULL,
	captions TEXT NOT NULL,
	sort BLOB NOT NULL,
	date TEXT NOT NULL,
	lo INTEGER NOT NULL,
	facts INTEGER NOT NULL,
	proposed INTEGER NOT NULL,
	marking TEXT NOT NULL,
	markings TEXT NOT NULL,
	traits TEXT NOT NULL
);
CREATE INDEX item_sort ON item (schema, sort, entity);
CREATE INDEX item_lo ON item (schema, lo, entity);
CREATE INDEX item_facts ON item (schema, facts, entity);

CREATE TABLE name (
	key TEXT NOT NULL,
	entity INTEGER NOT NULL,
	PRIMARY KEY (key, entity)
) WITHOUT ROWID;
CREATE INDEX name_entity ON name (entity);

-- The entities that have a trait, as serialised roaring bitmaps; name is facet,
-- value and chunk (the number of the entity by 65,536), parted by the
-- character 0x1F; entry is the last one that changed it.
CREATE TABLE bits (
	name TEXT PRIMARY KEY,
	entry INTEGER NOT NULL,
	bits BLOB NOT NULL
) WITHOUT ROWID;
CREATE INDEX bits_entry ON bits (entry);

-- What an entry changed in the traits of entities that were there before it.
CREATE TABLE turn (
	entry INTEGER NOT NULL,
	entity INTEGER NOT NULL,
	facet TEXT NOT NULL,
	value TEXT NOT NULL,
	added INTEGER NOT NULL
);
CREATE INDEX turn_entry ON turn (entry);

-- Stretches of the last edition of each document, as search gives them.
CREATE TABLE block (
	number INTEGER PRIMARY KEY,
	document INTEGER NOT NULL,
	edition INTEGER NOT NULL,
	start INTEGER NOT NULL,
	stop INTEGER NOT NULL,
	language TEXT NOT NULL
);
CREATE INDEX block_document ON block (document);
CREATE VIRTUAL TABLE block_words USING fts5(terms, content='', contentless_delete=1, tokenize="ascii tokenchars '/-.'");
CREATE VIRTUAL TABLE item_words USING fts5(terms, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '/-.'");

CREATE TABLE tally (
	name TEXT PRIMARY KEY,
	n INTEGER NOT NULL
);
INSERT INTO tally (name, n) VALUES ('documents', 0), ('statements', 0), ('facts', 0), ('waiting', 0), ('entities', 0), ('verdicts', 0);

CREATE TABLE document_state (
	document INTEGER PRIMARY KEY,
	waiting INTEGER NOT NULL,
	judged INTEGER NOT NULL
);
CREATE INDEX document_waiting ON document_state (document) WHERE waiting > 0;

-- Beside the ledger.

CREATE TABLE person (
	id TEXT PRIMARY KEY,
	name TEXT NOT NULL,
	post TEXT NOT NULL,
	body TEXT NOT NULL,
	entry INTEGER NOT NULL
);
CREATE TABLE setting (
	name TEXT PRIMARY KEY,
	value TEXT NOT NULL
);
CREATE TABLE draft (
	person TEXT NOT NULL,
	key TEXT NOT NULL,
	content BLOB NOT NULL,
	PRIMARY KEY (person, key)
);
CREATE TABLE view (
	id INTEGER PRIMARY KEY,
	person TEXT NOT NULL,
	name TEXT NOT NULL,
	query TEXT NOT NULL
);
CREATE TABLE job (
	id INTEGER PRIMARY KEY,
	kind TEXT NOT NULL,
	input BLOB NOT NULL,
	person TEXT NOT NULL,
	tries INTEGER NOT NULL,
	done INTEGER NOT NULL,
	trouble TEXT NOT NULL,
	holder TEXT NOT NULL,
	created TEXT NOT NULL,
	changed TEXT NOT NULL
);

-- Refusals.
-- +goose StatementBegin
CREATE TRIGGER ledger_no_update BEFORE UPDATE ON ledger
BEGIN SELECT RAISE(ABORT, 'append-only: ledger'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER ledger_no_delete BEFORE DELETE ON ledger
BEGIN SELECT RAISE(ABORT, 'append-only: ledger'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER document_no_update BEFORE UPDATE ON document
WHEN NOT (EXISTS (SELECT 1 FROM withdrawn w WHERE w.document = OLD.number) AND NEW.number = OLD.number AND NEW.id = OLD.id AND NEW.kind = OLD.kind AND NEW.media = OLD.media AND NEW.size = OLD.size AND NEW.published = OLD.published AND NEW.received = OLD.received AND NEW.language = OLD.language AND NEW.marking = OLD.marking AND NEW.parent = OLD.parent AND NEW.year = OLD.year AND NEW.person = OLD.person AND NEW.entry = OLD.entry AND NEW.name = '' AND NEW.symbol = '' AND NEW.title = '' AND NEW.publisher = '' AND NEW.author = '' AND NEW.address = '' AND NEW.incoming = '' AND NEW.part = '')
BEGIN SELECT RAISE(ABORT, 'append-only: document'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER document_no_delete BEFORE DELETE ON document
BEGIN SELECT RAISE(ABORT, 'append-only: document'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER chunk_no_update BEFORE UPDATE ON chunk
BEGIN SELECT RAISE(ABORT, 'append-only: chunk'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER chunk_no_delete BEFORE DELETE ON chunk
WHEN NOT (EXISTS (SELECT 1 FROM withdrawn w WHERE w.document = OLD.document))
BEGIN SELECT RAISE(ABORT, 'append-only: chunk'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER edition_no_update BEFORE UPDATE ON edition
WHEN NOT (EXISTS (SELECT 1 FROM withdrawn w WHERE w.document = OLD.document) AND NEW.document = OLD.document AND NEW.number = OLD.number AND NEW.extractor = OLD.extractor AND NEW.version = OLD.version AND NEW.digest = OLD.digest AND NEW.size = OLD.size AND NEW.language = OLD.language AND NEW.encoding = OLD.encoding AND NEW.machine = OLD.machine AND NEW.entry = OLD.entry AND LENGTH(NEW.layout) = 0 AND NEW.notes = '')
BEGIN SELECT RAISE(ABORT, 'append-only: edition'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER edition_no_delete BEFORE DELETE ON edition
BEGIN SELECT RAISE(ABORT, 'append-only: edition'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER piece_no_update BEFORE UPDATE ON piece
BEGIN SELECT RAISE(ABORT, 'append-only: piece'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER piece_no_delete BEFORE DELETE ON piece
WHEN NOT (EXISTS (SELECT 1 FROM withdrawn w WHERE w.document = OLD.document))
BEGIN SELECT RAISE(ABORT, 'append-only: piece'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER note_no_update BEFORE UPDATE ON note
BEGIN SELECT RAISE(ABORT, 'append-only: note'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER note_no_delete BEFORE DELETE ON note
WHEN NOT (EXISTS (SELECT 1 FROM withdrawn w WHERE w.document = OLD.document))
BEGIN SELECT RAISE(ABORT, 'append-only: note'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER entity_no_update BEFORE UPDATE ON entity
BEGIN SELECT RAISE(ABORT, 'append-only: entity'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER entity_no_delete BEFORE DELETE ON entity
BEGIN SELECT RAISE(ABORT, 'append-only: entity'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER property_no_update BEFORE UPDATE ON property
BEGIN SELECT RAISE(ABORT, 'append-only: property'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER property_no_delete BEFORE DELETE ON property
BEGIN SELECT RAISE(ABORT, 'append-only: property'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER rule_no_update BEFORE UPDATE ON rule
BEGIN SELECT RAISE(ABORT, 'append-only: rule'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER rule_no_delete BEFORE DELETE ON rule
BEGIN SELECT RAISE(ABORT, 'append-only: rule'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER statement_no_update BEFORE UPDATE ON statement
WHEN NOT (EXISTS (SELECT 1 FROM withdrawn w WHERE w.document = OLD.document) AND NEW.number = OLD.number AND NEW.key = OLD.key AND NEW.id = OLD.id AND NEW.document = OLD.document AND NEW.edition = OLD.edition AND NEW.start = OLD.start AND NEW.stop = OLD.stop AND NEW.subject = OLD.subject AND NEW.property = OLD.property AND COALESCE(NEW.ref, 0) = COALESCE(OLD.ref, 0) AND NEW.language = OLD.language AND NEW.rule = OLD.rule AND NEW.marking = OLD.marking AND NEW.entry = OLD.entry AND NEW.value = '' AND NEW.original = '' AND NEW.quote IS NULL)
BEGIN SELECT RAISE(ABORT, 'append-only: statement'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER statement_no_delete BEFORE DELETE ON statement
BEGIN SELECT RAISE(ABORT, 'append-only: statement'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER reading_no_update BEFORE UPDATE ON reading
BEGIN SELECT RAISE(ABORT, 'append-only: reading'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER reading_no_delete BEFORE DELETE ON reading
BEGIN SELECT RAISE(ABORT, 'append-only: reading'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER anchor_no_update BEFORE UPDATE ON anchor
BEGIN SELECT RAISE(ABORT, 'append-only: anchor'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER anchor_no_delete BEFORE DELETE ON anchor
BEGIN SELECT RAISE(ABORT, 'append-only: anchor'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER verdict_no_update BEFORE UPDATE ON verdict
BEGIN SELECT RAISE(ABORT, 'append-only: verdict'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER verdict_no_delete BEFORE DELETE ON verdict
BEGIN SELECT RAISE(ABORT, 'append-only: verdict'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER target_no_update BEFORE UPDATE ON target
BEGIN SELECT RAISE(ABORT, 'append-only: target'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER target_no_delete BEFORE DELETE ON target
BEGIN SELECT RAISE(ABORT, 'append-only: target'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER withdrawn_no_update BEFORE UPDATE ON withdrawn
BEGIN SELECT RAISE(ABORT, 'append-only: withdrawn'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER withdrawn_no_delete BEFORE DELETE ON withdrawn
BEGIN SELECT RAISE(ABORT, 'append-only: withdrawn'); END;
-- +goose StatementEnd
