-- The first register. The log (ledger, document, chunk, edition, piece, note,
-- entity, property, rule, statement, reading, anchor, verdict, target,
-- withdrawn) is append-only: triggers refuse the rest. What follows from the
-- log is kept beside it as projections, so that pages need not fold it.
-- +goose Up

-- json_each reads a JSON array of numbers or strings, as SQLite's does.
-- +goose StatementBegin
CREATE FUNCTION json_each(list text) RETURNS TABLE(value text) LANGUAGE sql IMMUTABLE ROWS 200
	AS 'SELECT json_array_elements_text(CAST(list AS json))';
-- +goose StatementEnd

-- One row for each thing that happened. entities and statements are the
-- highest numbers in use after it, so the past is a prefix of both tables.
CREATE TABLE ledger (
	number BIGINT PRIMARY KEY,
	at TEXT COLLATE "C" NOT NULL,
	person TEXT COLLATE "C" NOT NULL,
	kind TEXT COLLATE "C" NOT NULL,
	subject TEXT COLLATE "C" NOT NULL,
	count BIGINT NOT NULL,
	judgement TEXT COLLATE "C" NOT NULL,
	note TEXT COLLATE "C" NOT NULL,
	entities BIGINT NOT NULL,
	statements BIGINT NOT NULL
);
CREATE INDEX ledger_subject ON ledger (subject, number) WHERE subject <> '';

CREATE TABLE document (
	number BIGINT PRIMARY KEY,
	id TEXT COLLATE "C" NOT NULL UNIQUE,
	name TEXT COLLATE "C" NOT NULL,
	kind TEXT COLLATE "C" NOT NULL,
	media TEXT COLLATE "C" NOT NULL,
	size BIGINT NOT NULL,
	symbol TEXT COLLATE "C" NOT NULL,
	title TEXT COLLATE "C" NOT NULL,
	publisher TEXT COLLATE "C" NOT NULL,
	author TEXT COLLATE "C" NOT NULL,
	address TEXT COLLATE "C" NOT NULL,
	published TEXT COLLATE "C" NOT NULL,
	received TEXT COLLATE "C" NOT NULL,
	incoming TEXT COLLATE "C" NOT NULL,
	language TEXT COLLATE "C" NOT NULL,
	marking TEXT COLLATE "C" NOT NULL,
	parent TEXT COLLATE "C" NOT NULL,
	part TEXT COLLATE "C" NOT NULL,
	year TEXT COLLATE "C" NOT NULL,
	person TEXT COLLATE "C" NOT NULL,
	entry BIGINT NOT NULL
);
CREATE INDEX document_parent ON document (parent, number) WHERE parent <> '';

-- The bytes, in pieces of at most 1 MiB.
CREATE TABLE chunk (
	document BIGINT NOT NULL,
	seq BIGINT NOT NULL,
	bytes BYTEA NOT NULL,
	PRIMARY KEY (document, seq)
);

CREATE TABLE edition (
	document BIGINT NOT NULL,
	number BIGINT NOT NULL,
	extractor TEXT COLLATE "C" NOT NULL,
	version BIGINT NOT NULL,
	digest BYTEA NOT NULL,
	size BIGINT NOT NULL,
	layout BYTEA NOT NULL,
	language TEXT COLLATE "C" NOT NULL,
	encoding TEXT COLLATE "C" NOT NULL,
	machine BIGINT NOT NULL,
	notes TEXT COLLATE "C" NOT NULL,
	entry BIGINT NOT NULL,
	PRIMARY KEY (document, number)
);

-- The text of an edition, in pieces of about 32 KiB that begin at "start".
CREATE TABLE piece (
	document BIGINT NOT NULL,
	edition BIGINT NOT NULL,
	start BIGINT NOT NULL,
	text TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (document, edition, start)
);

CREATE TABLE note (
	document BIGINT NOT NULL,
	entry BIGINT NOT NULL,
	message TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (document, entry)
);

-- Short numbers for long names.
CREATE TABLE entity (
	number BIGINT PRIMARY KEY,
	id TEXT COLLATE "C" NOT NULL UNIQUE,
	entry BIGINT NOT NULL
);
CREATE TABLE property (
	number BIGINT PRIMARY KEY,
	schema TEXT COLLATE "C" NOT NULL,
	name TEXT COLLATE "C" NOT NULL,
	UNIQUE (schema, name)
);
CREATE TABLE rule (
	number BIGINT PRIMARY KEY,
	name TEXT COLLATE "C" NOT NULL,
	version BIGINT NOT NULL,
	UNIQUE (name, version)
);

