package dev.steadfast.reference.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.steadfast.starter.problem.Fault;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContractsTest {
  @Test
  void operations_ofBothVersions_areAllOfTheirDocuments() {
    assertThat(new Contracts().operations())
        .extracting(one -> one.version() + " " + one.id())
        .containsExactlyInAnyOrder(
            "V1 createPayment",
            "V1 listPayments",
            "V1 getPayment",
            "V1 capturePayment",
            "V1 cancelPayment",
            "V1 createRefund",
            "V1 listRefunds",
            "V1 getRefund",
            "V1 createMerchant",
            "V1 getMerchant",
            "V1 updateMerchant",
            "V1 listTransactions",
            "V2 createPayment",
            "V2 listPayments",
            "V2 getPayment",
            "V2 capturePayment",
            "V2 cancelPayment",
            "V2 createRefund",
            "V2 listRefunds",
            "V2 getRefund",
            "V2 createMerchant",
            "V2 getMerchant",
            "V2 updateMerchant",
            "V2 listTransactions");
  }

  @Test
  void schema_withAKeywordThatIsNotKnown_isNotCompiled() {
    Map<String, Object> schema = Map.of("type", "string", "contentEncoding", "base64");
    assertThatThrownBy(() -> new SchemaCompiler().compile(Node.root(schema)))
        .hasMessageContaining("'contentEncoding'");
    assertThatThrownBy(() -> new SchemaCompiler().compile(Node.root(Map.of("type", "object"))))
        .hasMessageContaining("additionalProperties");
  }

  @Test
  void number_thatIsWhole_mayHaveAFractionOfZero() {
    Map<String, Object> schema = Map.of("type", "integer", "minimum", 1, "maximum", 100);
    assertThat(faults(schema, "1.0")).isEmpty();
    assertThat(faults(schema, "1e2")).isEmpty();
    assertThat(faults(schema, "1.5")).containsExactly("must be an integer, is 1.5");
    assertThat(faults(schema, "1e999")).containsExactly("must be at most 100, is 1E+999");
    assertThat(faults(schema, "true")).containsExactly("must be an integer, is a boolean");
  }

  @Test
  void text_isMeasuredInCodePoints() {
    Map<String, Object> schema = Map.of("type", "string", "minLength", 2, "maxLength", 2);
    assertThat(faults(schema, "\"😀😀\"")).isEmpty();
    assertThat(faults(schema, "\"😀\"")).containsExactly("must have at least 2 characters, has 1");
  }

  @Test
  void text_ofAPattern_mustMatchWithItsLineBreak() {
    Map<String, Object> schema = Map.of("type", "string", "pattern", "^[a-z]+$");
    assertThat(faults(schema, "\"a\"")).isEmpty();
    assertThat(faults(schema, "\"a\\n\"")).containsExactly("must match ^[a-z]+$");
  }

  @Test
  void text_ofAnInstant_isRfc3339() {
    Map<String, Object> schema = Map.of("type", "string", "format", "date-time");
    assertThat(faults(schema, "\"2026-11-22t18:00:00.123456789+01:00\"")).isEmpty();
    assertThat(faults(schema, "\"2026-11-22T18:00Z\"")).hasSize(1);
    assertThat(faults(schema, "\"2026-02-30T18:00:00Z\"")).hasSize(1);
    assertThat(faults(schema, "\"2026-11-22\"")).hasSize(1);
  }

  private static List<String> faults(Map<String, Object> schema, String json) {
    Report report = new Report();
    new SchemaCompiler()
        .compile(Node.root(schema))
        .check(new BodyReader().read(json.getBytes(StandardCharsets.UTF_8)), Place.body(report));
    return report.faults().stream().map(Fault::detail).toList();
  }
}
