package dev.steadfast.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TokenCommandTest {

  @TempDir private Path checkout;

  @Test
  void token_withoutOptions_isTheDemoMerchants() throws IOException {
    JsonNode claims = claims(token());

    assertThat(claims.get("merchant").asString()).isEqualTo(DemoMerchant.ID);
    assertThat(claims.get("tier").asString()).isEqualTo("basic");
    assertThat(claims.get("scope").asString())
        .isEqualTo(
            "payments:read payments:write refunds:read refunds:write merchants:read"
                + " merchants:write transactions:read");
  }

  @Test
  void token_withOptions_saysWhatTheySay() throws IOException {
    JsonNode claims =
        claims(
            token(
                "--merchant",
                "mer_01JD8Z3M5R9QK2W7X4T6V8N0PB",
                "--tier",
                "premium",
                "--scopes",
                "payments:read,refunds:read"));

    assertThat(claims.get("merchant").asString()).isEqualTo("mer_01JD8Z3M5R9QK2W7X4T6V8N0PB");
    assertThat(claims.get("tier").asString()).isEqualTo("premium");
    assertThat(claims.get("scope").asString()).isEqualTo("payments:read refunds:read");
  }

  @Test
  void token_ofAPlatform_createsMerchants() throws IOException {
    JsonNode claims = claims(token("--platform", "marketplace"));

    assertThat(claims.has("merchant")).isFalse();
    assertThat(claims.get("sub").asString()).isEqualTo("marketplace");
    assertThat(claims.get("scope").asString())
        .isEqualTo("merchants:create merchants:read merchants:write");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          --tier gold              | --tier 'gold' is not one of basic, premium
          --merchant shop          | --merchant 'shop' is not mer_ and 26 characters of a ULID
          --scopes payments:all    | `--scopes 'payments:all' is not one of payments:read, payments:write, refunds:read, refunds:write, merchants:read, merchants:write, transactions:read, merchants:create`
          --platform a --merchant b | --platform takes the place of --merchant
          """)
  void badUsage_saysWhatIsAllowed(String arguments, String message) throws IOException {
    assertThat(token(arguments.split(" ", -1))).isEqualTo(new Run(2, "", message));
  }

  private Run token(String... arguments) throws IOException {
    return Run.of(checkout, Map.of(), TokenCommand::new, arguments);
  }

  private static JsonNode claims(Run run) {
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    String[] parts = run.out().strip().split("\\.", -1);
    assertThat(parts).hasSize(3);
    return new JsonMapper().readTree(Base64.getUrlDecoder().decode(parts[1]));
  }
}