-- key is the first eight bytes of id; quote is null where it is the value.
CREATE TABLE statement (
	number BIGINT PRIMARY KEY,
	key BIGINT NOT NULL,
	id BYTEA NOT NULL,
	document BIGINT NOT NULL,
	edition BIGINT NOT NULL,
	start BIGINT NOT NULL,
	stop BIGINT NOT NULL,
	subject BIGINT NOT NULL,
	property BIGINT NOT NULL,
	value TEXT COLLATE "C" NOT NULL,
	ref BIGINT,
	original TEXT COLLATE "C" NOT NULL,
	language TEXT COLLATE "C" NOT NULL,
	quote TEXT COLLATE "C",
	rule BIGINT NOT NULL,
	marking TEXT COLLATE "C" NOT NULL,
	entry BIGINT NOT NULL
);
CREATE INDEX statement_key ON statement (key);

-- statements is a serialised roaring bitmap of statement numbers.
CREATE TABLE reading (
	number BIGINT PRIMARY KEY,
	document BIGINT NOT NULL,
	edition BIGINT NOT NULL,
	rules BIGINT NOT NULL,
	authority BIGINT NOT NULL,
	statements BYTEA NOT NULL,
	entry BIGINT NOT NULL
);
CREATE INDEX reading_document ON reading (document, number);

-- Where a judged statement stands in a later edition; start is -1 where it was lost.
CREATE TABLE anchor (
	statement BIGINT NOT NULL,
	edition BIGINT NOT NULL,
	document BIGINT NOT NULL,
	start BIGINT NOT NULL,
	stop BIGINT NOT NULL,
	entry BIGINT NOT NULL,
	PRIMARY KEY (statement, edition)
);
CREATE INDEX anchor_document ON anchor (document, edition);

CREATE TABLE verdict (
	number BIGINT PRIMARY KEY,
	id TEXT COLLATE "C" NOT NULL UNIQUE,
	at TEXT COLLATE "C" NOT NULL,
	person TEXT COLLATE "C" NOT NULL,
	judgement TEXT COLLATE "C" NOT NULL,
	reason TEXT COLLATE "C" NOT NULL,
	grade TEXT COLLATE "C" NOT NULL,
	installation TEXT COLLATE "C" NOT NULL,
	entry BIGINT NOT NULL
);
CREATE INDEX verdict_entry ON verdict (entry);

-- reading is the one in force for cards and imports; of two entities that are
-- the same, entity has the lesser ID.
CREATE TABLE target (
	verdict BIGINT NOT NULL,
	seq BIGINT NOT NULL,
	kind TEXT COLLATE "C" NOT NULL,
	statement BIGINT,
	entity BIGINT,
	other BIGINT,
	document BIGINT,
	reading BIGINT,
	PRIMARY KEY (verdict, seq)
);
CREATE INDEX target_statement ON target (statement) WHERE statement IS NOT NULL;
CREATE INDEX target_entity ON target (entity) WHERE entity IS NOT NULL;
CREATE INDEX target_other ON target (other) WHERE other IS NOT NULL;
CREATE INDEX target_document ON target (document) WHERE document IS NOT NULL;

CREATE TABLE withdrawn (
	document BIGINT PRIMARY KEY,
	person TEXT COLLATE "C" NOT NULL,
	at TEXT COLLATE "C" NOT NULL,
	reason TEXT COLLATE "C" NOT NULL,
	entry BIGINT NOT NULL
);

-- Projections.

-- Every statement's standing: after entry "since" and before entry "until" it
-- was judged so. judgement: 0 not, 1 confirmed, 2 rejected, 3 unsure.
-- lo and hi are days as yyyymmdd.
CREATE TABLE fact (
	subject BIGINT NOT NULL,
	statement BIGINT NOT NULL,
	since BIGINT NOT NULL,
	until BIGINT NOT NULL,
	judgement BIGINT NOT NULL,
	verdict BIGINT,
	flags BIGINT NOT NULL,
	property BIGINT NOT NULL,
	ref BIGINT,
	lo BIGINT,
	hi BIGINT,
	PRIMARY KEY (subject, statement, since)
);
CREATE INDEX fact_ref ON fact (ref, property, statement) WHERE ref IS NOT NULL;
CREATE INDEX fact_date ON fact (property, lo) WHERE lo IS NOT NULL;

