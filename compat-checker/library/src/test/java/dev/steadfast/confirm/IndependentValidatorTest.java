package dev.steadfast.confirm;

import static dev.steadfast.confirm.IndependentValidator.Role.RECEIVED_REQUEST;
import static dev.steadfast.confirm.IndependentValidator.Role.SENT_REQUEST;
import static dev.steadfast.confirm.IndependentValidator.Role.SENT_RESPONSE;
import static dev.steadfast.spec.Dialect.DRAFT_04;
import static dev.steadfast.spec.Dialect.DRAFT_07;
import static dev.steadfast.spec.Dialect.DRAFT_2019_09;
import static dev.steadfast.spec.Dialect.DRAFT_2020_12;
import static dev.steadfast.spec.Dialect.OPENAPI_3_0;
import static org.assertj.core.api.Assertions.assertThat;

import dev.steadfast.spec.Dialect;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class IndependentValidatorTest {

  private static final String PET =
      """
      {'S': {'oneOf': [{'$ref': '#/components/schemas/Cat'}, {'$ref': '#/components/schemas/Dog'}],
             'discriminator': {'propertyName': 'kind'%s}},
       'Cat': {'required': ['kind'], 'properties': {'kind': {}, 'lives': {'type': 'integer'}}},
       'Dog': {'required': ['kind'], 'properties': {'kind': {}, 'tricks': {'type': 'array'}}}}
      """;

  private static final String ACCOUNT =
      """
      {'S': {'required': ['id', 'name'],
             'properties': {'id': {'type': 'string', 'readOnly': true}, 'name': {'type': 'string'}}}}
      """;

  @ParameterizedTest
  @CsvSource({
    "9007199254740992, yes",
    "9007199254740993, no",
    "9007199254740992.00000000000000000001, no",
    "-1e400, yes",
    "1E9999, no"
  })
  void comparesNumbersExactly(String value, String answer) {
    assertThat(Questions.schema(DRAFT_2020_12, "{'maximum': 9007199254740992}").says(value))
        .isEqualTo(answer);
  }

  @ParameterizedTest
  @CsvSource({"19.99, yes", "1e400, yes", "0.075, no", "123456789012345678901234567890.123, no"})
  void dividesDecimalsExactly(String value, String answer) {
    assertThat(Questions.schema(DRAFT_2020_12, "{'multipleOf': 0.01}").says(value))
        .isEqualTo(answer);
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void takesEveryWholeNumberForAnInteger(Dialect dialect) {
    Questions integer = Questions.schema(dialect, "{'type': 'integer', 'minimum': 1}");
    assertThat(integer.says("1.0")).isEqualTo("yes");
    assertThat(integer.says("1.5")).isEqualTo("no");
    assertThat(integer.says("1e400")).isEqualTo("yes");
    assertThat(integer.says("0")).isEqualTo("no");
  }

  @Test
  void tellsEqualNumbersFromNearOnes() {
    Questions one = Questions.schema(DRAFT_2020_12, "{'enum': [1e400, 9007199254740993]}");
    assertThat(one.says("9007199254740993.0")).isEqualTo("yes");
    assertThat(one.says("9007199254740992")).isEqualTo("no");
    assertThat(one.says("1e400")).isEqualTo("yes");
    assertThat(Questions.schema(DRAFT_2020_12, "{'uniqueItems': true}").says("[1, 1.0]"))
        .isEqualTo("no");
  }

  @Test
  void followsRecursionAsDeepAsTheValue() {
    Questions tree =
        Questions.schema(
            DRAFT_2020_12,
            "{'properties': {'next': {'$ref': '#'}, 'n': {'type': 'integer'}},"
                + " 'unevaluatedProperties': false}");
    assertThat(tree.says("{'next': {'next': {'n': 1}}}")).isEqualTo("yes");
    assertThat(tree.says("{'next': {'next': {'n': 'x'}}}")).isEqualTo("no");
    assertThat(tree.says("{'next': {'other': 1}}")).isEqualTo("no");
  }

  @Test
  void followsReferencesIntoOtherFiles() {
    Questions files =
        Questions.files(
            Map.of(
                "a.json", "{'properties': {'b': {'$ref': 'sub/b.json#/$defs/B'}}}",
                "sub/b.json", "{'$defs': {'B': {'items': {'$ref': '../a.json'}}}}"));
    assertThat(files.says("{'b': [{'b': []}]}")).isEqualTo("yes");
    assertThat(files.says("{'b': [{'b': [[]]}]}")).isEqualTo("yes");
    assertThat(Questions.files(Map.of("a.json", "{'$ref': 'b.json'}", "b.json", "false")).says("1"))
        .isEqualTo("no");
  }

  @Test
  void hidesSiblingsOfReferencesWhereTheDialectDoes() {
    String json = "{'$ref': '#/$defs/x', 'type': 'string', '$defs': {'x': {'minimum': 1}}}";
    assertThat(Questions.schema(DRAFT_07, json).says("1")).isEqualTo("yes");
    assertThat(Questions.schema(DRAFT_2020_12, json).says("1")).isEqualTo("no");
  }

  @Test
  void knowsTheDialects() {
    String bounds = "{'minimum': 1, 'exclusiveMinimum': true}";
    assertThat(Questions.schema(DRAFT_04, bounds).says("1")).isEqualTo("no");
    assertThat(Questions.schema(OPENAPI_3_0, bounds).says("1")).isEqualTo("no");
    assertThat(Questions.schema(OPENAPI_3_0, bounds).says("1.1")).isEqualTo("yes");

    String list = "{'items': [{'type': 'string'}], 'additionalItems': false}";
    assertThat(Questions.schema(DRAFT_2019_09, list).says("['a', 1]")).isEqualTo("no");
    assertThat(Questions.schema(DRAFT_2019_09, list).says("['a']")).isEqualTo("yes");

    String dependencies = "{'dependencies': {'a': ['b']}}";
    assertThat(Questions.schema(DRAFT_07, dependencies).says("{'a': 1}")).isEqualTo("no");
    assertThat(Questions.schema(DRAFT_2020_12, dependencies).says("{'a': 1}")).isEqualTo("yes");

    String inner = "{'properties': {'p': {'$schema': '%s', 'items': [{'type': 'string'}]}}}";
    String draft07 = "http://json-schema.org/draft-07/schema#";
    assertThat(Questions.schema(DRAFT_2020_12, inner.formatted(draft07)).says("{'p': [1]}"))
        .isEqualTo("no");
  }

  @Test
  void allowsNullOnlyBesideAType() {
    assertThat(Questions.schema(OPENAPI_3_0, "{'type': 'string', 'nullable': true}").says("null"))
        .isEqualTo("yes");
    assertThat(Questions.schema(OPENAPI_3_0, "{'enum': [1], 'nullable': true}").says("null"))
        .isEqualTo("no");
    assertThat(Questions.schema(DRAFT_2020_12, "{'type': 'string', 'nullable': true}").says("null"))
        .isEqualTo("no");
  }

  @Test
  void readsNamesThatLookLikeSomethingElse() {
    Questions names =
        Questions.schema(
            DRAFT_2020_12,
            "{'properties': {'/': {'const': null}, '~': true, '1': false, '$ref': {'type': 'null'}}}");
    assertThat(names.says("{'/': null, '~': 1}")).isEqualTo("yes");
    assertThat(names.says("{'/': 0}")).isEqualTo("no");
    assertThat(names.says("{'1': 1}")).isEqualTo("no");
    assertThat(names.says("{'$ref': 1}")).isEqualTo("no");
  }

  @Test
  void sendsNoReadOnlyPropertyInARequest() {
    Questions sent = Questions.openApi("3.0.3", SENT_REQUEST, ACCOUNT);
    assertThat(sent.says("{'name': 'a'}")).isEqualTo("yes");
    assertThat(sent.says("{'name': 'a', 'id': 'b'}")).isEqualTo("no");
  }

  @Test
  void ignoresReadOnlyPropertiesOfAReceivedRequest() {
    Questions received = Questions.openApi("3.1.0", RECEIVED_REQUEST, ACCOUNT);
    assertThat(received.says("{'name': 'a'}")).isEqualTo("yes");
    assertThat(received.says("{'name': 'a', 'id': 5}")).isEqualTo("yes");
    assertThat(received.says("{'id': 'b'}")).isEqualTo("no");
  }

  @Test
  void keepsReadOnlyPropertiesInResponses() {
    Questions sent = Questions.openApi("3.1.0", SENT_RESPONSE, ACCOUNT);
    assertThat(sent.says("{'name': 'a'}")).isEqualTo("no");
    assertThat(sent.says("{'name': 'a', 'id': 'b'}")).isEqualTo("yes");
  }

  @Test
  void findsReadOnlyPropertiesThroughTheSchemasThatApplyBeside() {
    Questions sent =
        Questions.openApi(
            "3.0.3",
            SENT_REQUEST,
            """
            {'S': {'allOf': [{'$ref': '#/components/schemas/Base'}, {'required': ['id']}]},
             'Base': {'properties': {'id': {'$ref': '#/components/schemas/Id'}}},
             'Id': {'type': 'string', 'readOnly': true}}
            """);
    assertThat(sent.says("{}")).isEqualTo("yes");
    assertThat(sent.says("{'id': 'a'}")).isEqualTo("no");
  }

  @Test
  void choosesTheBranchThatTheDiscriminatorNames() {
    Questions pet = Questions.openApi("3.0.3", SENT_REQUEST, PET.formatted(""));
    assertThat(pet.says("{'kind': 'Cat', 'lives': 9}")).isEqualTo("yes");
    assertThat(pet.says("{'kind': 'Cat', 'lives': 'x'}")).isEqualTo("no");
    assertThat(pet.says("{'kind': 'Dog', 'lives': 'x'}")).isEqualTo("yes");
    assertThat(pet.says("{'kind': 'Fox'}")).isEqualTo("no");
    assertThat(pet.says("{}")).isEqualTo("no");
  }

  @Test
  void mapsDiscriminatorValuesToBranches() {
    String mapping = ", 'mapping': {'cat': 'Cat', 'kitten': '#/components/schemas/Cat'}";
    Questions pet = Questions.openApi("3.0.3", SENT_REQUEST, PET.formatted(mapping));
    assertThat(pet.says("{'kind': 'kitten', 'lives': 9}")).isEqualTo("yes");
    assertThat(pet.says("{'kind': 'cat', 'lives': 'x'}")).isEqualTo("no");
    assertThat(pet.says("{'kind': 'Cat'}")).isEqualTo("no");
    assertThat(pet.says("{'kind': 'Dog'}")).isEqualTo("yes");
  }

  @Test
  void leavesBranchesAloneThatTellThemselvesApart() {
    Questions pet =
        Questions.openApi(
            "3.1.0",
            SENT_REQUEST,
            """
            {'S': {'oneOf': [{'$ref': '#/components/schemas/Cat'}, {'$ref': '#/components/schemas/Dogs'}],
                   'discriminator': {'propertyName': 'kind'}},
             'Cat': {'properties': {'kind': {'anyOf': [{'const': 'cat'}, {'type': 'null'}]}}},
             'Dogs': {'oneOf': [{'properties': {'kind': {'enum': ['dog', 'puppy']}}}]}}
            """);
    assertThat(pet.says("{'kind': 'cat'}")).isEqualTo("yes");
    assertThat(pet.says("{'kind': 'puppy'}")).isEqualTo("yes");
    assertThat(pet.says("{'kind': 'Cat'}")).isEqualTo("no");
  }

  @Test
  void fallsBackToTheDefaultMapping() {
    Questions pet =
        Questions.openApi("3.2.0", SENT_REQUEST, PET.formatted(", 'defaultMapping': 'Dog'"));
    assertThat(pet.says("{'kind': 'Fox', 'tricks': []}")).isEqualTo("yes");
    assertThat(pet.says("{'kind': 'Fox', 'tricks': 1}")).isEqualTo("no");
  }

  @Test
  void cannotSayWhatAPatternNeedsTooLongFor() {
    Questions slow = Questions.schema(DRAFT_2020_12, "{'pattern': '^(.*?,){11}P'}");
    assertThat(slow.says("'1,2,3'")).isEqualTo("no");
    assertThat(slow.says("'" + "1,".repeat(25) + "'"))
        .isEqualTo("the pattern '^(.*?,){11}P' takes more than 2000000 steps on this value");
  }

  @ParameterizedTest
  @ValueSource(strings = {"(?i)a", "(a)\\\\1", "\\\\Z", "a++", "(?>a)", "[a"})
  void cannotSayWhatAPatternOfAnotherLanguageMeans(String pattern) {
    Questions other = Questions.schema(DRAFT_2020_12, "{'pattern': '" + pattern + "'}");
    assertThat(other.says("'a'")).startsWith("the pattern '");
    assertThat(other.says("1")).isEqualTo("yes");
  }

  @Test
  void cannotSayWhatRecursesWithoutEnd() {
    String json = "{'allOf': [{'$ref': '#'}]}";
    assertThat(Questions.schema(DRAFT_2020_12, json).says("1"))
        .isEqualTo("the schema takes too many steps, or recurses too deep, on this value");
  }
}
