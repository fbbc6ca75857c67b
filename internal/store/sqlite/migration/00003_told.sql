-- +goose Up
-- When an engagement was last told of, and what finds the plans ahead, the
-- few of a kind, and the sizes of the reports without their texts.
ALTER TABLE engagement ADD COLUMN told INTEGER NOT NULL DEFAULT 0; -- publication of its last report
UPDATE engagement SET told = coalesce((SELECT max(r.published) FROM mention m JOIN report r ON r.id = m.report WHERE m.founder = engagement.founder), 0);
CREATE INDEX engagement_ahead ON engagement (status, last, told);
CREATE INDEX engagement_kind ON engagement (kind);
CREATE INDEX engagement_counted ON engagement (rejected, conflicts);
CREATE INDEX engagement_told ON engagement (told);
CREATE INDEX report_sizes ON report (kind, published, size);

-- +goose Down
DROP INDEX report_sizes;
DROP INDEX engagement_told;
DROP INDEX engagement_counted;
DROP INDEX engagement_kind;
DROP INDEX engagement_ahead;
ALTER TABLE engagement DROP COLUMN told;