CREATE TABLE canon (
	entity BIGINT NOT NULL,
	since BIGINT NOT NULL,
	until BIGINT NOT NULL,
	canonical BIGINT NOT NULL,
	PRIMARY KEY (entity, since)
);
CREATE INDEX canon_canonical ON canon (canonical);
CREATE INDEX canon_since ON canon (since);
CREATE INDEX canon_until ON canon (until);

CREATE TABLE edge (
	a BIGINT NOT NULL,
	b BIGINT NOT NULL,
	judgement BIGINT NOT NULL,
	verdict BIGINT NOT NULL,
	PRIMARY KEY (a, b)
);
CREATE INDEX edge_b ON edge (b);

CREATE TABLE item (
	entity BIGINT PRIMARY KEY,
	schema TEXT COLLATE "C" NOT NULL,
	caption TEXT COLLATE "C" NOT NULL,
	captions TEXT COLLATE "C" NOT NULL,
	sort BYTEA NOT NULL,
	date TEXT COLLATE "C" NOT NULL,
	lo BIGINT NOT NULL,
	facts BIGINT NOT NULL,
	proposed BIGINT NOT NULL,
	marking TEXT COLLATE "C" NOT NULL,
	markings TEXT COLLATE "C" NOT NULL,
	traits TEXT COLLATE "C" NOT NULL
);
CREATE INDEX item_sort ON item (schema, sort, entity);
CREATE INDEX item_lo ON item (schema, lo, entity);
CREATE INDEX item_facts ON item (schema, facts, entity);

CREATE TABLE name (
	key TEXT COLLATE "C" NOT NULL,
	entity BIGINT NOT NULL,
	PRIMARY KEY (key, entity)
);
CREATE INDEX name_entity ON name (entity);

-- The entities that have a trait, as serialised roaring bitmaps; name is facet,
-- value and chunk (the number of the entity by 65,536), parted by the
-- character 0x1F; entry is the last one that changed it.
CREATE TABLE bits (
	name TEXT COLLATE "C" PRIMARY KEY,
	entry BIGINT NOT NULL,
	bits BYTEA NOT NULL
);
CREATE INDEX bits_entry ON bits (entry);

-- What an entry changed in the traits of entities that were there before it.
CREATE TABLE turn (
	entry BIGINT NOT NULL,
	entity BIGINT NOT NULL,
	facet TEXT COLLATE "C" NOT NULL,
	value TEXT COLLATE "C" NOT NULL,
	added BIGINT NOT NULL
);
CREATE INDEX turn_entry ON turn (entry);

-- Stretches of the last edition of each document, as search gives them.
CREATE TABLE block (
	number BIGINT PRIMARY KEY,
	document BIGINT NOT NULL,
	edition BIGINT NOT NULL,
	start BIGINT NOT NULL,
	stop BIGINT NOT NULL,
	language TEXT COLLATE "C" NOT NULL
);
CREATE INDEX block_document ON block (document);
CREATE TABLE block_words (
	rowid BIGINT PRIMARY KEY,
	terms TSVECTOR NOT NULL
);
CREATE INDEX block_words_terms ON block_words USING gin (terms);
CREATE TABLE item_words (
	rowid BIGINT PRIMARY KEY,
	terms TSVECTOR NOT NULL
);
CREATE INDEX item_words_terms ON item_words USING gin (terms);

CREATE TABLE tally (
	name TEXT COLLATE "C" PRIMARY KEY,
	n BIGINT NOT NULL
);
INSERT INTO tally (name, n) VALUES ('documents', 0), ('statements', 0), ('facts', 0), ('waiting', 0), ('entities', 0), ('verdicts', 0);

CREATE TABLE document_state (
	document BIGINT PRIMARY KEY,
	waiting BIGINT NOT NULL,
	judged BIGINT NOT NULL
);
CREATE INDEX document_waiting ON document_state (document) WHERE waiting > 0;

-- Beside the ledger.

