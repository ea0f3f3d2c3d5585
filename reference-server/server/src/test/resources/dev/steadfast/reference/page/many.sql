-- One merchant with nine tenths of 100,000 payments, a thousand small ones with the rest. Captured
-- payments in EUR are common, other states and KWD are rare, CHF is nowhere; 2,200 payments share one reference.
SET synchronous_commit = off;

INSERT INTO payment (id, merchant_id, status, amount_minor, captured_amount_minor,
    refunded_amount_minor, currency, capture_method, payment_method, reference, failure_code,
    created_at, updated_at, captured_at, expires_at)
SELECT 'pay_' || lpad(n::text, 26, '0'),
       'mer_' || lpad((CASE WHEN n % 10 = 0 THEN 1 + n / 10 % 1000 ELSE 0 END)::text, 26, '0'),
       status, amount,
       CASE WHEN captured THEN amount ELSE 0 END,
       CASE status WHEN 'refunded' THEN amount WHEN 'partially_refunded' THEN 1 ELSE 0 END,
       currency, 'automatic', 'pm_card_visa',
       CASE WHEN n % 41 = 0 THEN 'subscription' WHEN n % 4 = 1 THEN 'order-' || n END,
       CASE WHEN status = 'failed' THEN 'card_declined' END,
       moment, moment,
       CASE WHEN captured THEN moment END,
       CASE WHEN status = 'authorized' THEN moment + interval '7 days' END
  FROM (SELECT n, status, 2 + CASE WHEN n % 4 = 0 THEN 998 ELSE n * 7919::bigint % 50000 END AS amount,
               status IN ('captured', 'partially_refunded', 'refunded') AS captured,
               CASE WHEN n % 503 = 0 THEN 'KWD' WHEN n % 10 < 7 THEN 'EUR' WHEN n % 10 < 9 THEN 'USD'
                    ELSE 'JPY' END AS currency,
               timestamptz '2025-01-01T00:00:00Z' + n / 3 * interval '21 minutes' AS moment
          FROM (SELECT n, CASE WHEN n % 31 = 0 THEN 'failed' WHEN n % 37 = 0 THEN 'refunded'
                       WHEN n % 41 = 0 THEN 'partially_refunded' WHEN n % 101 = 0 THEN 'cancelled'
                       WHEN n % 1009 = 0 THEN 'expired'
                       WHEN n > 99000 AND n % 7 = 0 THEN 'authorized' ELSE 'captured' END AS status
                  FROM generate_series(1, 100000) AS n) AS numbered) AS payments;

INSERT INTO refund (id, payment_id, merchant_id, status, amount_minor, currency, created_at,
    updated_at)
SELECT 'ref_' || substr(id, 5), id, merchant_id,
       CASE WHEN right(id, 2) = '00' THEN 'failed' WHEN right(id, 1) = '1' THEN 'pending'
            ELSE 'succeeded' END,
       refunded_amount_minor, currency, created_at + interval '3 days', created_at + interval '4 days'
  FROM payment WHERE refunded_amount_minor > 0;

INSERT INTO transaction (id, merchant_id, type, amount_minor, currency, payment_id, refund_id,
    created_at)
SELECT 'txn_0' || substr(id, 6), merchant_id, 'capture', captured_amount_minor, currency, id, NULL,
       captured_at
  FROM payment WHERE captured_amount_minor > 0
UNION ALL
SELECT 'txn_1' || substr(id, 6), merchant_id, 'refund', -amount_minor, currency, payment_id, id,
       created_at
  FROM refund
UNION ALL
SELECT 'txn_2' || substr(id, 6), merchant_id, 'refund_reversal', amount_minor, currency, payment_id,
       id, updated_at
  FROM refund WHERE status = 'failed';

VACUUM ANALYZE payment, refund, transaction;
