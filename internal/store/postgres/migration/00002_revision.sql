-- +goose Up
-- How often the record has changed, and when last: one row.
CREATE TABLE revision (
  number    BIGINT  NOT NULL,
  changed   BIGINT  NOT NULL               -- milliseconds since 1970; 0 for never
);
INSERT INTO revision (number, changed) VALUES (0, 0);

-- +goose Down
DROP TABLE revision;
