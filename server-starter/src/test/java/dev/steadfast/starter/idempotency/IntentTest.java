package dev.steadfast.starter.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steadfast.services.Services;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IntentTest {

  private static final IdempotencyKey KEY = new IdempotencyKey("key-0001");

  @Test
  void id_isWhatTheDocumentedSqlSays() throws SQLException {
    try (Connection connection = Services.postgres().connect();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT substring(encode(sha256(convert_to('mer_1' || E'\\n' || 'key-0001',"
                    + " 'UTF8')), 'hex') for 32)::uuid")) {
      row.next();
      assertThat(intent("mer_1", "POST /a", "{}").id()).isEqualTo(row.getObject(1, UUID.class));
    }
  }

  @Test
  void fingerprint_isOfOperationAndBody() {
    UUID fingerprint = intent("a", "POST /v1/payments", "{\"a\":1,\"b\":2}").fingerprint();

    assertThat(intent("b", "POST /v1/payments", "{\"b\":2,\"a\":1.0e0}").fingerprint())
        .isEqualTo(fingerprint);
    assertThat(intent("a", "POST /v2/payments", "{\"a\":1,\"b\":2}").fingerprint())
        .isNotEqualTo(fingerprint);
    assertThat(intent("a", "POST /v1/payments", "{\"a\":1,\"b\":3}").fingerprint())
        .isNotEqualTo(fingerprint);
  }

  @Test
  void bodyThatIsNotJson_countsAsItIs() {
    byte[] text = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);
    UUID asJson = Intent.of("a", KEY, "POST /a", text, true).fingerprint();
    UUID asText = Intent.of("a", KEY, "POST /a", text, false).fingerprint();

    assertThat(asText).isNotEqualTo(asJson);
    assertThat(intent("a", "POST /a", "{\"a\":1,\"a\":1}").fingerprint())
        .isNotEqualTo(intent("a", "POST /a", "{\"a\":1, \"a\":1}").fingerprint());
  }

  @Test
  void missingBody_isNotAnEmptyObject() {
    assertThat(intent("a", "POST /a", "").fingerprint())
        .isNotEqualTo(intent("a", "POST /a", "{}").fingerprint());
  }

  private static Intent intent(String owner, String operation, String body) {
    return Intent.of(owner, KEY, operation, body.getBytes(StandardCharsets.UTF_8), true);
  }
}
