-- +goose Up
-- The print of a report's text, by which copies of one text are told; empty
-- where the report says nothing or was added before there were prints.
ALTER TABLE report ADD COLUMN print BYTEA NOT NULL DEFAULT '';

-- +goose Down
ALTER TABLE report DROP COLUMN print;
