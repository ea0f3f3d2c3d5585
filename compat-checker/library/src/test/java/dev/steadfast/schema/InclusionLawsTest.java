package dev.steadfast.schema;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.steadfast.confirm.IndependentValidator;
import dev.steadfast.confirm.IndependentValidator.Role;
import dev.steadfast.domain.Tri;
import dev.steadfast.schema.Answer.Empty;
import dev.steadfast.schema.Answer.Inhabited;
import dev.steadfast.schema.Answer.Unknown;
import dev.steadfast.spec.DataReader;
import dev.steadfast.spec.Dialect;
import dev.steadfast.spec.Document;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.Reading;
import dev.steadfast.spec.Source;
import dev.steadfast.spec.SpecReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * What holds for every schema, tried on random ones.
 *
 * <p>{@code -Dsteadfast.laws.cases=N} tries more, {@code -Dsteadfast.laws.seed=N} others.
 */
class InclusionLawsTest {

  private static final long SEED = Long.getLong("steadfast.laws.seed", 20_261_122);
  private static final int CASES = Integer.getInteger("steadfast.laws.cases", 250);
  private static final int VALUES = 40;

  private final RandomSchemas random = new RandomSchemas(SEED);
  private final List<String> broken = new ArrayList<>();
  private int unknown;
  private int asked;

  /** A schema of its own document. */
  private record Read(String text, Document document) {

    static Read of(String schema, String definitions) {
      String text = "{\"$defs\":" + definitions + ",\"allOf\":[" + schema + "]}";
      Reading reading =
          SpecReader.readSchema(Source.of("s.json", text.getBytes(UTF_8)), Dialect.DRAFT_2020_12);
      Document document = reading.document();
      if (document == null) {
        throw new IllegalArgumentException(reading.problems() + " in " + text);
      }
      return new Read(text, document);
    }

    boolean accepts(Node value) {
      Optional<Boolean> answer =
          new IndependentValidator(document).accepts(document.root(), Role.PLAIN, value).accepted();
      return answer.orElseThrow(() -> new IllegalStateException(text + " on " + value));
    }
  }

  private static Node node(String json) {
    Node value = DataReader.read(Source.of("v.json", json.getBytes(UTF_8))).value();
    if (value == null) {
      throw new IllegalArgumentException(json);
    }
    return value;
  }

  private Answer ask(Read narrow, Read wide) {
    Schemas schemas = new Schemas();
    Answer answer =
        Inclusion.plain(schemas)
            .outside(
                schemas.of(narrow.document, narrow.document.root(), View.PLAIN),
                schemas.of(wide.document, wide.document.root(), View.PLAIN));
    asked++;
    unknown += answer instanceof Unknown ? 1 : 0;
    return answer;
  }

  private void refuse(boolean wrong, String law, Object... details) {
    if (wrong) {
      broken.add(law + " " + List.of(details));
    }
  }

  private void assertLaws(int mostUnknownPercent) {
    assertThat(broken).isEmpty();
    assertThat(unknown * 100).isLessThanOrEqualTo(asked * mostUnknownPercent);
  }

  @Test
  void everySchemaIncludesItself() {
    for (int i = 0; i < CASES; i++) {
      String definitions = random.definitions();
      String schema = random.schema();
      Answer answer = ask(Read.of(schema, definitions), Read.of(schema, definitions));
      refuse(answer instanceof Inhabited, "reflexive", answer, schema, definitions);
    }
    assertLaws(5);
  }

  @Test
  void unionsIncludeAndIntersectionsAreIncluded() {
    for (int i = 0; i < CASES; i++) {
      String definitions = random.definitions();
      String s = random.schema();
      String t = random.schema();
      Read read = Read.of(s, definitions);
      Answer union = ask(read, Read.of("{\"anyOf\":[" + t + "," + s + "]}", definitions));
      refuse(union instanceof Inhabited, "union", union, s, t, definitions);
      Answer both = ask(Read.of("{\"allOf\":[" + t + "," + s + "]}", definitions), read);
      refuse(both instanceof Inhabited, "intersection", both, s, t, definitions);
    }
    assertLaws(5);
  }

