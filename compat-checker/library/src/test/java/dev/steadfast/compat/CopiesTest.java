package dev.steadfast.compat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steadfast.spec.Document;
import dev.steadfast.spec.Location;
import dev.steadfast.spec.Source;
import dev.steadfast.spec.SpecReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One change at copies of one schema is one finding. */
class CopiesTest {

  private static final String HINT = ", hint: {type: string}";
  private static final String ERROR = "properties: {code: {type: integer}" + HINT + "}";
  private static final String OTHER = "properties: {code: {type: string}" + HINT + "}";
  private static final String GONE = "property 'hint' was removed";

  @Test
  void change_atCopies_isOneFindingWithEveryPlace() {
    List<Finding> findings = check(operations(ERROR, ERROR, ERROR), Policy.strict());

    assertThat(findings).extracting(Finding::message).containsExactly(GONE);
    Finding finding = findings.get(0);
    assertThat(finding.operations()).containsExactly("GET /p0", "GET /p1", "GET /p2");
    assertThat(pointer(finding.base())).isEqualTo(schema(0) + "/properties/hint");
    assertThat(finding.copies())
        .extracting(copy -> pointer(copy.base()))
        .containsExactly(schema(1) + "/properties/hint", schema(2) + "/properties/hint");
    assertThat(finding.copies())
        .extracting(copy -> pointer(copy.revision()))
        .containsExactly(schema(1), schema(2));
  }

  @Test
  void change_atCopiesInOtherWords_isOneFinding() {
    String described = ERROR.replace("{type: integer}", "{type: integer, description: a}");

    assertThat(check(operations(ERROR, described), Policy.strict()))
        .extracting(Finding::message)
        .containsExactly(GONE);
  }

  @Test
  void change_inSchemasThatDiffer_isTwoFindings() {
    assertThat(check(operations(ERROR, OTHER), Policy.strict()))
        .extracting(Finding::message)
        .containsExactly(GONE, GONE);
  }

  @Test
  void change_inSchemasWithNames_isTwoFindings() {
    String uses = operations("$ref: '#/components/schemas/A'", "$ref: '#/components/schemas/B'");
    String named = "components: {schemas: {A: {%1$s}, B: {%1$s}}}\n".formatted(ERROR);

    assertThat(check(uses + named, Policy.strict()))
        .extracting(Finding::message)
        .containsExactly(GONE, GONE);
  }

  @Test
  void parameter_removedFromManyOperations_isOneFinding() {
    List<Finding> findings = check(parameters("a", "a"), parameters("", ""), Policy.strict());

    assertThat(findings)
        .extracting(Finding::message)
        .containsExactly("query parameter 'q' was removed");
    assertThat(findings.get(0).operations()).containsExactly("GET /p0", "GET /p1");
    assertThat(findings.get(0).copies())
        .extracting(copy -> pointer(copy.base()))
        .containsExactly("/paths/~1p1/get/parameters/0");
  }

  @Test
  void parameters_describedOtherwise_areTwoFindings() {
    assertThat(check(parameters("a", "b"), parameters("", ""), Policy.strict())).hasSize(2);
  }

  @Test
  void security_ofManyOperations_isOneFinding() {
    String schemes =
        "components: {securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}}\n";
    String open = parameters("", "") + schemes;
    String closed = open.replace("responses", "security: [{key: []}], responses");

    List<Finding> findings = check(open, closed, Policy.strict());

    assertThat(findings)
        .extracting(Finding::message)
        .containsExactly("callers with no credential are no longer admitted");
    assertThat(findings.get(0).operations()).containsExactly("GET /p0", "GET /p1");
  }

  @Test
  void waiver_ofOneCopy_waivesNothing() {
    String text = operations(ERROR, ERROR);

    assertThat(check(text, waiving(schema(0)))).hasSize(1);
    assertThat(check(text, waiving(schema(0), schema(1)))).isEmpty();
  }

  private static Policy waiving(String... pointers) {
    List<Waiver> waivers =
        Stream.of(pointers)
            .map(
                pointer ->
                    new Waiver(
                        "response-property-removed",
                        pointer,
                        "nobody reads it",
                        "payments",
                        LocalDate.MAX,
                        new Location("steadfast.yaml", "", 1, 1)))
            .toList();
    return new Policy(Profile.STRICT, Map.of(), Rating.WARNING, waivers, LocalDate.EPOCH);
  }

  private static String pointer(@Nullable Location at) {
    return Objects.requireNonNull(at).pointer();
  }

  private static String schema(int operation) {
    return "/paths/~1p" + operation + "/get/responses/400/content/application~1json/schema";
  }

  private static String operations(String... schemas) {
    StringBuilder text = new StringBuilder("paths:\n");
    for (int i = 0; i < schemas.length; i++) {
      text.append(
          """
            /p%d:
              get:
                responses:
                  '400': {description: no, content: {application/json: {schema: {%s}}}}
          """
              .formatted(i, schemas[i]));
    }
    return text.toString();
  }

  private static String parameters(String... descriptions) {
    StringBuilder text = new StringBuilder("paths:\n");
    for (int i = 0; i < descriptions.length; i++) {
      String parameter =
          "{name: q, in: query, description: %s, schema: {type: string}}"
              .formatted(descriptions[i]);
      text.append("  /p%d: {get: {parameters: [".formatted(i))
          .append(descriptions[i].isEmpty() ? "" : parameter)
          .append("], responses: {'204': {description: done}}}}\n");
    }
    return text.toString();
  }

  /* Against the same without the hint. */
  private static List<Finding> check(String base, Policy policy) {
    return check(base, base.replace(HINT, ""), policy);
  }

  private static List<Finding> check(String base, String revision, Policy policy) {
    return Checker.check(document(base), document(revision), policy).findings();
  }

  private static Document document(String text) {
    String whole = "openapi: 3.1.0\ninfo: {title: Payments, version: '1'}\n" + text;
    return Objects.requireNonNull(
        SpecReader.read(Source.of("a.yaml", whole.getBytes(StandardCharsets.UTF_8))).document());
  }
}