CREATE TABLE person (
	id TEXT COLLATE "C" PRIMARY KEY,
	name TEXT COLLATE "C" NOT NULL,
	post TEXT COLLATE "C" NOT NULL,
	body TEXT COLLATE "C" NOT NULL,
	entry BIGINT NOT NULL
);
CREATE TABLE setting (
	name TEXT COLLATE "C" PRIMARY KEY,
	value TEXT COLLATE "C" NOT NULL
);
CREATE TABLE draft (
	person TEXT COLLATE "C" NOT NULL,
	key TEXT COLLATE "C" NOT NULL,
	content BYTEA NOT NULL,
	PRIMARY KEY (person, key)
);
CREATE TABLE view (
	id BIGINT PRIMARY KEY,
	person TEXT COLLATE "C" NOT NULL,
	name TEXT COLLATE "C" NOT NULL,
	query TEXT COLLATE "C" NOT NULL
);
CREATE TABLE job (
	id BIGINT PRIMARY KEY,
	kind TEXT COLLATE "C" NOT NULL,
	input BYTEA NOT NULL,
	person TEXT COLLATE "C" NOT NULL,
	tries BIGINT NOT NULL,
	done BIGINT NOT NULL,
	trouble TEXT COLLATE "C" NOT NULL,
	holder TEXT COLLATE "C" NOT NULL,
	created TEXT COLLATE "C" NOT NULL,
	changed TEXT COLLATE "C" NOT NULL
);

-- Refusals.
-- +goose StatementBegin
CREATE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'append-only: %', TG_TABLE_NAME;
END $$;
-- +goose StatementEnd
CREATE TRIGGER ledger_no_update BEFORE UPDATE ON ledger FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER ledger_no_delete BEFORE DELETE ON ledger FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER ledger_no_truncate BEFORE TRUNCATE ON ledger EXECUTE FUNCTION append_only();
CREATE TRIGGER document_no_delete BEFORE DELETE ON document FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER document_no_truncate BEFORE TRUNCATE ON document EXECUTE FUNCTION append_only();
CREATE TRIGGER chunk_no_update BEFORE UPDATE ON chunk FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER chunk_no_truncate BEFORE TRUNCATE ON chunk EXECUTE FUNCTION append_only();
CREATE TRIGGER edition_no_delete BEFORE DELETE ON edition FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER edition_no_truncate BEFORE TRUNCATE ON edition EXECUTE FUNCTION append_only();
CREATE TRIGGER piece_no_update BEFORE UPDATE ON piece FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER piece_no_truncate BEFORE TRUNCATE ON piece EXECUTE FUNCTION append_only();
CREATE TRIGGER note_no_update BEFORE UPDATE ON note FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER note_no_truncate BEFORE TRUNCATE ON note EXECUTE FUNCTION append_only();
CREATE TRIGGER entity_no_update BEFORE UPDATE ON entity FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER entity_no_delete BEFORE DELETE ON entity FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER entity_no_truncate BEFORE TRUNCATE ON entity EXECUTE FUNCTION append_only();
CREATE TRIGGER property_no_update BEFORE UPDATE ON property FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER property_no_delete BEFORE DELETE ON property FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER property_no_truncate BEFORE TRUNCATE ON property EXECUTE FUNCTION append_only();
CREATE TRIGGER rule_no_update BEFORE UPDATE ON rule FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER rule_no_delete BEFORE DELETE ON rule FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER rule_no_truncate BEFORE TRUNCATE ON rule EXECUTE FUNCTION append_only();
CREATE TRIGGER statement_no_delete BEFORE DELETE ON statement FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER statement_no_truncate BEFORE TRUNCATE ON statement EXECUTE FUNCTION append_only();
CREATE TRIGGER reading_no_update BEFORE UPDATE ON reading FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER reading_no_delete BEFORE DELETE ON reading FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER reading_no_truncate BEFORE TRUNCATE ON reading EXECUTE FUNCTION append_only();
CREATE TRIGGER anchor_no_update BEFORE UPDATE ON anchor FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER anchor_no_delete BEFORE DELETE ON anchor FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER anchor_no_truncate BEFORE TRUNCATE ON anchor EXECUTE FUNCTION append_only();
CREATE TRIGGER verdict_no_update BEFORE UPDATE ON verdict FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER verdict_no_delete BEFORE DELETE ON verdict FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER verdict_no_truncate BEFORE TRUNCATE ON verdict EXECUTE FUNCTION append_only();
CREATE TRIGGER target_no_update BEFORE UPDATE ON target FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER target_no_delete BEFORE DELETE ON target FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER target_no_truncate BEFORE TRUNCATE ON target EXECUTE FUNCTION append_only();
CREATE TRIGGER withdrawn_no_update BEFORE UPDATE ON withdrawn FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER withdrawn_no_delete BEFORE DELETE ON withdrawn FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER withdrawn_no_truncate BEFORE TRUNCATE ON withdrawn EXECUTE FUNCTION append_only();
-- +goose StatementBegin
CREATE FUNCTION document_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF EXISTS (SELECT 1 FROM withdrawn w WHERE w.document = OLD.number) AND NEW.number = OLD.number AND NEW.id = OLD.id AND NEW.kind = OLD.kind AND NEW.media = OLD.media AND NEW.size = OLD.size AND NEW.published = OLD.published AND NEW.received = OLD.received AND NEW.language = OLD.language AND NEW.marking = OLD.marking AND NEW.parent = OLD.parent AND NEW.year = OLD.year AND NEW.person = OLD.person AND NEW.entry = OLD.entry AND NEW.name = '' AND NEW.symbol = '' AND NEW.title = '' AND NEW.publisher = '' AND NEW.author = '' AND NEW.address = '' AND NEW.incoming = '' AND NEW.part = '' THEN
		RETURN NEW;
	END IF;
	RAISE EXCEPTION 'append-only: document';
