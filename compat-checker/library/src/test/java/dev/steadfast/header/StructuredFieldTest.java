package dev.steadfast.header;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.steadfast.header.StructuredField.Bare;
import dev.steadfast.header.StructuredField.InnerList;
import dev.steadfast.header.StructuredField.Item;
import dev.steadfast.header.StructuredField.Member;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs test vectors in the format of httpwg/structured-field-tests: the own ones, and those of a
 * folder that {@code -Dstructured-fields=FOLDER} names.
 */
class StructuredFieldTest {

  private static final String OWN = "src/test/resources/structured-fields";
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  @TestFactory
  Stream<DynamicTest> vectors_areReadAsTheySay() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    String given = System.getProperty("structured-fields");
    for (String folder : given == null ? List.of(OWN) : List.of(OWN, given)) {
      try (Stream<Path> files = Files.list(Path.of(folder))) {
        files
            .filter(file -> file.toString().endsWith(".json"))
            .sorted()
            .forEach(file -> tests.addAll(tests(file)));
      }
    }
    assertThat(tests).hasSizeGreaterThan(50);
    return tests.stream();
  }

  private static List<DynamicTest> tests(Path file) {
    List<DynamicTest> tests = new ArrayList<>();
    for (JsonNode vector : JSON.readTree(file)) {
      String name = file.getFileName() + ": " + vector.path("name").asString();
      tests.add(dynamicTest(name, () -> isReadAsItSays(vector)));
    }
    return tests;
  }

  private static void isReadAsItSays(JsonNode vector) {
    List<String> lines = new ArrayList<>();
    vector.path("raw").forEach(line -> lines.add(line.asString()));
    String field = String.join(", ", lines);
    String read = read(vector.path("header_type").asString(), field);
    if (vector.path("must_fail").asBoolean(false)) {
      assertThat(read).describedAs(field).isNull();
    } else if (!vector.path("can_fail").asBoolean(false) || read != null) {
      assertThat(read).describedAs(field).isEqualTo(expected(vector));
    }
  }

  private static @Nullable String read(String type, String field) {
    try {
      return switch (type) {
        case "item" -> text(StructuredField.item(field));
        case "list" ->
            StructuredField.list(field).stream().map(StructuredFieldTest::text).toList() + "";
        default -> {
          List<String> members = new ArrayList<>();
          StructuredField.dictionary(field)
              .forEach((key, member) -> members.add(key + " = " + text(member)));
          yield members.toString();
        }
      };
    } catch (MalformedFieldException e) {
      return null;
    }
  }

  private static String text(Member member) {
    List<String> parameters = new ArrayList<>();
    member.parameters().forEach((key, value) -> parameters.add(key + "=" + bare(value)));
    String value =
        member instanceof InnerList list
            ? "(" + list.items().stream().map(StructuredFieldTest::text).toList() + ")"
            : bare(((Item) member).value());
    return value + parameters;
  }

  private static String bare(Bare value) {
    return value instanceof StructuredField.Decimal decimal
        ? "Decimal " + decimal.value().stripTrailingZeros().toPlainString()
        : value.toString();
  }

  private static String expected(JsonNode vector) {
    JsonNode value = vector.path("expected");
    if (vector.path("header_type").asString().equals("item")) {
      return member(value);
    }
    List<String> members = new ArrayList<>();
    boolean dictionary = vector.path("header_type").asString().equals("dictionary");
    for (JsonNode each : value) {
      members.add(dictionary ? each.get(0).asString() + " = " + member(each.get(1)) : member(each));
    }
    return members.toString();
  }

  private static String member(JsonNode node) {
    List<String> parameters = new ArrayList<>();
    node.get(1).forEach(pair -> parameters.add(pair.get(0).asString() + "=" + value(pair.get(1))));
    if (node.get(0).isArray()) {
      List<String> items = new ArrayList<>();
      node.get(0).forEach(item -> items.add(member(item)));
      return "(" + items + ")" + parameters;
    }
    return value(node.get(0)) + parameters;
  }

  private static String value(JsonNode node) {
    if (node.isObject()) {
      String text = node.path("value").asString("");
      return switch (node.path("__type").asString()) {
        case "token" -> new StructuredField.Token(text).toString();
        case "binary" ->
            new StructuredField.Bytes(new String(base32(text), StandardCharsets.ISO_8859_1))
                .toString();
        case "date" -> new StructuredField.Date(node.path("value").asLong()).toString();
        default -> new StructuredField.DisplayText(text).toString();
      };
    }
    return node.isString()
        ? new StructuredField.Text(node.asString()).toString()
        : node.isBoolean()
            ? new StructuredField.Bool(node.asBoolean()).toString()
            : node.isIntegralNumber()
                ? new StructuredField.Int(node.asLong()).toString()
                : bare(new StructuredField.Decimal(node.decimalValue()));
  }

  /** RFC 4648 §6. */
  private static byte[] base32(String text) {
    String digits = text.replace("=", "");
    byte[] bytes = new byte[digits.length() * 5 / 8];
    long bits = 0;
    int count = 0;
    int at = 0;
    for (int i = 0; i < digits.length(); i++) {
      bits = bits << 5 | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(digits.charAt(i));
      count += 5;
      if (count >= 8 && at < bytes.length) {
        count -= 8;
        bytes[at++] = (byte) (bits >> count);
      }
    }
    return bytes;
  }
}
