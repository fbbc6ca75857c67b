-- +goose Up
-- Text is compared by its bytes, as SQLite does, whatever the database's own
-- order.
CREATE TABLE report (
  id        BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name      TEXT COLLATE "C" NOT NULL UNIQUE, -- the report's own id
  hash      BYTEA   NOT NULL,              -- of content and reading
  kind      TEXT COLLATE "C" NOT NULL CHECK (kind IN ('news', 'dataset')),
  outlet    TEXT COLLATE "C" NOT NULL,
  url       TEXT COLLATE "C" NOT NULL,
  published INTEGER NOT NULL,              -- days since 1970-01-01
  title     TEXT COLLATE "C" NOT NULL,
  size      INTEGER NOT NULL,              -- bytes of text
  text      BYTEA   NOT NULL,              -- packed
  original  BYTEA,                         -- packed; NULL where it is the text
  reader    TEXT    NOT NULL,              -- version of what made the reading
  reading   BYTEA   NOT NULL               -- packed JSON of what stands in no other table
);
CREATE INDEX report_published ON report (published DESC, name);

CREATE TABLE mention (
  id        BIGINT PRIMARY KEY,
  ref       TEXT COLLATE "C" NOT NULL UNIQUE,
  report    BIGINT  NOT NULL REFERENCES report (id),
  place     INTEGER NOT NULL,              -- index in the report's list
  founder   BIGINT  NOT NULL,              -- mention that the engagement began with
  said      BYTEA   NOT NULL,              -- JSON of the engagement without evidence and attribution
  proof     BYTEA   NOT NULL               -- JSON of evidence and attribution
);
CREATE INDEX mention_report ON mention (report, place);
CREATE INDEX mention_founder ON mention (founder);

-- The keys under which mentions meet, and the days they reach.
CREATE TABLE meet (
  key       BIGINT  NOT NULL,              -- hash of the key
  last      INTEGER NOT NULL,
  first     INTEGER NOT NULL,
  mention   BIGINT  NOT NULL,
  PRIMARY KEY (key, last, mention)
);

-- Engagements of one report that are part of others of it.
CREATE TABLE part (
  child     BIGINT  NOT NULL REFERENCES mention (id),
  parent    BIGINT  NOT NULL REFERENCES mention (id),
  PRIMARY KEY (child, parent)
);
CREATE INDEX part_parent ON part (parent);

-- One row for each engagement, to find it by.
CREATE TABLE engagement (
  founder   BIGINT  PRIMARY KEY REFERENCES mention (id),
  eid       TEXT COLLATE "C" NOT NULL UNIQUE,
  kind      TEXT COLLATE "C" NOT NULL CHECK (kind IN ('visit', 'meeting', 'call', 'summit', 'invitation', 'award', 'agreement', 'arrangement')),
  status    TEXT COLLATE "C" NOT NULL CHECK (status IN ('proposed', 'planned', 'held', 'postponed', 'cancelled')),
  first     INTEGER,                       -- days it spans; NULL where it has no time
  last      INTEGER,
  conflicts INTEGER NOT NULL,
  rejected  INTEGER NOT NULL CHECK (rejected IN (0, 1))
);
CREATE INDEX engagement_first ON engagement (first);

CREATE TABLE party (
  country   TEXT COLLATE "C" NOT NULL,
  founder   BIGINT  NOT NULL REFERENCES engagement (founder),
  PRIMARY KEY (country, founder)
);
CREATE INDEX party_founder ON party (founder);

CREATE TABLE claim (
  report    BIGINT  NOT NULL REFERENCES report (id),
  place     INTEGER NOT NULL,
  body      BYTEA   NOT NULL,              -- JSON
  PRIMARY KEY (report, place)
);

CREATE TABLE tenure (
  report    BIGINT  NOT NULL REFERENCES report (id),
  place     INTEGER NOT NULL,
  country   TEXT COLLATE "C" NOT NULL,
  body      BYTEA   NOT NULL,              -- JSON
  PRIMARY KEY (report, place)
);
CREATE INDEX tenure_country ON tenure (country);

CREATE TABLE correction (
  id        BIGINT  PRIMARY KEY,
  body      BYTEA   NOT NULL               -- JSON
);

-- Search. The texts themselves are not kept twice.
CREATE TABLE report_words (id BIGINT PRIMARY KEY, words TSVECTOR NOT NULL);
CREATE INDEX report_words_words ON report_words USING gin (words);
CREATE TABLE engagement_words (id BIGINT PRIMARY KEY, words TSVECTOR NOT NULL);
CREATE INDEX engagement_words_words ON engagement_words USING gin (words);

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
