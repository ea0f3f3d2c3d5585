package dev.steadfast.confirm;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.steadfast.confirm.IndependentValidator.Answer;
import dev.steadfast.confirm.IndependentValidator.Role;
import dev.steadfast.spec.DataReader;
import dev.steadfast.spec.Dialect;
import dev.steadfast.spec.Document;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.ObjectNode;
import dev.steadfast.spec.Reading;
import dev.steadfast.spec.Source;
import dev.steadfast.spec.SpecReader;
import java.util.Map;
import java.util.stream.Collectors;

/** Asks one schema about values written as JSON; {@code '} stands for {@code "}. */
record Questions(Document document, Node schema, Role role) {

  static Questions schema(Dialect dialect, String json) {
    Document document = document(SpecReader.readSchema(source(json), dialect));
    return new Questions(document, document.root(), Role.PLAIN);
  }

  /** Files by name, read from {@code a.json}. */
  static Questions files(Map<String, String> files) {
    Map<String, byte[]> bytes =
        files.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, e -> e.getValue().replace('\'', '"').getBytes(UTF_8)));
    Document document =
        document(SpecReader.readSchema(Source.of(bytes, "a.json"), Dialect.DRAFT_2020_12));
    return new Questions(document, document.root(), Role.PLAIN);
  }

  /** The schema {@code S} of an OpenAPI document whose schemas are the members of {@code json}. */
  static Questions openApi(String version, Role role, String json) {
    String text =
        "{'openapi':'%s','info':{'title':'t','version':'1'},'paths':{},'components':{'schemas':%s}}"
            .formatted(version, json);
    Document document = document(SpecReader.read(source(text)));
    Node schemas = member(member(document.root(), "components"), "schemas");
    return new Questions(document, member(schemas, "S"), role);
  }

  private static Source source(String json) {
    return Source.of("a.json", json.replace('\'', '"').getBytes(UTF_8));
  }

  private static Document document(Reading reading) {
    Document document = reading.document();
    if (document == null) {
      throw new IllegalArgumentException(reading.problems().toString());
    }
    return document;
  }

  private static Node member(Node node, String key) {
    Node member = ((ObjectNode) node).get(key);
    if (member == null) {
      throw new IllegalArgumentException("no member " + key + " in " + node);
    }
    return member;
  }

  Answer ask(String value) {
    return new IndependentValidator(document).accepts(schema, role, value(value));
  }

  private static Node value(String json) {
    DataReader.Data data = DataReader.read(source(json));
    Node value = data.value();
    if (value == null) {
      throw new IllegalArgumentException(data.problems().toString());
    }
    return value;
  }

  /** "yes", "no", or why there is no answer. */
  String says(String value) {
    Answer answer = ask(value);
    return answer.accepted().map(accepted -> accepted ? "yes" : "no").orElse(answer.because());
  }
}
