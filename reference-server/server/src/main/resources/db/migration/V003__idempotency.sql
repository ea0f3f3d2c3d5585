-- Why:    one row per request that took effect: its answer, kept in the transaction of the effect, so
--         that the effect and the memory of it exist together or not at all.
-- Locks:  none on tables that exist.
-- Undo:   DROP TABLE idempotency_outcome; every key is forgotten, so clients that retry pay twice.
--
-- Ordinary, logged: an unlogged table is empty after a crash, and the effects it remembered are not.
-- Not partitioned by time: a unique constraint must contain the partition key, so the same key in two
-- partitions would be two effects. Rows are deleted in small batches instead.
-- Rows are written once and never updated, so pages are filled completely.
CREATE TABLE idempotency_outcome (
  -- in this order no byte is lost to alignment: 24 (row header) + 8 + 16 + 16 + 2 + answer
  created_at   TIMESTAMP WITH TIME ZONE NOT NULL,
  -- first 128 bits of SHA-256 over UTF-8 "<owner>\n<key>"; half the size of text and says nothing about clients
  id           UUID NOT NULL,
  -- first 128 bits of SHA-256 over operation and canonical body: tells a retry from another request
  fingerprint  UUID NOT NULL,
  status       SMALLINT NOT NULL,
  -- header lines, an empty line and the body, as on the wire (RFC 9112 §2.1)
  answer       BYTEA NOT NULL,
  CONSTRAINT idempotency_outcome_is_one_per_key PRIMARY KEY (id),
  CONSTRAINT idempotency_outcome_took_effect CHECK (status BETWEEN 200 AND 399)
) WITH (
  fillfactor = 100,
  -- a day's rows leave a day later: vacuum after 2% of the table, not after the default of 20%
  autovacuum_vacuum_scale_factor = 0.02,
  autovacuum_analyze_scale_factor = 0.05
);

-- The purge reads the oldest rows. A B-tree, since a block range index would lose its order as soon as
-- freed space is used again; insertion at the right end is its cheapest case.
CREATE INDEX idempotency_outcome_oldest_first ON idempotency_outcome (created_at);
