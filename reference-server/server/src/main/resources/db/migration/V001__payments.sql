-- Why:    the tables of the Payment API: who is paid, what they took, what they gave back, and
--         where the money went.
-- Locks:  none: new tables.
-- Undo:   drop them.

-- Text that sorts by byte (COLLATE "C"), because ids do and lists are in their order.

CREATE TABLE merchant (
  id                   TEXT COLLATE "C"          NOT NULL,
  -- the subject of the token that created it; absent when it came with the data
  platform             TEXT,
  name                 TEXT                      NOT NULL,
  email                TEXT                      NOT NULL,
  country              CHAR(2)                   NOT NULL,
  default_currency     CHAR(3)                   NOT NULL,
  statement_descriptor TEXT,
  website_url          TEXT,
  status               TEXT                      NOT NULL,
  tier                 TEXT                      NOT NULL,
  -- JSON, not JSONB: labels come back in the order in which they were sent
  metadata             JSON,
  -- counts changes; the entity tag
  version              BIGINT                    NOT NULL,
  created_at           TIMESTAMP WITH TIME ZONE  NOT NULL,
  updated_at           TIMESTAMP WITH TIME ZONE  NOT NULL,
  CONSTRAINT merchant_pk PRIMARY KEY (id),
  CONSTRAINT merchant_status_known CHECK (status IN ('active', 'suspended')),
  CONSTRAINT merchant_tier_known CHECK (tier IN ('basic', 'premium')),
  CONSTRAINT merchant_version_positive CHECK (version > 0)
);

CREATE UNIQUE INDEX merchant_email_unique ON merchant (lower(email));

-- No foreign key to merchant: it would lock the merchant's row for every payment, and one busy
-- merchant would wait for itself. The statement that inserts a payment reads the merchant, and
-- merchants are never deleted.
CREATE TABLE payment (
  id                    TEXT COLLATE "C"          NOT NULL,
  merchant_id           TEXT COLLATE "C"          NOT NULL,
  status                TEXT                      NOT NULL,
  amount_minor          BIGINT                    NOT NULL,
  captured_amount_minor BIGINT                    NOT NULL,
  refunded_amount_minor BIGINT                    NOT NULL,
  currency              CHAR(3)                   NOT NULL,
  capture_method        TEXT                      NOT NULL,
  payment_method        TEXT                      NOT NULL,
  reference             TEXT COLLATE "C",
  description           TEXT,
  metadata              JSON,
  failure_code          TEXT,
  created_at            TIMESTAMP WITH TIME ZONE  NOT NULL,
  updated_at            TIMESTAMP WITH TIME ZONE  NOT NULL,
  captured_at           TIMESTAMP WITH TIME ZONE,
  expires_at            TIMESTAMP WITH TIME ZONE,
  CONSTRAINT payment_pk PRIMARY KEY (id),
  CONSTRAINT payment_status_known CHECK (status IN
    ('authorized', 'captured', 'partially_refunded', 'refunded', 'cancelled', 'expired', 'failed')),
  CONSTRAINT payment_amount_in_range CHECK (amount_minor BETWEEN 1 AND 99999999999),
  CONSTRAINT payment_capture_within_amount CHECK (captured_amount_minor BETWEEN 0 AND amount_minor),
  CONSTRAINT payment_refunds_within_capture
    CHECK (refunded_amount_minor BETWEEN 0 AND captured_amount_minor),
  CONSTRAINT payment_capture_method_known CHECK (capture_method IN ('automatic', 'manual')),
  CONSTRAINT payment_status_agrees_with_amounts CHECK (CASE
    WHEN captured_amount_minor = 0 THEN status IN ('authorized', 'cancelled', 'expired', 'failed')
    WHEN refunded_amount_minor = 0 THEN status = 'captured'
    WHEN refunded_amount_minor < captured_amount_minor THEN status = 'partially_refunded'
    ELSE status = 'refunded' END),
  CONSTRAINT payment_failure_explained CHECK ((status = 'failed') = (failure_code IS NOT NULL)),
  CONSTRAINT payment_failure_code_known CHECK (failure_code IN
    ('card_declined', 'insufficient_funds', 'expired_card', 'processing_error')),
  CONSTRAINT payment_capture_dated CHECK ((captured_amount_minor > 0) = (captured_at IS NOT NULL)),
  CONSTRAINT payment_authorization_ends CHECK ((status = 'authorized') = (expires_at IS NOT NULL))
);

