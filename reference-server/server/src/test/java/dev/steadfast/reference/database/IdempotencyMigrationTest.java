package dev.steadfast.reference.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

/** A released migration is never edited, so the starter's table is copied into one. */
class IdempotencyMigrationTest {

  @Test
  void migration_isTheTableOfTheStarter() throws IOException {
    assertThat(statements("/db/migration/V003__idempotency.sql"))
        .isEqualTo(statements("/dev/steadfast/starter/idempotency/schema.sql"));
  }

  /* Without the comment at the head, which says why it is there. */
  private static String statements(String resource) throws IOException {
    try (InputStream in = IdempotencyMigrationTest.class.getResourceAsStream(resource)) {
      assertThat(in).describedAs(resource).isNotNull();
      String text = new String(in.readAllBytes(), UTF_8);
      return text.substring(text.indexOf("CREATE"));
    }
  }
}