END $$;
-- +goose StatementEnd
CREATE TRIGGER document_no_update BEFORE UPDATE ON document FOR EACH ROW EXECUTE FUNCTION document_update();
-- +goose StatementBegin
CREATE FUNCTION chunk_delete() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF EXISTS (SELECT 1 FROM withdrawn w WHERE w.document = OLD.document) THEN
		RETURN OLD;
	END IF;
	RAISE EXCEPTION 'append-only: chunk';
END $$;
-- +goose StatementEnd
CREATE TRIGGER chunk_no_delete BEFORE DELETE ON chunk FOR EACH ROW EXECUTE FUNCTION chunk_delete();
-- +goose StatementBegin
CREATE FUNCTION edition_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF EXISTS (SELECT 1 FROM withdrawn w WHERE w.document = OLD.document) AND NEW.document = OLD.document AND NEW.number = OLD.number AND NEW.extractor = OLD.extractor AND NEW.version = OLD.version AND NEW.digest = OLD.digest AND NEW.size = OLD.size AND NEW.language = OLD.language AND NEW.encoding = OLD.encoding AND NEW.machine = OLD.machine AND NEW.entry = OLD.entry AND LENGTH(NEW.layout) = 0 AND NEW.notes = '' THEN
		RETURN NEW;
	END IF;
	RAISE EXCEPTION 'append-only: edition';
END $$;
-- +goose StatementEnd
CREATE TRIGGER edition_no_update BEFORE UPDATE ON edition FOR EACH ROW EXECUTE FUNCTION edition_update();
-- +goose StatementBegin
CREATE FUNCTION piece_delete() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF EXISTS (SELECT 1 FROM withdrawn w WHERE w.document = OLD.document) THEN
		RETURN OLD;
	END IF;
	RAISE EXCEPTION 'append-only: piece';
END $$;
-- +goose StatementEnd
CREATE TRIGGER piece_no_delete BEFORE DELETE ON piece FOR EACH ROW EXECUTE FUNCTION piece_delete();
-- +goose StatementBegin
CREATE FUNCTION note_delete() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF EXISTS (SELECT 1 FROM withdrawn w WHERE w.document = OLD.document) THEN
		RETURN OLD;
	END IF;
	RAISE EXCEPTION 'append-only: note';
END $$;
-- +goose StatementEnd
CREATE TRIGGER note_no_delete BEFORE DELETE ON note FOR EACH ROW EXECUTE FUNCTION note_delete();
-- +goose StatementBegin
CREATE FUNCTION statement_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF EXISTS (SELECT 1 FROM withdrawn w WHERE w.document = OLD.document) AND NEW.number = OLD.number AND NEW.key = OLD.key AND NEW.id = OLD.id AND NEW.document = OLD.document AND NEW.edition = OLD.edition AND NEW.start = OLD.start AND NEW.stop = OLD.stop AND NEW.subject = OLD.subject AND NEW.property = OLD.property AND COALESCE(NEW.ref, 0) = COALESCE(OLD.ref, 0) AND NEW.language = OLD.language AND NEW.rule = OLD.rule AND NEW.marking = OLD.marking AND NEW.entry = OLD.entry AND NEW.value = '' AND NEW.original = '' AND NEW.quote IS NULL THEN
		RETURN NEW;
	END IF;
	RAISE EXCEPTION 'append-only: statement';
END $$;
-- +goose StatementEnd
CREATE TRIGGER statement_no_update BEFORE UPDATE ON statement FOR EACH ROW EXECUTE FUNCTION statement_update();
