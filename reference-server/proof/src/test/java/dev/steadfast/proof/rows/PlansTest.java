package dev.steadfast.proof.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class PlansTest {

  @Test
  void plan_asThePostgresLogHasIt_isCounted() {
    Plans.Plan plan =
        Plans.plan(
            """
            \tLimit  (cost=8.31..8.32 rows=1 width=66) (actual rows=20 loops=1)
            \t  Buffers: shared hit=40 read=2
            \t  ->  Sort  (cost=8.31..8.32 rows=1 width=66) (actual rows=20 loops=1)
            \t        Sort Key: payment.created_at DESC, payment.id COLLATE "C" DESC
            \t        Buffers: shared hit=40 read=2
            \t        ->  Nested Loop  (cost=0.4..8.3 rows=1 width=66) (actual rows=42 loops=1)
            \t              ->  CTE Scan on pair  (cost=0.0..2.2 rows=1 width=48) (actual rows=2 loops=1)
            \t                    Filter: (state = ANY ('{failed}'::text[]))
            \t                    Rows Removed by Filter: 26
            \t              ->  Limit  (cost=0.4..8.3 rows=1 width=66) (actual rows=21 loops=2)
            \t                    ->  Index Scan Backward using payment_by_status on payment  (cost=0.4..8.3 rows=1 width=66) (actual rows=21 loops=2)
            \t                          Index Cond: (merchant_id = $1)
            \t                          Filter: (amount_minor >= 7)
            \t                          Rows Removed by Filter: 3
            \t              ->  Seq Scan on refund  (cost=0.4..8.3 rows=1 width=66) (actual rows=5 loops=1)
            \t              ->  Bitmap Index Scan on refund_by_payment  (cost=0.4..8.3 rows=1 width=66) (actual rows=4 loops=1)
            """);

    assertThat(plan.sequential()).containsExactly("refund");
    assertThat(plan.indexes()).isEqualTo(Set.of("payment_by_status", "refund_by_payment"));
    assertThat(plan.rows()).isEqualTo(2 * (21 + 3) + 5 + 4);
    assertThat(plan.buffers()).isEqualTo(42);
  }
}