  @Test
  void whatIsProvenTwiceIsNeverRefutedAtOnce() {
    int chains = 0;
    for (int i = 0; i < CASES * 4; i++) {
      String definitions = random.definitions();
      Read s = Read.of(random.schema(), definitions);
      Read t = Read.of(random.schema(), definitions);
      Read u = Read.of(random.schema(), definitions);
      if (ask(s, t) instanceof Empty && ask(t, u) instanceof Empty) {
        chains++;
        Answer answer = ask(s, u);
        refuse(answer instanceof Inhabited, "transitive", answer, s.text, t.text, u.text);
      }
    }
    assertThat(broken).isEmpty();
    assertThat(chains).isPositive();
  }

  @Test
  void everyAnswerStandsBeforeAnIndependentValidator() {
    int refuted = 0;
    int proven = 0;
    for (int i = 0; i < CASES; i++) {
      String definitions = random.definitions();
      Read s = Read.of(random.schema(), definitions);
      Read t = Read.of(random.schema(), definitions);
      Answer answer = ask(s, t);
      if (answer instanceof Inhabited inhabited) {
        refuted++;
        boolean confirmed = s.accepts(inhabited.value()) && !t.accepts(inhabited.value());
        refuse(!confirmed, "witness", inhabited.value(), s.text, t.text);
      } else if (answer instanceof Empty) {
        proven++;
        for (int j = 0; j < VALUES; j++) {
          Node value = node(random.value());
          refuse(s.accepts(value) && !t.accepts(value), "proven", value, s.text, t.text);
        }
      }
    }
    assertLaws(5);
    assertThat(refuted).isPositive();
    assertThat(proven).isPositive();
  }

  @Test
  void valuesAreJudgedAsAnIndependentValidatorDoes() {
    for (int i = 0; i < CASES; i++) {
      Read s = Read.of(random.schema(), random.definitions());
      Schemas schemas = new Schemas();
      Schema schema = schemas.of(s.document, s.document.root(), View.PLAIN);
      Inclusion inclusion = Inclusion.plain(schemas);
      for (int j = 0; j < VALUES; j++) {
        Node value = node(random.value());
        Tri own = inclusion.accepts(schema, value);
        refuse(own != Tri.of(s.accepts(value)), "value", own, value, s.text);
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void aTypeIncludesItsDoubleNegation() {
    for (String type : List.of("null", "boolean", "integer", "string", "array", "object")) {
      String schema = "{\"type\":\"" + type + "\"}";
      Read plain = Read.of(schema, "{}");
      Read twice = Read.of("{\"not\":{\"not\":" + schema + "}}", "{}");
      refuse(!(ask(plain, twice) instanceof Empty), "into not not", type);
      refuse(!(ask(twice, plain) instanceof Empty), "out of not not", type);
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void equivalentWritingChangesNoVerdict() {
    List<UnaryOperator<String>> rewritings =
        List.of(
            schema -> "{\"allOf\":[" + schema + "]}",
            schema -> "{\"anyOf\":[" + schema + "," + schema + "]}",
            schema -> "{\"not\":{\"not\":" + schema + "}}",
            schema -> "{\"allOf\":[true,{\"oneOf\":[" + schema + "]}]}",
            schema -> "{\"if\":true,\"then\":" + schema + "}");
    for (int i = 0; i < CASES; i++) {
      String definitions = random.definitions();
      String s = random.schema();
      Read t = Read.of(random.schema(), definitions);
      Read plain = Read.of(s, definitions);
      Read rewritten = Read.of(rewritings.get(i % rewritings.size()).apply(s), definitions);
      refuse(differ(ask(plain, t), ask(rewritten, t)), "narrow", rewritten.text, t.text);
      refuse(differ(ask(t, plain), ask(t, rewritten)), "wide", t.text, rewritten.text);
    }
    assertLaws(5);
  }

  /* Unknown may differ: it is no verdict. */
  private static boolean differ(Answer one, Answer other) {
    return (one instanceof Empty && other instanceof Inhabited)
        || (one instanceof Inhabited && other instanceof Empty);
  }
}
