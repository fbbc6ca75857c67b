-- +goose Up
CREATE TABLE report (
  id        INTEGER PRIMARY KEY,
  name      TEXT    NOT NULL UNIQUE,       -- the report's own id
  hash      BLOB    NOT NULL,              -- of content and reading
  kind      TEXT    NOT NULL CHECK (kind IN ('news', 'dataset')),
  outlet    TEXT    NOT NULL,
  url       TEXT    NOT NULL,
  published INTEGER NOT NULL,              -- days since 1970-01-01
  title     TEXT    NOT NULL,
  size      INTEGER NOT NULL,              -- bytes of text
  text      BLOB    NOT NULL,              -- packed
  original  BLOB,                          -- packed; NULL where it is the text
  reader    TEXT    NOT NULL,              -- version of what made the reading
  reading   BLOB    NOT NULL               -- packed JSON of what stands in no other table
);
CREATE INDEX report_published ON report (published DESC, name);

CREATE TABLE mention (
  id        INTEGER PRIMARY KEY,
  ref       TEXT    NOT NULL UNIQUE,
  report    INTEGER NOT NULL REFERENCES report (id),
  place     INTEGER NOT NULL,              -- index in the report's list
  founder   INTEGER NOT NULL,              -- mention that the engagement began with
  said      BLOB    NOT NULL,              -- JSON of the engagement without evidence and attribution
  proof     BLOB    NOT NULL               -- JSON of evidence and attribution
);
CREATE INDEX mention_report ON mention (report, place);
CREATE INDEX mention_founder ON mention (founder);

-- The keys under which mentions meet, and the days they reach.
CREATE TABLE meet (
  key       INTEGER NOT NULL,              -- hash of the key
  last      INTEGER NOT NULL,
  first     INTEGER NOT NULL,
  mention   INTEGER NOT NULL,
  PRIMARY KEY (key, last, mention)
) WITHOUT ROWID;

-- Engagements of one report that are part of others of it.
CREATE TABLE part (
  child     INTEGER NOT NULL REFERENCES mention (id),
  parent    INTEGER NOT NULL REFERENCES mention (id),
  PRIMARY KEY (child, parent)
) WITHOUT ROWID;
CREATE INDEX part_parent ON part (parent);

-- One row for each engagement, to find it by.
CREATE TABLE engagement (
  founder   INTEGER PRIMARY KEY REFERENCES mention (id),
  eid       TEXT    NOT NULL UNIQUE,
  kind      TEXT    NOT NULL CHECK (kind IN ('visit', 'meeting', 'call', 'summit', 'invitation', 'award', 'agreement', 'arrangement')),
  status    TEXT    NOT NULL CHECK (status IN ('proposed', 'planned', 'held', 'postponed', 'cancelled')),
  first     INTEGER,                       -- days it spans; NULL where it has no time
  last      INTEGER,
  conflicts INTEGER NOT NULL,
  rejected  INTEGER NOT NULL CHECK (rejected IN (0, 1))
);
CREATE INDEX engagement_first ON engagement (first);

CREATE TABLE party (
  country   TEXT    NOT NULL,
  founder   INTEGER NOT NULL REFERENCES engagement (founder),
  PRIMARY KEY (country, founder)
) WITHOUT ROWID;
CREATE INDEX party_founder ON party (founder);

CREATE TABLE claim (
  report    INTEGER NOT NULL REFERENCES report (id),
  place     INTEGER NOT NULL,
  body      BLOB    NOT NULL,              -- JSON
  PRIMARY KEY (report, place)
) WITHOUT ROWID;

CREATE TABLE tenure (
  report    INTEGER NOT NULL REFERENCES report (id),
  place     INTEGER NOT NULL,
  country   TEXT    NOT NULL,
  body      BLOB    NOT NULL,              -- JSON
  PRIMARY KEY (report, place)
) WITHOUT ROWID;
CREATE INDEX tenure_country ON tenure (country);

CREATE TABLE correction (
  id        INTEGER PRIMARY KEY,
  body      BLOB    NOT NULL               -- JSON
);

-- Search. The texts themselves are not kept twice.
CREATE VIRTUAL TABLE report_words USING fts5 (words, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', detail = full);
CREATE VIRTUAL TABLE engagement_words USING fts5 (words, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', detail = column);

-- +goose Down
DROP TABLE engagement_words;
DROP TABLE report_words;
DROP TABLE correction;
DROP TABLE tenure;
DROP TABLE claim;
DROP TABLE party;
DROP TABLE engagement;
DROP TABLE part;
DROP TABLE meet;
DROP TABLE mention;
DROP TABLE report;
