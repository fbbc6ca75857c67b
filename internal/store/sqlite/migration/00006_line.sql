-- +goose Up
-- What lists need, so that nothing need be put together for them. The program
-- fills it in for engagements that are there already: began is NULL until then.
ALTER TABLE engagement ADD COLUMN began INTEGER;                       -- first day; of what has no time one behind all others
ALTER TABLE engagement ADD COLUMN heard INTEGER NOT NULL DEFAULT 0;    -- publication of its first report
ALTER TABLE engagement ADD COLUMN country TEXT NOT NULL DEFAULT '';    -- where it takes place
ALTER TABLE engagement ADD COLUMN who TEXT NOT NULL DEFAULT '';        -- its parties: role, country, person; a line each, tabs between
ALTER TABLE engagement ADD COLUMN fields TEXT NOT NULL DEFAULT '';     -- of which reports disagree, blanks between
ALTER TABLE engagement ADD COLUMN reports INTEGER NOT NULL DEFAULT 0;  -- how many tell of it
ALTER TABLE engagement ADD COLUMN sureness INTEGER NOT NULL DEFAULT 0; -- its confidence, in thousandths
ALTER TABLE engagement ADD COLUMN marked INTEGER NOT NULL DEFAULT 0;   -- 1: people said something of it
ALTER TABLE engagement ADD COLUMN revision INTEGER NOT NULL DEFAULT 0; -- of the record when it was last written
DROP INDEX engagement_first;
CREATE INDEX engagement_order ON engagement (began, kind, eid);
CREATE INDEX engagement_revision ON engagement (revision);

-- What a list shows of an engagement.
CREATE TABLE card (
  founder   INTEGER PRIMARY KEY,
  body      BLOB    NOT NULL               -- JSON
);

-- Engagements that are no more.
CREATE TABLE gone (
  founder   INTEGER PRIMARY KEY,
  revision  INTEGER NOT NULL               -- of the record when they went
);
CREATE INDEX gone_revision ON gone (revision);

-- +goose Down
DROP TABLE gone;
DROP TABLE card;
DROP INDEX engagement_revision;
DROP INDEX engagement_order;
CREATE INDEX engagement_first ON engagement (first);
ALTER TABLE engagement DROP COLUMN revision;
ALTER TABLE engagement DROP COLUMN marked;
ALTER TABLE engagement DROP COLUMN sureness;
ALTER TABLE engagement DROP COLUMN reports;
ALTER TABLE engagement DROP COLUMN fields;
ALTER TABLE engagement DROP COLUMN who;
ALTER TABLE engagement DROP COLUMN country;
ALTER TABLE engagement DROP COLUMN heard;
ALTER TABLE engagement DROP COLUMN began;
