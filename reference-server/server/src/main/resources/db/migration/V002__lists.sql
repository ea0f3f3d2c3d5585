-- Why:    every filter and order of the lists is one walk along an index (docs/pagination.md).
-- Locks:  ACCESS EXCLUSIVE on transaction, SHARE on payment and refund, while the indexes are built:
--         the tables are empty in the first release. On a large table build each CONCURRENTLY.
-- Undo:   drop the indexes, make id the primary key of transaction again; the lists then read and
--         sort all rows of a merchant for each page.

-- A list is a walk by merchant, then what is filtered for equality, then the order, then the id,
-- which makes every place unique. Filters by range and by what few items have are checked on the way.

-- Nobody asks for a transaction by its id, so its key is the list in the order of creation: one index
-- less to write for every movement of money, and a key that a partition by month can have.
ALTER TABLE transaction
  DROP CONSTRAINT transaction_pk,
  ADD CONSTRAINT transaction_pk PRIMARY KEY (merchant_id, created_at, id);

-- by type, by currency, by both; transaction_once already finds those of one payment
CREATE INDEX transaction_by_type ON transaction (merchant_id, type, currency, created_at, id);

-- the list that is read most: all payments, newest first
CREATE INDEX payment_by_creation ON payment (merchant_id, created_at, id);

-- by status, by currency, by both. The status is in an index, so its changes are not HOT updates:
-- accepted, because most payments are captured at once and never change
CREATE INDEX payment_by_status ON payment (merchant_id, status, currency, created_at, id);

-- by amount, smallest first, with or without status and currency; ranges of amounts
CREATE INDEX payment_by_amount
  ON payment (merchant_id, status, currency, amount_minor, created_at, id);

-- by amount, largest first. Not payment_by_amount read backwards: equal amounts are in the order of
-- creation both ways, and a B-tree can start in the middle of such a list only when all keys grow
CREATE INDEX payment_by_amount_descending
  ON payment (merchant_id, status, currency, (-amount_minor), created_at, id);

-- by reference; many payments have none
CREATE INDEX payment_by_reference ON payment (merchant_id, reference, created_at, id)
  WHERE reference IS NOT NULL;

-- all refunds and those in one status: three walks at most, merged, are one index less
CREATE INDEX refund_by_status ON refund (merchant_id, status, created_at, id);

-- the refunds of one payment
CREATE INDEX refund_by_payment ON refund (payment_id);
