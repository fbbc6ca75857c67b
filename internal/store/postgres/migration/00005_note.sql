-- +goose Up
-- What work that may be interrupted keeps to go on from: how far an archive is
-- taken in, how far a new reading is.
CREATE TABLE note (
  name      TEXT    PRIMARY KEY,
  body      BYTEA   NOT NULL              -- JSON
);

-- +goose Down
DROP TABLE note;