-- what is due to expire
CREATE INDEX payment_expiry ON payment (expires_at) WHERE status = 'authorized';

CREATE TABLE refund (
  id           TEXT COLLATE "C"          NOT NULL,
  payment_id   TEXT COLLATE "C"          NOT NULL,
  merchant_id  TEXT COLLATE "C"          NOT NULL,
  status       TEXT                      NOT NULL,
  amount_minor BIGINT                    NOT NULL,
  currency     CHAR(3)                   NOT NULL,
  reason       TEXT,
  metadata     JSON,
  created_at   TIMESTAMP WITH TIME ZONE  NOT NULL,
  updated_at   TIMESTAMP WITH TIME ZONE  NOT NULL,
  CONSTRAINT refund_pk PRIMARY KEY (id),
  CONSTRAINT refund_of_payment FOREIGN KEY (payment_id) REFERENCES payment (id),
  CONSTRAINT refund_status_known CHECK (status IN ('pending', 'succeeded', 'failed')),
  CONSTRAINT refund_amount_in_range CHECK (amount_minor BETWEEN 1 AND 99999999999),
  CONSTRAINT refund_reason_known CHECK (reason IN
    ('requested_by_customer', 'duplicate', 'fraudulent', 'other'))
);

-- what the bank has not decided
CREATE INDEX refund_undecided ON refund (created_at) WHERE status = 'pending';

-- Every movement of money between a merchant's balance and the clearing account. One row is both
-- sides of it, so that they cannot disagree; ledger_entry shows the sides.
CREATE TABLE transaction (
  id           TEXT COLLATE "C"          NOT NULL,
  merchant_id  TEXT COLLATE "C"          NOT NULL,
  type         TEXT                      NOT NULL,
  -- what the movement adds to the merchant's balance
  amount_minor BIGINT                    NOT NULL,
  currency     CHAR(3)                   NOT NULL,
  payment_id   TEXT COLLATE "C"          NOT NULL,
  refund_id    TEXT COLLATE "C",
  created_at   TIMESTAMP WITH TIME ZONE  NOT NULL,
  CONSTRAINT transaction_pk PRIMARY KEY (id),
  CONSTRAINT transaction_of_payment FOREIGN KEY (payment_id) REFERENCES payment (id),
  CONSTRAINT transaction_of_refund FOREIGN KEY (refund_id) REFERENCES refund (id),
  CONSTRAINT transaction_type_known CHECK (type IN ('capture', 'refund', 'refund_reversal')),
  CONSTRAINT transaction_amount_in_range
    CHECK (amount_minor BETWEEN -99999999999 AND 99999999999 AND amount_minor <> 0),
  CONSTRAINT transaction_direction CHECK ((type = 'refund') = (amount_minor < 0)),
  CONSTRAINT transaction_names_refund CHECK ((type = 'capture') = (refund_id IS NULL)),
  -- a payment is captured once, a refund moves money once and comes back once
  CONSTRAINT transaction_once UNIQUE NULLS NOT DISTINCT (payment_id, type, refund_id)
);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'rows of % are never changed or deleted', TG_TABLE_NAME; END $$;

CREATE TRIGGER transaction_is_final BEFORE UPDATE OR DELETE OR TRUNCATE ON transaction
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The ledger in double entry: its sum is zero for every transaction, so for every currency.
CREATE VIEW ledger_entry AS
  SELECT id AS transaction_id, merchant_id AS account, amount_minor, currency, created_at
    FROM transaction
  UNION ALL
  SELECT id, 'clearing', -amount_minor, currency, created_at FROM transaction;

-- Payments whose money the ledger does not explain; always empty.
CREATE VIEW ledger_difference AS
  SELECT p.id AS payment_id,
         p.captured_amount_minor - p.refunded_amount_minor AS payment_minor,
         coalesce(sum(t.amount_minor), 0) AS ledger_minor
    FROM payment p LEFT JOIN transaction t ON t.payment_id = p.id
   GROUP BY p.id
  HAVING p.captured_amount_minor - p.refunded_amount_minor <> coalesce(sum(t.amount_minor), 0);
