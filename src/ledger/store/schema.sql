-- The ledger's tables, version 1. docs/ledger-format.md explains them with an example.
--
-- First what is kept for good, which triggers below keep from changing; then what is made of it and
-- can be made anew (`detente ledger rebuild`). Days are ISO 8601 text where people read them, and days
-- since 1970-01-01 where they are searched.

-- One call that recorded documents.
CREATE TABLE recordings (
  key INTEGER PRIMARY KEY,
  at TEXT NOT NULL CHECK (at GLOB '[0-9]*-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]Z'),
  coder TEXT NOT NULL  -- version of program, model and knowledge
) STRICT;

CREATE TABLE documents (
  key INTEGER PRIMARY KEY,
  identity TEXT NOT NULL UNIQUE CHECK (length(identity) = 26),  -- of outlet, day, address and text
  given TEXT NOT NULL CHECK (given <> ''),                      -- the id that it came with
  recording INTEGER NOT NULL REFERENCES recordings,
  outlet TEXT NOT NULL,
  title TEXT NOT NULL,
  published TEXT CHECK (published GLOB '[0-9][0-9][0-9][0-9]*'),
  url TEXT NOT NULL,
  -- Made anew when a version of the same address, or another document of the same given id, comes.
  id TEXT NOT NULL UNIQUE,  -- `given`, where it names no other document
  known TEXT NOT NULL CHECK (known GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  version INTEGER NOT NULL CHECK (version >= 1),  -- place among the versions of its address
  superseded_by INTEGER REFERENCES documents
) STRICT;
CREATE INDEX documents_given ON documents (given);
CREATE INDEX documents_url ON documents (url, version) WHERE url <> '';
CREATE INDEX documents_published ON documents (published);

CREATE TABLE texts (
  document INTEGER PRIMARY KEY REFERENCES documents,
  text BLOB NOT NULL  -- one frame of zstd
) STRICT;

CREATE TABLE assertions (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (length(id) = 12),
  document INTEGER NOT NULL REFERENCES documents,
  list INTEGER NOT NULL CHECK (list BETWEEN 0 AND 8),
  said TEXT NOT NULL CHECK (json_valid(said))  -- document of its evidence: ''
) STRICT;
CREATE INDEX assertions_document ON assertions (document);

CREATE TABLE words (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (id GLOB 'W????????*'),
  kind TEXT NOT NULL CHECK (kind IN ('confirm', 'reject', 'merge', 'split', 'amend', 'undo')),
  field TEXT NOT NULL CHECK ((field <> '') = (kind = 'amend')),
  value TEXT NOT NULL CHECK (value = '' OR (kind = 'amend' AND json_valid(value))),
  undoes INTEGER REFERENCES words CHECK ((undoes IS NOT NULL) = (kind = 'undo')),
  said_by TEXT NOT NULL CHECK (said_by <> ''),
  because TEXT NOT NULL,
  known TEXT NOT NULL CHECK (known GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  recorded TEXT NOT NULL
) STRICT;

CREATE TABLE word_anchors (
  word INTEGER NOT NULL REFERENCES words,
  place INTEGER NOT NULL,
  assertion INTEGER NOT NULL REFERENCES assertions,
  PRIMARY KEY (word, place)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER documents_stay BEFORE DELETE ON documents
  BEGIN SELECT RAISE(ABORT, 'a document is kept for good'); END;
CREATE TRIGGER documents_same
  BEFORE UPDATE OF key, identity, given, recording, outlet, title, published, url ON documents
  BEGIN SELECT RAISE(ABORT, 'a document never changes'); END;
CREATE TRIGGER texts_stay BEFORE DELETE ON texts
  BEGIN SELECT RAISE(ABORT, 'a text is kept for good'); END;
CREATE TRIGGER texts_same BEFORE UPDATE ON texts
  BEGIN SELECT RAISE(ABORT, 'a text never changes'); END;
CREATE TRIGGER assertions_stay BEFORE DELETE ON assertions
  BEGIN SELECT RAISE(ABORT, 'an assertion is kept for good'); END;
CREATE TRIGGER assertions_same BEFORE UPDATE ON assertions
  BEGIN SELECT RAISE(ABORT, 'an assertion never changes'); END;
CREATE TRIGGER words_stay BEFORE DELETE ON words
  BEGIN SELECT RAISE(ABORT, 'a word is kept for good'); END;
CREATE TRIGGER words_same BEFORE UPDATE ON words
  BEGIN SELECT RAISE(ABORT, 'a word never changes'); END;

-- From here on: made of the above.

-- Assertions of different blocks tell different things.
CREATE TABLE blocks (
  key INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE block_assertions (
  block INTEGER NOT NULL REFERENCES blocks,
  assertion INTEGER NOT NULL REFERENCES assertions,
  PRIMARY KEY (block, assertion)
) STRICT, WITHOUT ROWID;
CREATE INDEX block_assertions_assertion ON block_assertions (assertion);

-- The sides that its assertions name; one that no longer does may stay.
CREATE TABLE block_sides (
  side TEXT NOT NULL,
  block INTEGER NOT NULL REFERENCES blocks,
  PRIMARY KEY (side, block)
) STRICT, WITHOUT ROWID;

CREATE TABLE lines (
  key INTEGER PRIMARY KEY REFERENCES assertions,  -- the assertion that told it first
  list INTEGER NOT NULL CHECK (list BETWEEN 0 AND 7),
  known TEXT NOT NULL CHECK (known GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  place INTEGER NOT NULL CHECK (place >= 0),
  -- Documents of evidence by key, '' for the one that told it first; NULL: as that one says it.
  object TEXT CHECK (object IS NULL OR json_valid(object)),
  confirmed INTEGER NOT NULL CHECK (confirmed IN (0, 1)),
  rejected INTEGER NOT NULL CHECK (rejected IN (0, 1)),
  edited INTEGER NOT NULL CHECK (edited IN (0, 1))  -- there are line_words
) STRICT;

CREATE TABLE members (
  line INTEGER NOT NULL REFERENCES lines ON DELETE CASCADE,
  place INTEGER NOT NULL,
  assertion INTEGER NOT NULL REFERENCES assertions,
  held_with INTEGER REFERENCES assertions,
  score REAL NOT NULL,
  features TEXT CHECK (features IS NULL OR json_valid(features)),  -- [[name, value, weight], ...]
  word INTEGER REFERENCES words,
  PRIMARY KEY (line, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX members_assertion ON members (assertion);

CREATE TABLE stages (
  line INTEGER NOT NULL REFERENCES lines ON DELETE CASCADE,
  place INTEGER NOT NULL,
  status TEXT NOT NULL,
  day TEXT,  -- a date or an interval, ISO 8601
  known TEXT NOT NULL,
  basis TEXT NOT NULL,
  assertion INTEGER REFERENCES assertions,
  PRIMARY KEY (line, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE line_words (
  line INTEGER NOT NULL REFERENCES lines ON DELETE CASCADE,
  place INTEGER NOT NULL,
  word INTEGER NOT NULL REFERENCES words,
  PRIMARY KEY (line, place)
) STRICT, WITHOUT ROWID;

-- What measures answer.
CREATE TABLE answers (
  line INTEGER PRIMARY KEY REFERENCES lines ON DELETE CASCADE,
  answered INTEGER REFERENCES lines DEFERRABLE INITIALLY DEFERRED,  -- NULL: it was not found
  lag TEXT NOT NULL,
  basis TEXT NOT NULL,
  told TEXT CHECK (told IS NULL OR json_valid(told)),  -- what the reports say that it answers
  -- The line's object with the answer; NULL: as it is.
  object TEXT CHECK (object IS NULL OR json_valid(object))
) STRICT;
CREATE INDEX answers_answered ON answers (answered);

-- What lines are found by: 'all', 'side PRT', 'pair MAR PRT', 'kind expulsion', 'status lifted',
-- 'outlet Example Times'.
CREATE TABLE terms (
  key INTEGER PRIMARY KEY,
  text TEXT NOT NULL UNIQUE
) STRICT;

-- A row for each term of each line, with what is asked for beside it.
CREATE TABLE entries (
  list INTEGER NOT NULL,
  term INTEGER NOT NULL REFERENCES terms,
  day INTEGER NOT NULL,  -- first day of its date, else the day that it is known from
  line INTEGER NOT NULL,  -- key of lines; unenforced: an index on it would cost as much as the table
  last INTEGER,  -- last day of its date; NULL where it tells none
  kind INTEGER NOT NULL,
  status INTEGER NOT NULL,
  outlet INTEGER NOT NULL,  -- 0: several
  PRIMARY KEY (list, term, day, line)
) STRICT, WITHOUT ROWID;

CREATE TABLE dues (
  day INTEGER NOT NULL,
  line INTEGER NOT NULL REFERENCES lines ON DELETE CASCADE,
  what TEXT NOT NULL CHECK (what IN ('deadline', 'effective', 'ends', 'meeting', 'term')),
  PRIMARY KEY (day, line, what)
) STRICT, WITHOUT ROWID;
CREATE INDEX dues_line ON dues (line);

-- Full text. Two functions are the program's: `unpacked` takes a frame of zstd apart, `quoted` gives
-- the quotes of an assertion's evidence, one space between.
CREATE VIEW document_words AS
  SELECT documents.key AS key, title, unpacked(texts.text) AS text
  FROM documents JOIN texts ON texts.document = documents.key;
CREATE VIRTUAL TABLE document_search USING fts5 (
  title, text, content = 'document_words', content_rowid = 'key',
  tokenize = 'porter unicode61 remove_diacritics 2');

CREATE VIEW assertion_words AS SELECT key, quoted(said) AS quote FROM assertions;
CREATE VIRTUAL TABLE evidence_search USING fts5 (
  quote, content = 'assertion_words', content_rowid = 'key',
  tokenize = 'porter unicode61 remove_diacritics 2');
